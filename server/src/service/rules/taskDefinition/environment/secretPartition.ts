import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { parseArn } from "../../../../../../shared/src/arn.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import type { Rule } from "../../rule.ts";

export const secretPartition: Rule = {
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
