import type { Rule } from "../../rule.ts";

export const faultInjection: Rule = {
  id: "fault-injection-network",
  summary: "Fault injection needs networkMode awsvpc or host.",
  severity: "warning",
  about: ["enableFaultInjection"],
  appliesTo: "task-definition",
  check(task, report) {
    const enabled = task.root.get("enableFaultInjection");
    const mode = task.effectiveNetworkMode;
    if (enabled?.boolean !== true || mode === undefined || mode === "awsvpc" || mode === "host") return;
    report(
      enabled,
      `Faults are injected into the network of a task with networkMode awsvpc or host; this one has ${task.networkMode ? `networkMode ${mode}` : `none, which means ${mode}`}. ` +
        "Change the networkMode, or leave enableFaultInjection out.",
    );
  },
};
