import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { insertMember, quickFix, remove, replaceValue } from "../../kit/fix.ts";
import type { Report, Rule } from "../../rule.ts";

function requirements({ containers }: TaskDefinition, type: string): readonly JsonNode[] {
  return containers.flatMap(({ node }) =>
    (node.get("resourceRequirements")?.items ?? []).filter((item) => item.get("type")?.string === type),
  );
}

const value: Rule = {
  id: "resource-requirement-value",
  summary: "A GPU requirement has a count or a sharing strategy.",
  severity: "error",
  about: ["resourceRequirements"],
  fix: 'use "1"',
  appliesTo: "task-definition",
  check(task, report) {
    for (const gpu of requirements(task, "GPU")) checkGpu(gpu, report);
  },
};

function checkGpu(gpu: JsonNode, report: Report): void {
  const count = gpu.filled("value");
  const sharing = gpu.filled("sharingStrategy");
  if (!count && !sharing) {
    report(
      gpu.get("value") ?? gpu.opening,
      'This GPU requirement says neither how many nor how they are shared. Give a count such as "1", "ALL", or a sharingStrategy.',
      {
        fixes: [quickFix("Ask for one GPU", insertMember(gpu, "value", "1"))],
      },
    );
  } else if (count && sharing) {
    report(count, "A GPU requirement takes a count or a sharingStrategy, not both. Remove one of them.", {
      fixes: [quickFix("Remove sharingStrategy", remove(sharing)), quickFix("Remove value", remove(count))],
    });
  } else if (count?.string !== undefined && !/^(?:[1-9]\d*|ALL)$/.test(count.string)) {
    report(count, `"${count.string}" is not a number of GPUs. Give a count such as "1", or "ALL".`, {
      fixes: [quickFix("Ask for one GPU", replaceValue(count, "1"))],
    });
  }
}

const sharing: Rule = {
  id: "gpu-sharing-consistent",
  summary: "All containers of a task ask for GPUs in the same way.",
  severity: "warning",
  about: ["resourceRequirements"],
  appliesTo: "task-definition",
  check(task, report) {
    const asking = requirements(task, "GPU").filter(
      (gpu) => (gpu.filled("value") === undefined) !== (gpu.filled("sharingStrategy") === undefined),
    );
    const isShared = (gpu: JsonNode): boolean => gpu.filled("sharingStrategy") !== undefined;
    for (const gpu of asking) {
      if (isShared(gpu) !== isShared(asking[0]!)) {
        report(
          gpu,
          "The GPU requirements of this task mix value and sharingStrategy. All its containers must ask in the same way.",
        );
      } else if (isShared(gpu) && task.compatibilities.includes("EXTERNAL")) {
        report(gpu, "ECS Anywhere (EXTERNAL) does not share GPUs. Use value instead of sharingStrategy.");
      }
    }
  },
};

const neuron: Rule = {
  id: "neuron-device-single",
  summary: "One container of a task on managed instances gets all Neuron devices.",
  severity: "warning",
  about: ["resourceRequirements"],
  appliesTo: "task-definition",
  check(task, report) {
    requirements(task, "NeuronDevice").forEach((device, index) => {
      const count = device.filled("value");
      if (index > 0)
        report(device, "Only one container of a task can have the Neuron devices. Remove this requirement.");
      else if (!count?.isDynamic && count?.string !== "ALL")
        report(device, 'A container gets all Neuron devices or none: the value must be "ALL".');
      else if (task.excludes("MANAGED_INSTANCES")) {
        report(
          device,
          "Neuron devices are asked for on managed instances only. Add MANAGED_INSTANCES to requiresCompatibilities, or remove this.",
        );
      }
    });
  },
};

/** GPUs and Neuron devices. */
export const resourceRequirements: readonly Rule[] = [value, sharing, neuron];
