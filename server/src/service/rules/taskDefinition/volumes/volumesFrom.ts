import { quickFix, removeEntry } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { unknownName } from "../../kit/unknownName.ts";

const unknownContainer = unknownName({
  id: "volumes-from-unknown",
  summary: "volumesFrom names a container of the same task definition.",
  severity: "error",
  fix: "use the name that is most alike",
  kind: "container",
  via: "volumesFrom",
  message: ({ name }) =>
    `"${name}" is no container of this task definition, so there are no volumes to take from it; AWS answers "Invalid 'volumesFrom' setting. ` +
    'Unknown container". Name one of its containers.',
});

const self: Rule = {
  id: "volumes-from-self",
  summary: "A container does not take volumes from itself.",
  severity: "warning",
  about: ["volumesFrom"],
  fix: "delete the entry",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node, name } of task.containers) {
      for (const entry of node.get("volumesFrom")?.items ?? []) {
        const source = entry.get("sourceContainer");
        if (source?.string === undefined || source.string !== name) continue;
        report(
          source,
          `"${name}" cannot take volumes from itself. Name another container, or remove this entry.`,
          {
            fixes: [quickFix("Remove this entry", removeEntry(entry))],
          },
        );
      }
    }
  },
};

/** Volumes that are taken from another container. */
export const volumesFrom: readonly Rule[] = [unknownContainer, self];
