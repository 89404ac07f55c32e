import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { ImageReference } from "../../../../../../shared/src/image.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

const missing: Rule = {
  id: "image-tag-missing",
  summary: "An image without tag means latest.",
  severity: "hint",
  fix: "append a tag that is filled in when it is deployed",
  appliesTo: "task-definition",
  check(task, report) {
    for (const [image, { tag, digest }] of images(task)) {
      if (tag !== undefined || digest !== undefined) continue;
      report(
        image,
        `"${image.string}" has no tag, so "latest" is pulled, which moves. Pin a tag or a digest.`,
        {
          fixes: [quickFix("Append a tag to fill in", replaceValue(image, `${image.string}:<TAG>`))],
        },
      );
    }
  },
};

const latest: Rule = {
  id: "image-tag-latest",
  summary: "The tag latest moves.",
  severity: "hint",
  appliesTo: "task-definition",
  check(task, report) {
    for (const [image, { tag, digest }] of images(task)) {
      if (tag !== "latest" || digest !== undefined) continue;
      report(
        image,
        'The tag "latest" moves: the next task may run another image than this one. A pinned tag or digest makes deployments repeatable.',
      );
    }
  },
};

function images(task: TaskDefinition): readonly (readonly [JsonNode, ImageReference])[] {
  return task.containers.flatMap(({ node, image, imageProblem }) =>
    image && imageProblem === undefined ? [[node.get("image")!, image] as const] : [],
  );
}

/** Advice on tags. */
export const imageTag: readonly Rule[] = [missing, latest];
