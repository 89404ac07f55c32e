import { insertMember, quickFix } from "../kit/fix.ts";
import { networkStandIn } from "../kit/networkStandIn.ts";
import { keyPlace } from "../kit/place.ts";
import { placeOf } from "../kit/placeOf.ts";
import { publicIpWithoutFargate } from "../kit/publicIp.ts";
import { findPlaceholders } from "../../syntax/placeholders.ts";
import type { Rule } from "../rule.ts";

/** Characters of JSON. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
const longestOverrides = 8192;

const overridesSize: Rule = {
  id: "run-task-overrides-size",
  summary: "Overrides are at most 8192 characters long.",
  severity: "error",
  appliesTo: "run-task",
  check(root, report) {
    const overrides = root.get("overrides");
    if (!overrides || overrides.length <= longestOverrides) return;
    const text = JSON.stringify(overrides.toValue());
    // Placeholders may turn out to be nothing.
    const length = findPlaceholders(text).reduce(
      (rest, placeholder) => rest - placeholder.length,
      text.length,
    );
    if (length <= longestOverrides) return;
    report(
      keyPlace(overrides),
      `The overrides are ${length < text.length ? "at least " : ""}${length} characters long, and AWS takes ${longestOverrides}: "Container Overrides length must be at most 8192". Move some to the task definition, or to an environment file.`,
    );
  },
};

const network: Rule = {
  id: "run-task-awsvpc",
  summary: "A task with awsvpc networking needs a network configuration to run.",
  severity: "error",
  fix: "insert networkConfiguration",
  appliesTo: "run-task",
  check(root, report, { task, taskDocument }) {
    if (!task?.isAwsvpc || root.filled("networkConfiguration")) return;
    report(
      root.opening,
      'The task definition uses networkMode awsvpc, but there is no networkConfiguration: AWS answers "Network Configuration must be provided". Add it, with the subnets.',
      {
        fixes: [
          quickFix("Add networkConfiguration", insertMember(root, "networkConfiguration", networkStandIn)),
        ],
        related: placeOf("The network mode of the task definition", task.networkMode, taskDocument),
      },
    );
  },
};

const count: Rule = {
  id: "run-task-count",
  summary: "RunTask starts 1 to 10 tasks.",
  severity: "error",
  appliesTo: "run-task",
  check(root, report) {
    const node = root.get("count");
    if (node?.number === undefined || (node.number >= 1 && node.number <= 10)) return;
    report(node, `count is ${node.number}, but one call of RunTask starts 1 to 10 tasks.`);
  },
};

const publicIp: Rule = {
  id: "run-task-assign-public-ip",
  summary: "Only tasks that run on Fargate get public addresses.",
  severity: "warning",
  about: ["assignPublicIp"],
  fix: "use DISABLED",
  appliesTo: "run-task",
  check(root, report) {
    const fault = publicIpWithoutFargate(root);
    if (fault) report(fault.node, fault.message, fault.details);
  },
};

/** The input of RunTask and StartTask. */
export const runTask: readonly Rule[] = [overridesSize, network, count, publicIp];
