import type { SymbolOccurrence } from "../../../model/symbols.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { appendItem, type Fix, insertMember, quickFix } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { unknownName } from "../../kit/unknownName.ts";
import { capitalize } from "../../kit/words.ts";

const unknownVolume = unknownName({
  id: "mount-point-unknown-volume",
  summary: "A mount point names a volume of the task definition.",
  severity: "error",
  fix: "use the name that is most alike, or add the volume",
  kind: "volume",
  via: "mountPoints",
  message: ({ name }) =>
    `"${name}" is not declared in volumes; AWS answers "Unknown volume '${name}'". Declare it there, or name a volume that is.`,
  fixes: addVolume,
});

function addVolume({ name }: SymbolOccurrence, { root }: TaskDefinition): readonly Fix[] {
  const title = `Declare ${name} in volumes`;
  const list = root.filled("volumes");
  return [
    list
      ? quickFix(title, appendItem(list, { name }))
      : quickFix(title, insertMember(root, "volumes", [{ name }])),
  ];
}

const duplicatePath: Rule = {
  id: "mount-point-duplicate-path",
  summary: "A container mounts one volume at a path.",
  severity: "warning",
  about: ["mountPoints"],
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node, label } of task.containers) {
      const paths = new Set<string>();
      for (const mountPoint of node.get("mountPoints")?.items ?? []) {
        const path = mountPoint.get("containerPath");
        const normal = path?.string?.replace(/(?<=[^/]|^\/)\/+$/, "");
        if (!normal) continue;
        if (paths.has(normal)) {
          report(
            path!,
            `${capitalize(label)} mounts two volumes at "${path!.string}"; Docker refuses a duplicate mount point, and the container does not start. Use another path.`,
          );
        }
        paths.add(normal);
      }
    }
  },
};

/** Where volumes are mounted. */
export const mountPoints: readonly Rule[] = [unknownVolume, duplicatePath];
