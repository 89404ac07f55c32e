import type { JsonNode } from "../../syntax/jsonNode.ts";
import type { EcsService } from "../../model/ecsService.ts";
import { staticHostPort } from "../../model/portMapping.ts";
import type { TaskDefinition } from "../../model/taskDefinition.ts";
import { insertMember, quickFix } from "../kit/fix.ts";
import { placeOf } from "../kit/placeOf.ts";
import type { Rule } from "../rule.ts";

export const staticHostPorts: Rule = {
  id: "host-port-scaling",
  summary: "A fixed host port allows one task per instance.",
  severity: "warning",
  fix: "use host port 0",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    const place = crowding(service);
    const fixed = place && fixedPort(task);
    if (!fixed) return;
    const { mapping, port, isChosen } = fixed;
    const tasks = service.desiredCount ?? 1;
    const need =
      tasks > 1
        ? `${tasks} tasks need ${tasks} instances, and room for one more in a deployment`
        : "a deployment needs a second instance for the new task";
    report(
      place,
      `Port ${port} of the instance is fixed, so each instance can run one of these tasks: ${need}. ${isChosen ? "Use hostPort 0 to let ECS choose a port." : "In bridge mode ECS can choose the port."}`,
      {
        fixes: isChosen
          ? [
              {
                ...quickFix("Use hostPort 0 in the task definition", insertMember(mapping, "hostPort", 0)),
                document: taskDocument,
              },
            ]
          : [],
        related: placeOf(
          "The fixed port",
          mapping.get("hostPort") ?? mapping.get("containerPort"),
          taskDocument,
        ),
      },
    );
  },
};

/** Where a service asks for more than one task at a time. */
function crowding(service: EcsService): JsonNode | undefined {
  if (service.isDaemon || service.isFargate) return undefined;
  const { root, desiredCount } = service;
  if ((desiredCount ?? 0) > 1) return root.get("desiredCount");
  const maximum = service.deployment("maximumPercent");
  const keepsAll = service.deployment("minimumHealthyPercent")?.number === 100;
  if (!keepsAll || (maximum?.number ?? 0) <= 100 || desiredCount === 0) return undefined;
  return desiredCount === undefined ? maximum : root.get("desiredCount");
}

/** The first port of the instance that a task takes: in bridge mode a hostPort, in host mode any port. */
function fixedPort(task: TaskDefinition): { mapping: JsonNode; port: number; isChosen: boolean } | undefined {
  const mode = task.effectiveNetworkMode;
  if (mode !== "bridge" && mode !== "host") return undefined;
  for (const mapping of task.containers.flatMap(({ portMappings }) => portMappings)) {
    const port =
      staticHostPort(mapping) ?? (mode === "host" ? mapping.get("containerPort")?.number : undefined);
    if (port) return { mapping, port, isChosen: mode === "bridge" };
  }
  return undefined;
}
