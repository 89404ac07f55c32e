import { placeOf } from "../kit/placeOf.ts";
import type { Rule } from "../rule.ts";
import { unknownContainer, unknownPort } from "./portTargets.ts";

const registryContainer: Rule = {
  id: "service-registry-container",
  summary: "The container and port of a service registry are in the task definition.",
  severity: "error",
  fix: "use the nearest name, or a mapped port",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    for (const entry of service.entries("serviceRegistries")) {
      const unknown = unknownContainer(entry, task, taskDocument) ?? unknownPort(entry, task, taskDocument);
      if (unknown) report(unknown.node, unknown.message, unknown);
    }
  },
};

const registryWithoutNetwork: Rule = {
  id: "service-registry-network-none",
  summary: "Service discovery needs tasks with a network.",
  severity: "warning",
  appliesTo: "service with its task definition",
  check({ root }, task, report, taskDocument) {
    const registries = root.filled("serviceRegistries");
    if (!registries?.keySpan || task.networkMode?.string !== "none") return;
    report(
      registries.keySpan,
      "The tasks have networkMode none, so there is no address to register. Service discovery needs awsvpc, bridge or host.",
      {
        related: placeOf("The network mode of the task definition", task.networkMode, taskDocument),
      },
    );
  },
};

/** Service registries, against the containers that they name. */
export const registryTargets: readonly Rule[] = [registryContainer, registryWithoutNetwork];
