import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import { inTask, inVolumes, refusals, type Refusal } from "../../kit/refusal.ts";
import type { Rule } from "../../rule.ts";

type Find = Refusal["find"];

const any =
  (...finds: readonly Find[]): Find =>
  (task: TaskDefinition): readonly JsonNode[] =>
    finds.flatMap((find) => find(task));

const networkMode =
  (mode: string): Find =>
  ({ networkMode: node }) =>
    node?.string === mode ? [node] : [];

const external: readonly Refusal[] = [
  {
    id: "external-network-mode",
    summary: "ECS Anywhere has no awsvpc mode.",
    severity: "error",
    fix: "use bridge",
    find: networkMode("awsvpc"),
    message: () =>
      'ECS Anywhere (EXTERNAL) has no networkMode "awsvpc": its instances are not in a VPC. Use "bridge", "host" or "none".',
    fixes: (node) => [quickFix("Use bridge", replaceValue(node, "bridge"))],
  },
  {
    id: "external-unsupported",
    summary: "ECS Anywhere has neither EFS, FSx nor App Mesh.",
    severity: "warning",
    about: ["efsVolumeConfiguration", "fsxWindowsFileServerVolumeConfiguration", "proxyConfiguration"],
    find: any(
      inVolumes("efsVolumeConfiguration"),
      inVolumes("fsxWindowsFileServerVolumeConfiguration"),
      inTask("proxyConfiguration"),
    ),
    place: keyPlace,
    message: (node) =>
      `ECS Anywhere (EXTERNAL) does not support ${node.key}. Remove it, or run this task on EC2.`,
  },
];

const managedInstances: readonly Refusal[] = [
  {
    id: "managed-instances-network-mode",
    summary: "Managed instances have no bridge mode.",
    severity: "error",
    fix: "use awsvpc",
    find: networkMode("bridge"),
    message: () => 'Managed instances have no networkMode "bridge". Use "awsvpc", or "host".',
    fixes: (node) => [quickFix("Use awsvpc", replaceValue(node, "awsvpc"))],
  },
  {
    id: "managed-instances-unsupported",
    summary: "Managed instances have no ephemeralStorage, ipcMode, proxyConfiguration or Docker volumes.",
    severity: "warning",
    about: ["ephemeralStorage", "ipcMode", "proxyConfiguration", "dockerVolumeConfiguration"],
    fix: "delete it",
    find: any(
      inTask("ephemeralStorage"),
      inTask("ipcMode"),
      inTask("proxyConfiguration"),
      inVolumes("dockerVolumeConfiguration"),
    ),
    place: keyPlace,
    message: (node) => `Managed instances do not support ${node.key}. Remove it.`,
  },
  {
    id: "managed-instances-linux-only",
    summary: "Managed instances run Linux.",
    severity: "warning",
    about: ["operatingSystemFamily"],
    find: ({ isWindows, osFamily }) => (isWindows && osFamily ? [osFamily] : []),
    message: (node) =>
      `Managed instances run Linux only, not ${node.string}. Use LINUX, or run this task on EC2 or Fargate.`,
  },
];

/** What ECS Anywhere and managed instances do not take. */
export const launchTypeRefusals: readonly Rule[] = [
  ...refusals((task) => task.isOnly("EXTERNAL"), external),
  ...refusals((task) => task.compatibilities.includes("MANAGED_INSTANCES"), managedInstances),
];
