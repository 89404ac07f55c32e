import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { parseArn } from "../../../../../../shared/src/arn.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import type { Rule } from "../../rule.ts";

const secretPartition: Rule = {
  id: "secret-arn-region",
  summary: "Secrets are in the AWS partition of the task.",
  severity: "warning",
  about: ["valueFrom"],
  appliesTo: "task-definition",
  check(task, report) {
    const secrets = secretsOf(task);
    if (secrets.length === 0) return;
    const home = homeOf(task, secrets);
    for (const secret of secrets) {
      const partition = partitionOf(secret);
      if (partition === undefined || home === undefined || partition === home) continue;
      report(
        secret,
        `This secret is in partition ${partition}, and the rest of this file in ${home}; one cannot read from the other. Use a secret in ${home}.`,
      );
    }
  },
};

const parameterAccount: Rule = {
  id: "secret-parameter-account",
  summary: "An SSM parameter of another account must be shared with the account of the roles.",
  severity: "warning",
  about: ["valueFrom"],
  appliesTo: "task-definition",
  check(task, report) {
    const home = parseArn(task.executionRole?.string ?? "")?.account;
    if (home === undefined || !isAccount(home)) return;
    for (const secret of secretsOf(task)) {
      const arn = parseArn(secret.string ?? "");
      if (arn?.service !== "ssm" || arn.account === home || !isAccount(arn.account)) continue;
      report(
        secret,
        `This parameter is in account ${arn.account}, and the execution role in ${home}. It can be read only if that account shares it through AWS RAM; otherwise the task does not start. Use a parameter of ${home}, or a secret of Secrets Manager, whose policy can let other accounts in.`,
      );
    }
  },
};

const isAccount = (text: string): boolean => /^\d{12}$/.test(text);

/** Where secrets may be, seen from the roles of the task. */
export const secretHomes: readonly Rule[] = [secretPartition, parameterAccount];

function secretsOf({ containers }: TaskDefinition): readonly JsonNode[] {
  return containers
    .flatMap(({ node, logConfiguration }) => [
      ...(node.get("secrets")?.items ?? []),
      ...(logConfiguration?.get("secretOptions")?.items ?? []),
    ])
    .flatMap((secret) => secret.get("valueFrom") ?? []);
}

/** Where the task runs: as its roles say, its images, or else its first secret. */
function homeOf(task: TaskDefinition, secrets: readonly JsonNode[]): string | undefined {
  const role = partitionOf(task.executionRole) ?? partitionOf(task.taskRole);
  const registry =
    role === undefined ? task.containers.find(({ image }) => image?.ecr)?.image?.ecr : undefined;
  return (
    role ?? registry?.partition ?? partitionOf(secrets.find((secret) => partitionOf(secret) !== undefined))
  );
}

function partitionOf(node: JsonNode | undefined): string | undefined {
  return parseArn(node?.string ?? "")?.partition;
}
