import { firstEphemeralPort, maxStaticHostPorts, reservedHostPorts } from "../../../data/reservedPorts.ts";
import { protocolOf, staticHostPort } from "../../../model/portMapping.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";

const reserved: Rule = {
  id: "host-port-reserved",
  summary: "Some ports of a container instance are taken by SSH, Docker and the ECS agent.",
  severity: "warning",
  about: ["hostPort"],
  appliesTo: "task-definition",
  check(task, report) {
    if (task.effectiveNetworkMode !== "bridge" && task.effectiveNetworkMode !== "host") return;
    for (const mapping of task.portMappings) {
      const port = staticHostPort(mapping);
      const owner = reservedHostPorts.get(port ?? 0);
      if (owner === undefined || protocolOf(mapping) !== "tcp") continue;
      report(
        mapping.get("hostPort")!,
        `Host port ${port} is kept for ${owner} on every container instance, so the task can be placed on none. Choose another host port, or 0 for any.`,
      );
    }
  },
};

const ephemeral: Rule = {
  id: "host-port-ephemeral",
  summary: "Ports from 32768 on are those that Docker assigns by itself.",
  severity: "information",
  about: ["hostPort"],
  fix: "use 0, a dynamic port",
  appliesTo: "task-definition",
  check(task, report) {
    if (task.effectiveNetworkMode !== "bridge") return;
    for (const mapping of task.portMappings) {
      const port = staticHostPort(mapping);
      if (port === undefined || port < firstEphemeralPort || reservedHostPorts.has(port)) continue;
      const node = mapping.get("hostPort")!;
      report(
        node,
        `Host port ${port} lies in the range from ${firstEphemeralPort} that Docker assigns by itself, so another container may have it already. ` +
          "Use 0 for a dynamic port, or a fixed port below the range.",
        { fixes: [quickFix("Use 0, a dynamic port", replaceValue(node, 0))] },
      );
    }
  },
};

const count: Rule = {
  id: "host-port-count",
  summary: "A container instance can give about 94 fixed ports to tasks.",
  severity: "warning",
  about: ["hostPort"],
  appliesTo: "task-definition",
  check(task, report) {
    if (task.isAwsvpc || task.networkMode?.string === "none") return;
    const ports = new Set<number>();
    for (const mapping of task.portMappings) {
      const port = staticHostPort(mapping);
      if (port === undefined || ports.has(port)) continue;
      ports.add(port);
      if (ports.size !== maxStaticHostPorts + 1) continue;
      report(
        keyPlace(mapping.parent!),
        `With these mappings the task fixes more than ${maxStaticHostPorts} host ports. An instance reserves 100 at a time, ` +
          "its own included, so the task can be placed nowhere. Use dynamic ports (hostPort 0) or networkMode awsvpc.",
      );
    }
  },
};

/** Ports of the host that are taken, risky or too many. */
export const hostPortLimits: readonly Rule[] = [reserved, ephemeral, count];
