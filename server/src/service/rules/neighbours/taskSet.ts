import { entriesOf } from "../../model/ecsService.ts";
import { unknownContainer } from "../crossFile/portTargets.ts";
import { quickFix, remove } from "../kit/fix.ts";
import { publicIpWithoutFargate } from "../kit/publicIp.ts";
import type { Rule } from "../rule.ts";

const platformVersion: Rule = {
  id: "taskset-platform-version-ec2",
  summary: "A platform version is for task sets on Fargate only.",
  severity: "error",
  fix: "delete platformVersion",
  appliesTo: "task-set",
  check(root, report) {
    const version = root.filled("platformVersion");
    if (!version || root.get("launchType")?.string !== "EC2") return;
    report(version, "platformVersion is for Fargate only; with launchType EC2 AWS refuses it. Remove it.", {
      fixes: [quickFix("Remove platformVersion", remove(version))],
    });
  },
};

const loadBalancerContainer: Rule = {
  id: "taskset-lb-container",
  summary: "The container of a task set's load balancer is in the task definition.",
  severity: "error",
  fix: "use the nearest name",
  appliesTo: "task-set",
  check(root, report, { task, taskDocument }) {
    for (const entry of task ? entriesOf(root.get("loadBalancers")) : []) {
      const unknown = unknownContainer(entry, task!, taskDocument);
      if (unknown) report(unknown.node, unknown.message, unknown);
    }
  },
};

const scale: Rule = {
  id: "taskset-scale",
  summary: "The scale of a task set is 0 to 100 percent.",
  severity: "error",
  appliesTo: "task-set",
  check(root, report) {
    const value = root.at("scale", "value");
    const unit = root.get("scale")?.filled("unit");
    if (value?.number !== undefined && (value.number < 0 || value.number > 100)) {
      report(
        value,
        `The scale is ${value.number}, but a task set has 0 to 100 percent of the service's desired count.`,
      );
    }
    if (unit?.string !== undefined && unit.string !== "PERCENT") {
      report(unit, `"${unit.string}" is not a unit of scale. The only one is PERCENT.`);
    }
  },
};

const publicIp: Rule = {
  id: "taskset-assign-public-ip",
  summary: "Only task sets on Fargate get public addresses.",
  severity: "warning",
  about: ["assignPublicIp"],
  fix: "use DISABLED",
  appliesTo: "task-set",
  check(root, report) {
    const fault = publicIpWithoutFargate(root);
    if (fault) report(fault.node, fault.message, fault.details);
  },
};

/** The input of CreateTaskSet. */
export const taskSet: readonly Rule[] = [platformVersion, loadBalancerContainer, scale, publicIp];
