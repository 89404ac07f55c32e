import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { Container } from "../../../model/container.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { absenceSeverity } from "../../kit/absence.ts";
import { insertMember, quickFix } from "../../kit/fix.ts";
import { keyPlace, memberPlace } from "../../kit/place.ts";
import type { Rule, RuleFacts } from "../../rule.ts";
import { roleIn } from "./roleIn.ts";

/** Something that the ECS agent does with the execution role before the container runs. */
interface Need extends RuleFacts {
  readonly onlyFargate?: true;
  readonly place?: typeof keyPlace;
  /** The member of a container that needs the role. */
  readonly find: (container: Container) => JsonNode | undefined;
  /** What is done with the role, and what becomes of it without. */
  readonly reason: (container: Container) => string;
}

const needs: readonly Need[] = [
  {
    id: "execution-role-missing-secrets",
    summary: "Secrets of a container need an execution role.",
    severity: "error",
    about: ["secrets"],
    place: keyPlace,
    find: ({ node }) => node.filled("secrets"),
    reason: ({ label }) =>
      `The secrets of ${label} are read with the execution role, and AWS refuses the task definition without one.`,
  },
  {
    id: "execution-role-missing-awslogs-fargate",
    summary: "On Fargate, the awslogs driver needs an execution role.",
    severity: "error",
    about: ["logDriver"],
    onlyFargate: true,
    find: ({ logDriver }) => (logDriver?.string === "awslogs" ? logDriver : undefined),
    reason: ({ label }) =>
      `On Fargate, awslogs writes the logs of ${label} with the execution role, and AWS refuses the task definition without one.`,
  },
  {
    id: "execution-role-missing-ecr-fargate",
    summary: "On Fargate, images of Amazon ECR need an execution role.",
    severity: "error",
    onlyFargate: true,
    find: ({ node, image }) => (image?.ecr ? node.get("image") : undefined),
    reason: ({ label }) =>
      `Fargate pulls the image of ${label} from Amazon ECR with the execution role, and AWS refuses the task definition without one.`,
  },
  {
    id: "execution-role-missing-registry-credentials",
    summary: "Credentials of a private registry need an execution role.",
    severity: "warning",
    about: ["repositoryCredentials"],
    find: ({ node }) => node.filled("repositoryCredentials"),
    reason: ({ label }) =>
      `The registry credentials of ${label} are fetched with the execution role; without one its image cannot be pulled.`,
  },
  {
    id: "execution-role-missing-secret-options",
    summary: "Secret options of a log driver need an execution role.",
    severity: "warning",
    about: ["secretOptions"],
    find: ({ node }) => node.get("logConfiguration")?.filled("secretOptions"),
    reason: ({ label }) =>
      `The secretOptions of ${label} are read with the execution role; without one the container does not start.`,
  },
  {
    id: "execution-role-missing-env-files",
    summary: "Environment files need an execution role.",
    severity: "warning",
    about: ["environmentFiles"],
    find: ({ node }) => node.filled("environmentFiles"),
    reason: ({ label }) =>
      `The environment files of ${label} are read from S3 with the execution role; without one the task does not start.`,
  },
];

/** What needs an execution role, and has none. */
export const executionRole: readonly Rule[] = needs.map(
  ({ onlyFargate, find, reason, place = memberPlace, ...facts }) => ({
    ...facts,
    fix: "insert executionRoleArn",
    appliesTo: "task-definition",
    check(task: TaskDefinition, report) {
      if (task.executionRole || (onlyFargate && !task.isFargate)) return;
      const severity = absenceSeverity(task, facts.severity);
      if (!severity) return;
      for (const container of task.containers) {
        const node = find(container);
        if (!node) continue;
        const fix = quickFix(
          "Add executionRoleArn",
          insertMember(task.root, "executionRoleArn", roleIn(task, "ecsTaskExecutionRole"), "family"),
        );
        report(place(node), `${reason(container)} Set executionRoleArn.`, { severity, fixes: [fix] });
      }
    },
  }),
);
