import { fargatePrices, priceList } from "../../data/fargatePrices.ts";
import { memberPlace } from "../kit/place.ts";
import type { Rule } from "../rule.ts";

const taskRoleMissing: Rule = {
  id: "task-role-missing",
  summary: "A task role says what the application may do in AWS.",
  severity: "hint",
  offByDefault: true,
  appliesTo: "task-definition",
  check(task, report) {
    if (!task.isWhole || task.taskRole) return;
    report(
      task.place,
      "The task has no task role. On instances its containers may use the role of the instance. Set taskRoleArn to a role with the rights that the application needs, perhaps none.",
    );
  },
};

const networkModeNotAwsvpc: Rule = {
  id: "network-mode-not-awsvpc",
  summary: "With awsvpc each task has a network interface and security groups of its own.",
  severity: "hint",
  offByDefault: true,
  appliesTo: "task-definition",
  check(task, report) {
    const mode = task.effectiveNetworkMode;
    if (!task.isWhole || task.isWindows || mode === undefined || mode === "awsvpc") return;
    report(
      task.networkMode ?? task.place,
      `The network mode is ${mode}, in which tasks share the network of their instance. Use awsvpc, which gives each task an interface and security groups of its own.`,
    );
  },
};

const networkModeHost: Rule = {
  id: "network-mode-host",
  summary: "With the network mode host a container can reach what listens on the instance alone.",
  severity: "hint",
  about: ["networkMode"],
  offByDefault: true,
  appliesTo: "task-definition",
  check({ networkMode }, report) {
    if (networkMode?.string !== "host") return;
    report(
      networkMode,
      "With the network mode host a container can reach what listens on the instance's own loopback, and can listen in its place. Use awsvpc.",
    );
  },
};

const arm64Cheaper: Rule = {
  id: "arm64-cheaper",
  summary: "On Fargate, ARM64 costs less than X86_64.",
  severity: "hint",
  offByDefault: true,
  appliesTo: "task-definition",
  check(task, report) {
    const architecture = task.root.at("runtimePlatform", "cpuArchitecture");
    if (!task.isFargate || task.isWindows || task.root.get("runtimePlatform")?.isDynamic) return;
    if (architecture && architecture.string !== "X86_64") return;
    report(
      architecture ? memberPlace(architecture) : task.place,
      `On Fargate, ARM64 costs ${saving()} percent less than X86_64 (${priceList.region}, ${priceList.asOf}). Use it if the images are built for ARM64.`,
    );
  },
};

/** Whole percent by which a vCPU costs less. */
function saving(): number {
  return Math.floor((1 - fargatePrices.linuxArm.perVcpu / fargatePrices.linuxX86.perVcpu) * 100);
}

/** What strict policies ask of task definitions. */
export const strictTaskDefinitions: readonly Rule[] = [
  taskRoleMissing,
  networkModeNotAwsvpc,
  networkModeHost,
  arm64Cheaper,
];
