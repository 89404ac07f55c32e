import { quickFix, remove } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import { inContainers, refusals } from "../../kit/refusal.ts";

/** What port mappings cannot have in a task without a network of its own. */
export const portsAndNetworkMode = [
  ...refusals(
    (task) => task.networkMode?.string === "none",
    [
      {
        id: "port-mappings-none-mode",
        summary: "A task with networkMode none publishes no ports.",
        severity: "warning",
        about: ["portMappings"],
        fix: "delete portMappings",
        find: inContainers("portMappings"),
        place: keyPlace,
        message: () =>
          "networkMode none gives the task no network, so these ports cannot be reached. Remove portMappings, or choose another networkMode.",
        fixes: (node) => [quickFix("Remove portMappings", remove(node))],
      },
    ],
  ),
  ...refusals(
    (task) => ["host", "none"].includes(task.networkMode?.string ?? ""),
    [
      {
        id: "port-name-network-mode",
        summary: "Named ports need networkMode awsvpc or bridge.",
        severity: "warning",
        about: ["portMappings"],
        find: (task) =>
          task.portMappings.flatMap(
            (mapping) => mapping.filled("name") ?? mapping.filled("appProtocol") ?? [],
          ),
        place: keyPlace,
        message: (node) =>
          `"${node.key}" makes a port known to Service Connect and VPC Lattice, which reach tasks in networkMode awsvpc and bridge only. ` +
          "Remove it, or change the networkMode.",
      },
      {
        id: "port-range-network-mode",
        summary: "Port ranges need networkMode awsvpc or bridge.",
        severity: "error",
        about: ["containerPortRange"],
        find: (task) => task.portMappings.flatMap((mapping) => mapping.filled("containerPortRange") ?? []),
        place: keyPlace,
        message: () =>
          "containerPortRange works with networkMode awsvpc and bridge only; AWS refuses it here. List the ports one by one with containerPort.",
      },
    ],
  ),
];
