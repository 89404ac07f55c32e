import { isIpcSetting, isNetworkSetting } from "../../../data/kernelSettings.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { quickFix, removeEntry } from "../../kit/fix.ts";
import { refusals } from "../../kit/refusal.ts";
import type { Rule, RuleFacts } from "../../rule.ts";

/** Settings of namespaces that the container shares with the instance. */
const shared: readonly Rule[] = [
  ...refusals(
    (task) => task.networkMode?.string === "host",
    [
      {
        id: "sysctl-host-network",
        summary: "With networkMode host a container sets no net.* of its own.",
        severity: "error",
        about: ["systemControls"],
        fix: "delete the setting",
        find: (task) => settings(task, isNetworkSetting),
        message: ({ string }) =>
          `With networkMode host "${string}" would change the network of the whole instance, so ECS does not support it. Remove it, or set it on the instance.`,
        fixes: (name) => [quickFix("Remove this setting", removeEntry(name.parent!))],
      },
    ],
  ),
  ...refusals(
    (task) => task.root.get("ipcMode")?.string === "host",
    [
      {
        id: "sysctl-host-ipc",
        summary: "With ipcMode host a container sets no IPC settings of its own.",
        severity: "error",
        about: ["systemControls"],
        fix: "delete the setting",
        find: (task) => settings(task, isIpcSetting),
        message: ({ string }) =>
          `With ipcMode host "${string}" would change the shared memory of the whole instance, so ECS does not support it. Remove it, or set it on the instance.`,
        fixes: (name) => [quickFix("Remove this setting", removeEntry(name.parent!))],
      },
    ],
  ),
];

const conflicts: readonly Rule[] = [
  conflict(
    {
      id: "sysctl-awsvpc-conflict",
      summary: "Containers that share a network agree on its settings.",
      severity: "warning",
      about: ["systemControls"],
    },
    (task) => task.isAwsvpc || task.networkMode?.string === "host",
    isNetworkSetting,
    "the containers of this task share one network, and the one that starts last decides",
  ),
  conflict(
    {
      id: "sysctl-ipc-task-conflict",
      summary: "Containers that share memory agree on its settings.",
      severity: "warning",
      about: ["systemControls"],
    },
    (task) => task.root.get("ipcMode")?.string === "task",
    isIpcSetting,
    "with ipcMode task its containers share one IPC namespace, and the setting applies to all of them",
  ),
];

/** The rule that containers do not set the same thing differently. */
function conflict(
  facts: RuleFacts,
  applies: (task: TaskDefinition) => boolean,
  concerns: (name: string) => boolean,
  reason: string,
): Rule {
  return {
    ...facts,
    appliesTo: "task-definition",
    check(task, report) {
      if (!applies(task)) return;
      const first = new Map<string, JsonNode>();
      for (const name of settings(task, concerns)) {
        const value = name.parent!.get("value");
        const other = first.get(name.string!) ?? value;
        if (value?.string === undefined || !other) continue;
        first.set(name.string!, other);
        const isOtherContainer = listOf(other) !== listOf(value);
        if (other.string === value.string || !isOtherContainer) continue;
        report(
          value,
          `"${name.string}" is set to ${value.string} here and to ${other.string} in another container, but ${reason}. Use one value.`,
          {
            related: [{ message: `It is set to ${other.string} here.`, span: other }],
          },
        );
      }
    },
  };
}

/** The systemControls in which a setting's member stands. */
function listOf(member: JsonNode): JsonNode | undefined {
  return member.parent?.parent;
}

/** The namespaces of systemControls that are of a kind. */
function settings(task: TaskDefinition, concerns: (name: string) => boolean): readonly JsonNode[] {
  return task.containers.flatMap(({ systemControls }) =>
    systemControls.flatMap((entry) => {
      const name = entry.get("namespace");
      return name?.string !== undefined && concerns(name.string) ? [name] : [];
    }),
  );
}

/** Kernel settings and the namespaces that they belong to. */
export const kernelSettings: readonly Rule[] = [...shared, ...conflicts];
