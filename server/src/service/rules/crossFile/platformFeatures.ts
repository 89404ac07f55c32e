import type { JsonNode } from "../../syntax/jsonNode.ts";
import type { EcsService } from "../../model/ecsService.ts";
import type { TaskDefinition } from "../../model/taskDefinition.ts";
import { quickFix, replaceValue } from "../kit/fix.ts";
import { placeOf } from "../kit/placeOf.ts";
import type { Rule } from "../rule.ts";
import { listOf } from "../kit/words.ts";

/**
 * What came with platform version 1.4.0.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-linux-fargate.html
 */
const features: readonly (readonly [
  feature: string,
  find: (task: TaskDefinition, service: EcsService) => JsonNode | undefined,
])[] = [
  [
    "EFS volumes",
    ({ volumes }) => volumes.map((volume) => volume.filled("efsVolumeConfiguration")).find(Boolean),
  ],
  ["ephemeralStorage", ({ root }) => root.filled("ephemeralStorage")],
  ["pidMode", ({ root }) => root.filled("pidMode")],
  ["ARM64", ({ root }) => ofValue(root.at("runtimePlatform", "cpuArchitecture"), "ARM64")],
  ["tasks of 8 or 16 vCPU", ({ cpu, cpuUnits }) => ((cpuUnits ?? 0) >= 8192 ? cpu : undefined)],
  [
    "systemControls",
    ({ containers }) => containers.map(({ node }) => node.filled("systemControls")).find(Boolean),
  ],
];

function ofValue(node: JsonNode | undefined, value: string): JsonNode | undefined {
  return node?.string === value ? node : undefined;
}

export const platformFeatures: Rule = {
  id: "platform-version-feature",
  summary: "Some features of a task need platform version 1.4.0.",
  severity: "warning",
  fix: "use LATEST",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    const version = service.root.get("platformVersion");
    if (!version?.string || !/^1\.[0-3]\.\d+$/.test(version.string) || task.isWindows) return;
    const used = features.flatMap(([feature, find]) => {
      const node = find(task, service);
      return node ? [{ feature, node }] : [];
    });
    const names = [
      ...used.map(({ feature }) => feature),
      ...(service.serviceConnect ? ["Service Connect"] : []),
    ];
    if (names.length === 0) return;
    report(
      version,
      `The service runs on platform version ${version.string}, which lacks ${listOf(names, "and")}: 1.4.0 brought that. Use LATEST.`,
      {
        fixes: [quickFix("Use LATEST", replaceValue(version, "LATEST"))],
        related: used.flatMap(({ feature, node }) => placeOf(`Needs 1.4.0: ${feature}`, node, taskDocument)),
      },
    );
  },
};
