import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { insertMember, insertMembers, quickFix } from "../../kit/fix.ts";
import { likelyTarget } from "../../kit/likelyTarget.ts";
import { placeOf } from "../../kit/placeOf.ts";
import type { Rule } from "../../rule.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";
import { listOf } from "../../kit/words.ts";

const members = ["containerName", "containerPort"] as const;

/** A member that says something: skeletons hold 0 for ports. */
function given(entry: JsonNode, key: string): JsonNode | undefined {
  const member = entry.filled(key);
  return member?.number === 0 ? undefined : member;
}

const faults = serviceFaults([
  {
    id: "service-registry-port-both",
    summary: "A service registry has a container and its port, or a port alone.",
    severity: "error",
    fix: "delete port",
    find: (service) =>
      service
        .entries("serviceRegistries")
        .map((entry) => (members.every((key) => given(entry, key)) ? given(entry, "port") : undefined)),
    message: ({ sourceText }) =>
      `This registry names a container with its port and the port ${sourceText} besides; AWS takes one or the other. Remove port.`,
  },
  {
    id: "service-registry-pair",
    summary: "The container of a service registry and its port go together.",
    severity: "error",
    fix: "insert the other one",
    find: (service) =>
      service
        .entries("serviceRegistries")
        .filter((entry) => members.filter((key) => given(entry, key)).length === 1),
    place: (entry) => entry.opening,
    message: (entry) => {
      const [there, missing] = given(entry, "containerName") ? members : members.toReversed();
      return `This registry has ${there} but no ${missing}. The two go together; AWS refuses one alone.`;
    },
    fixes: (entry, _, { task }) => {
      const missing = given(entry, "containerName") ? "containerPort" : "containerName";
      return [
        quickFix(
          `Add ${missing}`,
          insertMember(entry, missing, likelyTarget(task, entry.get("containerName")?.string)[missing]),
        ),
      ];
    },
  },
]);

const bridge: Rule = {
  id: "service-registry-bridge",
  summary: "In bridge and host mode a service registry names a container and its port.",
  severity: "warning",
  fix: "insert containerName and containerPort",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    const mode = task.networkMode;
    if (mode?.string !== "bridge" && mode?.string !== "host") return;
    for (const entry of service.entries("serviceRegistries")) {
      const missing = members.filter((key) => !given(entry, key));
      if (missing.length === 0) continue;
      const names = listOf(missing, "and");
      const target = likelyTarget(task, entry.get("containerName")?.string);
      report(
        entry.opening,
        `This registry lacks ${names}. Tasks in ${mode.string} mode share the address of their instance, so Cloud Map needs the container and the port for an SRV record.`,
        {
          fixes: [
            quickFix(
              `Add ${names}`,
              insertMembers(entry, Object.fromEntries(missing.map((key) => [key, target[key]]))),
            ),
          ],
          related: placeOf("The network mode of the task definition", mode, taskDocument),
        },
      );
    }
  },
};

/** The entries of serviceRegistries. */
export const serviceRegistries: readonly Rule[] = [...faults, bridge];
