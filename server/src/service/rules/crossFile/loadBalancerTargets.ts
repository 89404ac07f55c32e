import { mappingOf } from "../../model/portMapping.ts";
import { placeOf } from "../kit/placeOf.ts";
import type { Rule } from "../rule.ts";
import { unknownContainer, unknownPort } from "./portTargets.ts";

const containerExists: Rule = {
  id: "lb-container-exists",
  summary: "The container of a load balancer is in the task definition.",
  severity: "error",
  fix: "use the nearest name",
  appliesTo: "service with its task definition",
  check({ loadBalancers }, task, report, taskDocument) {
    for (const entry of loadBalancers) {
      const unknown = unknownContainer(entry, task, taskDocument);
      if (unknown) report(unknown.node, unknown.message, unknown);
    }
  },
};

const portExists: Rule = {
  id: "lb-container-port-exists",
  summary: "The port of a load balancer is mapped by its container.",
  severity: "error",
  fix: "use a mapped port, or map this one",
  appliesTo: "service with its task definition",
  check({ loadBalancers }, task, report, taskDocument) {
    for (const entry of loadBalancers) {
      const unknown = unknownPort(entry, task, taskDocument);
      if (unknown) report(unknown.node, unknown.message, unknown);
    }
  },
};

const classicHostPort: Rule = {
  id: "lb-classic-host-port",
  summary: "A Classic Load Balancer needs a fixed host port.",
  severity: "error",
  appliesTo: "service with its task definition",
  check({ loadBalancers }, task, report, taskDocument) {
    if (task.effectiveNetworkMode !== "bridge") return;
    for (const entry of loadBalancers) {
      const port = entry.get("containerPort");
      const mappings = task.container(entry.get("containerName")?.string)?.portMappings ?? [];
      const mapping = port?.number ? mappingOf(mappings, port.number) : undefined;
      const hostPort = mapping?.get("hostPort");
      if (!port || !mapping || !entry.filled("loadBalancerName") || (hostPort && hostPort.number !== 0))
        continue;
      report(
        port,
        `A Classic Load Balancer sends traffic to one fixed port of the instances, but port ${port.number} gets another host port with each task: AWS answers "A host port mapping for the container port ${port.number} is required". Give the mapping a hostPort.`,
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

const awsvpcTargetType: Rule = {
  id: "lb-awsvpc-target-type",
  summary: "Tasks with awsvpc networking need a target group of type ip.",
  severity: "information",
  // The files cannot tell whether it is one.
  offByDefault: true,
  appliesTo: "service with its task definition",
  check({ loadBalancers }, task, report, taskDocument) {
    if (!task.isAwsvpc) return;
    for (const group of loadBalancers.flatMap((entry) => entry.filled("targetGroupArn") ?? [])) {
      report(
        group,
        'The tasks use networkMode awsvpc, so their target group must have target type "ip": with type "instance" AWS refuses the service.',
        {
          related: placeOf("The network mode of the task definition", task.networkMode, taskDocument),
        },
      );
    }
  },
};

/** Load balancers, against the containers that they name. */
export const loadBalancerTargets: readonly Rule[] = [
  containerExists,
  portExists,
  classicHostPort,
  awsvpcTargetType,
];
