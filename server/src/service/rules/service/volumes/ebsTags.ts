import { reservedEbsTags } from "../../../data/ebsVolumes.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { entriesOf } from "../../../model/ecsService.ts";
import { quickFix, remove, replaceValue } from "../../kit/fix.ts";
import type { Report, Rule } from "../../rule.ts";

export const ebsTags: Rule = {
  id: "ebs-tag-specifications",
  summary: "An EBS volume has one tag specification, for the volume, without the tags that ECS sets.",
  severity: "warning",
  fix: "delete what is not used",
  appliesTo: "service",
  check({ managedVolumes }, report) {
    for (const volume of managedVolumes) {
      const [first, ...others] = entriesOf(volume.get("tagSpecifications"));
      for (const other of others) {
        report(
          other.opening,
          "ECS knows tags of one resource type, volume, so one tagSpecifications entry has room for all of them. Move its tags there.",
          // No answer of AWS shows what becomes of further entries.
          { severity: "hint", fixes: [quickFix("Remove this entry", remove(other))] },
        );
      }
      if (first) checkSpecification(first, report);
    }
  },
};

function checkSpecification(specification: JsonNode, report: Report): void {
  const type = specification.filled("resourceType");
  if (type?.string !== undefined && type.string !== "volume") {
    report(type, `The tags are for an EBS volume, so resourceType is volume, not "${type.string}".`, {
      fixes: [quickFix("Use volume", replaceValue(type, "volume"))],
    });
  }
  for (const tag of specification.get("tags")?.items ?? []) {
    const key = tag.get("key");
    if (!reservedEbsTags.has(key?.string ?? "")) continue;
    report(key!, `ECS sets the tag ${key!.string} itself, and it cannot be given. Remove it.`, {
      fixes: [quickFix("Remove this tag", remove(tag))],
    });
  }
}
