import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { imageProblem, parseImageReference } from "../../../../../../shared/src/image.ts";
import { containerAbsenceSeverity } from "../../kit/absence.ts";
import { type Fix, insertMember, quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { capitalize } from "../../kit/words.ts";

const required: Rule = {
  id: "container-image-required",
  summary: "A container has an image.",
  severity: "error",
  fix: "insert an image to fill in",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node, label, place } of task.containers) {
      const image = node.members.find(({ key }) => key === "image");
      if (image && image.type !== "null" && (image.isDynamic || image.raw?.trim() !== "")) continue;
      const fixes = [quickFix("Add an image", insertMember(node, "image", "<IMAGE>", "name"))];
      // A deploy tool that writes the image into the file wants a place for it.
      if (image)
        report(
          image,
          `The image of ${label} is empty. AWS refuses that, unless your deploy tool fills it in before.`,
          { severity: "warning", fixes },
        );
      else
        report(place, `${capitalize(label)} has no image, and AWS refuses that. Add "image".`, {
          severity: containerAbsenceSeverity(task, "error"),
          fixes,
        });
    }
  },
};

const syntax: Rule = {
  id: "container-image-syntax",
  summary: "An image is written as [registry/]repository[:tag][@digest].",
  severity: "warning",
  fix: "strip the scheme, or write the repository in lower case",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node, imageProblem: problem } of task.containers) {
      const image = node.get("image");
      const text = image?.string?.trim();
      if (!image || !text || problem === undefined) continue;
      report(
        image,
        `"${image.string}" is not a valid image: ${problem}. Write [registry/]repository[:tag][@digest].`,
        { fixes: syntaxFixes(image, image.string!) },
      );
    }
  },
};

function syntaxFixes(image: JsonNode, text: string): readonly Fix[] {
  const bare = text.trim().replace(/^https?:\/\//i, "");
  const { registry, repository } = parseImageReference(bare);
  const start = registry === undefined ? 0 : registry.length + 1;
  const better = bare.slice(0, start) + repository.toLowerCase() + bare.slice(start + repository.length);
  return better === text || imageProblem(better) !== undefined
    ? []
    : [quickFix(`Use ${better}`, replaceValue(image, better))];
}

/** Every container has an image that can be pulled. */
export const containerImage: readonly Rule[] = [required, syntax];
