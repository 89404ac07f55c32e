import { insertMember, quickFix, remove } from "../kit/fix.ts";
import { mayBeEmpty } from "../kit/mayBeEmpty.ts";
import { networkStandIn } from "../kit/networkStandIn.ts";
import { placeOf } from "../kit/placeOf.ts";
import type { Rule } from "../rule.ts";

const required: Rule = {
  id: "network-configuration-required",
  summary: "A service whose tasks use awsvpc needs an awsvpcConfiguration.",
  severity: "error",
  fix: "insert networkConfiguration",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    const { root, controller, awsvpcConfiguration } = service;
    if (
      !task.isAwsvpc ||
      awsvpcConfiguration ||
      service.isUpdate ||
      controller === undefined ||
      controller === "EXTERNAL"
    )
      return;
    if (["subnets", "securityGroups"].some((key) => root.at("networkConfiguration", key))) return; // network-configuration-shape
    report(
      service.place,
      'The task definition uses networkMode awsvpc, but the service has no networkConfiguration.awsvpcConfiguration: AWS answers "Network Configuration must be provided". Add it, with the subnets.',
      {
        fixes: [
          quickFix("Add networkConfiguration", insertMember(root, "networkConfiguration", networkStandIn)),
        ],
        related: placeOf("The network mode of the task definition", task.networkMode, taskDocument),
      },
    );
  },
};

const notAllowed: Rule = {
  id: "network-configuration-not-allowed",
  summary: "Only services whose tasks use awsvpc have a network configuration.",
  severity: "error",
  fix: "delete networkConfiguration",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    const network = service.root.filled("networkConfiguration");
    const { networkMode } = task;
    const mode = task.effectiveNetworkMode ?? "";
    // Fargate demands awsvpc: where the mode is left out, that is at fault.
    if (
      !network?.keySpan ||
      mayBeEmpty(network) ||
      !["bridge", "host", "none"].includes(mode) ||
      (!networkMode && service.isFargate)
    )
      return;
    report(
      network.keySpan,
      networkMode
        ? `The task definition uses networkMode ${mode}, and AWS answers "Network Configuration is not valid for the given networkMode of this task definition". Remove networkConfiguration, or use awsvpc.`
        : "The task definition names no networkMode, which means bridge on instances, and networkConfiguration is for awsvpc only. Remove it, or set networkMode to awsvpc.",
      {
        fixes: [quickFix("Remove networkConfiguration", remove(network))],
        related: placeOf("The network mode of the task definition", networkMode ?? task.family, taskDocument),
        ...(!networkMode && { severity: "warning" }),
      },
    );
  },
};

/** The network configuration of a service, against the network mode of its tasks. */
export const networkModes: readonly Rule[] = [required, notAllowed];
