import { parseArn } from "../../../../../../shared/src/arn.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import type { Rule } from "../../rule.ts";
import { listOf } from "../../kit/words.ts";

export const imageRegion: Rule = {
  id: "image-ecr-region-mismatch",
  summary: "Images of Amazon ECR are best pulled from the region of the task.",
  severity: "information",
  appliesTo: "task-definition",
  check(task, report) {
    const images = task.containers.filter(({ image }) => image?.ecr);
    if (images.length === 0) return;
    const logRegions = new Set(
      task.containers.flatMap(({ logOptions }) => logOptions?.filled("awslogs-region")?.string ?? []),
    );
    const partition = parseArn(task.executionRole?.string ?? "")?.partition;
    for (const { node, image } of images) {
      const ecr = image!.ecr!;
      const where = node.get("image")!;
      const regions = logRegions.has(ecr.region)
        ? logRegions
        : new Set([...logRegions, ...secretRegions(task)]);
      if (regions.size > 0 && !regions.has(ecr.region)) {
        report(
          where,
          `This image is in ${ecr.region}, and the rest of this file uses ${listOf([...regions], "and")}. Pulling it crosses regions, which takes longer and costs.`,
        );
      } else if (partition !== undefined && partition !== ecr.partition) {
        report(
          where,
          `This image is in ${ecr.region}, partition ${ecr.partition}, and the execution role is in partition ${partition}. Use a registry of the same partition.`,
        );
      }
    }
  },
};

/** The regions that the ARNs of secrets name. */
function secretRegions(task: TaskDefinition): readonly string[] {
  const secrets = task.containers.flatMap(({ node }) => node.get("secrets")?.items ?? []);
  return secrets.flatMap((secret) => parseArn(secret.get("valueFrom")?.string ?? "")?.region || []);
}
