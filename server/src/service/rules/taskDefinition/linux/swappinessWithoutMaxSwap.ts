import { insertMember, quickFix } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

export const swappinessWithoutMaxSwap: Rule = {
  id: "swappiness-without-max-swap",
  summary: "swappiness needs maxSwap.",
  severity: "information",
  about: ["swappiness"],
  fix: "insert maxSwap",
  appliesTo: "task-definition",
  check(task, report) {
    if (task.isFargate) return; // It takes neither of them.
    for (const { node } of task.containers) {
      const linuxParameters = node.get("linuxParameters");
      const swappiness = linuxParameters?.get("swappiness");
      if (!swappiness || linuxParameters!.get("maxSwap")) continue;
      const mebibytes = node.get("memory")?.integer ?? 512;
      report(
        swappiness,
        "swappiness is ignored without maxSwap, the MiB of swap that the container may use. Add maxSwap.",
        {
          fixes: [quickFix(`Add maxSwap ${mebibytes}`, insertMember(linuxParameters!, "maxSwap", mebibytes))],
        },
      );
    }
  },
};
