import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readingOperations } from "../../client/src/aws/readingOperations.ts";
import type { Part } from "./part.ts";

/** How IAM calls the services, by the id that the SDK gives them and by the name of their client. */
const prefixes: readonly (readonly [id: string, client: string, prefix: string])[] = [
  ["Application Auto Scaling", "application-auto-scaling", "application-autoscaling"],
  ["CloudWatch", "cloudwatch", "cloudwatch"],
  ["CloudWatch Logs", "cloudwatch-logs", "logs"],
  ["EC2", "ec2", "ec2"],
  ["ECR", "ecr", "ecr"],
  ["ECS", "ecs", "ecs"],
  ["EFS", "efs", "elasticfilesystem"],
  ["Elastic Load Balancing v2", "elastic-load-balancing-v2", "elasticloadbalancing"],
  ["IAM", "iam", "iam"],
  ["Secrets Manager", "secrets-manager", "secretsmanager"],
  ["SSM", "ssm", "ssm"],
  ["STS", "sts", "sts"],
];

/** The writes that a deploy consists of; all others are of operating by hand. */
const ofDeploys: ReadonlySet<string> = new Set([
  "ecs:ContinueServiceDeployment",
  "ecs:CreateService",
  "ecs:RegisterTaskDefinition",
  "ecs:StopServiceDeployment",
  "ecs:TagResource",
  "ecs:UntagResource",
  "ecs:UpdateService",
]);

/** Actions of IAM, sorted. */
export interface Permissions {
  readonly read: readonly string[];
  /** Beside those for reading. */
  readonly deploy: readonly string[];
  /** Beside both. */
  readonly operate: readonly string[];
}

/** The actions that the product calls, as its sources say. */
export async function readPermissions(): Promise<Permissions> {
  const read = Object.entries(readingOperations).flatMap(([id, operations]) =>
    operations.map((operation) => `${prefixOf(([service]) => service === id, id)}:${operation}`),
  );
  const writes = await writtenActions();
  return {
    read: read.sort(),
    deploy: writes.filter((action) => ofDeploys.has(action)),
    operate: writes.filter((action) => !ofDeploys.has(action)),
  };
}

function prefixOf(isMeant: (row: (typeof prefixes)[number]) => boolean, name: string): string {
  const prefix = prefixes.find(isMeant)?.[2];
  if (prefix === undefined)
    throw new Error(`scripts/generate/permissions.ts does not know how IAM calls ${name}.`);
  return prefix;
}

/** Commands are constructed in one folder only, which lint sees to. */
async function writtenActions(): Promise<readonly string[]> {
  const folder = "client/src/aws/writes";
  const texts = await Promise.all(
    (await readdir(folder)).map((file) => readFile(join(folder, file), "utf8")),
  );
  const imports = texts.flatMap((text) => [
    ...text.matchAll(/\{([^{}]*)\}\s*(?:from\s*|=\s*await import\(\s*)"@aws-sdk\/client-([\w-]+)"/g),
  ]);
  const actions = imports.flatMap(([, names = "", client = ""]) =>
    [...names.matchAll(/\b(\w+)Command\b(?!\w)/g)].map(
      ([, operation = ""]) => `${prefixOf(([, name]) => name === client, client)}:${operation}`,
    ),
  );
  const isRead = /:(?:Describe|List|Get)/;
  return [...new Set(actions)].filter((action) => !isRead.test(action)).sort();
}

const marker = "<!-- What follows is written by npm run generate. -->\n";

/** The page of permissions, with a policy for each way of use. */
export const permissions: Part = {
  file: "docs/permissions.md",
  what: "the policies",
  async render(current) {
    const end = current.indexOf(marker);
    if (end < 0) throw new Error(`docs/permissions.md lacks the line ${marker}`);
    const { read, deploy, operate } = await readPermissions();
    const parts = [
      section("To look", "TaskwrightRead", read),
      section("To deploy, beside looking", "TaskwrightDeploy", deploy, [passRole]),
      section("To operate by hand, beside both", "TaskwrightOperate", operate),
    ];
    return `${current.slice(0, end)}${marker}\n${parts.join("\n")}`;
  },
};

/** ECS is handed the roles of a task, which needs a permission on each of them. */
const passRole = {
  Sid: "TaskwrightPassRoles",
  Effect: "Allow",
  Action: ["iam:PassRole"],
  Resource: "*",
  Condition: { StringEquals: { "iam:PassedToService": ["ecs-tasks.amazonaws.com", "ecs.amazonaws.com"] } },
};

function section(
  title: string,
  Sid: string,
  Action: readonly string[],
  more: readonly object[] = [],
): string {
  const Statement = [{ Sid, Effect: "Allow", Action, Resource: "*" }, ...more];
  const policy = JSON.stringify({ Version: "2012-10-17", Statement }, undefined, 2);
  return `## ${title}\n\n\`\`\`json\n${policy}\n\`\`\`\n`;
}
