import { repeated } from "../../kit/repeated.ts";
import type { Rule } from "../../rule.ts";

export const volumeNameDuplicate: Rule = {
  id: "volume-name-duplicate",
  covers: ["volume-unused"],
  summary: "Names of volumes are unique in a task definition.",
  severity: "warning",
  about: ["volumes"],
  appliesTo: "task-definition",
  check(task, report) {
    for (const name of repeated(task.volumes.map((volume) => volume.get("name")))) {
      if (name.string === "") continue;
      report(
        name,
        `The volume "${name.string}" is declared twice, and a mount point can mean only one of them. Rename or remove one.`,
        {
          related: [
            {
              message: `"${name.string}" is first declared here.`,
              span: task.symbols.definition("volume", name.string!)!.node,
            },
          ],
        },
      );
    }
  },
};
