import { quickFix, remove } from "../kit/fix.ts";
import { repeated } from "../kit/repeated.ts";
import type { Rule } from "../rule.ts";
import { tagLists } from "./tagLists.ts";

export const tagKeyUnique: Rule = {
  id: "tag-key-unique",
  summary: "A tag key is used once.",
  severity: "error",
  about: ["tags"],
  fix: "remove the repeated tag",
  appliesTo: "task-definition and service",
  check({ root }, report) {
    for (const tags of tagLists(root)) {
      for (const key of repeated(tags.items.map((tag) => tag.filled("key")))) {
        report(
          key,
          `The tag key "${key.string}" is used twice, which AWS refuses: each key stands once (upper and lower case differ). Remove one of the two.`,
          {
            fixes: [quickFix("Remove this tag", remove(key.parent!))],
          },
        );
      }
    }
  },
};
