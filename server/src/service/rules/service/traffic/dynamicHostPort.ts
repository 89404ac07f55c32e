import { placeOf } from "../../kit/placeOf.ts";
import type { Rule } from "../../rule.ts";

export const dynamicHostPort: Rule = {
  id: "lb-dynamic-port-health-check",
  summary: "With dynamic host ports, a target group checks the port of the traffic.",
  severity: "information",
  appliesTo: "service with its task definition",
  check({ loadBalancers, isFargate }, task, report, taskDocument) {
    if (isFargate || task.effectiveNetworkMode !== "bridge") return;
    for (const entry of loadBalancers) {
      const port = entry.get("containerPort");
      const mapping = task
        .container(entry.get("containerName")?.string)
        ?.portMappings.find((candidate) => candidate.get("containerPort")?.number === port?.number);
      const hostPort = mapping?.get("hostPort");
      if (!port?.number || !mapping || !entry.filled("targetGroupArn") || (hostPort && hostPort.number !== 0))
        continue;
      report(
        port,
        `Container port ${port.number} gets a host port that changes with each task. The health check of the target group must use "traffic-port", not a fixed port.`,
        {
          related: placeOf(
            "The mapping without a fixed host port",
            mapping.get("containerPort"),
            taskDocument,
          ),
        },
      );
    }
  },
};
