import type { JsonNode } from "../../syntax/jsonNode.ts";
import { type Edits, type Fix, renameKey, replaceValue, safeFix } from "../kit/fix.ts";
import type { Rule } from "../rule.ts";
import { tagLists } from "./tagLists.ts";

/** How CloudFormation and other tools call the members of a tag. */
const names: ReadonlyMap<string, string> = new Map([
  ["Key", "key"],
  ["name", "key"],
  ["Name", "key"],
  ["Value", "value"],
]);

const form = 'ECS takes tags as a list of { "key": …, "value": … } objects';

export const tagShape: Rule = {
  id: "tag-shape-map",
  summary: "Tags are a list of objects with key and value.",
  severity: "error",
  about: ["tags"],
  fix: "convert the tags",
  appliesTo: "task-definition and service",
  check({ root }, report) {
    for (const tags of tagLists(root)) {
      if (tags.isDynamic || tags.isEmpty) continue;
      if (tags.type !== "array") {
        const what = tags.type === "object" ? "These tags are one object" : "This is no list of tags";
        report(tags, `${what}: ${form}. Write them so.`, { fixes: listOfPairs(tags) });
        continue;
      }
      const misnamed = tags.items.filter((tag) =>
        tag.members.some((member) => rightName(member) !== undefined),
      );
      const fixes = [
        safeFix("Use key and value", ...misnamed.flatMap(({ members }) => members.map(renaming))),
      ];
      for (const tag of misnamed) {
        const wrong = tag.members
          .filter((member) => rightName(member) !== undefined)
          .map(({ key }) => `"${key}"`);
        report(
          tag,
          `${wrong.join(" and ")} ${wrong.length > 1 ? "are" : "is"} not what ECS calls the parts of a tag: ${form}. Rename them.`,
          { fixes },
        );
      }
    }
  },
};

/** What a member should be called, where that is not taken. */
function rightName(member: JsonNode): string | undefined {
  const right = names.get(member.key!);
  return right !== undefined && member.parent?.get(right) === undefined ? right : undefined;
}

function renaming(member: JsonNode): Edits {
  const right = rightName(member);
  return right === undefined ? [] : renameKey(member, right);
}

function listOfPairs(tags: JsonNode): Fix[] {
  const isConvertible =
    tags.members.length > 0 && tags.members.every(({ type }) => type !== "object" && type !== "array");
  if (!isConvertible) return [];
  const pairs = tags.members.map((member) => ({ key: member.key, value: member.raw ?? member.sourceText }));
  return [safeFix("Write them as a list", replaceValue(tags, pairs))];
}
