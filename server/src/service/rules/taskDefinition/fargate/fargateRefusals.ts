import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { fargateLogDrivers } from "../../../data/fargateLimits.ts";
import { quickFix, remove, replaceValue } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import {
  inContainers,
  inTask,
  inVolumes,
  onInContainers,
  refusals,
  type Refusal,
} from "../../kit/refusal.ts";
import { listOf } from "../../kit/words.ts";

const text = (node: JsonNode): string => `"${node.string}"`;

/** The elements of lists in the containers. */
const elementsOf =
  (...path: readonly string[]) =>
  (task: TaskDefinition): readonly JsonNode[] =>
    inContainers(...path)(task).flatMap((list) => list.items);

/** What Fargate does not take, by the member that asks for it. */
export const fargateRefusalRows: readonly Refusal[] = [
  {
    id: "fargate-privileged",
    summary: "Fargate runs no privileged containers.",
    severity: "error",
    about: ["privileged"],
    fix: "delete privileged",
    find: onInContainers("privileged"),
    message: () =>
      "Fargate runs no privileged containers, and AWS refuses the registration. Remove privileged, or run this task on EC2.",
  },
  {
    id: "fargate-devices",
    summary: "Fargate has no host devices.",
    severity: "error",
    about: ["devices"],
    fix: "delete devices",
    find: inContainers("linuxParameters", "devices"),
    message: () =>
      "Fargate has no host whose devices a container could use, and AWS refuses the registration. Remove devices.",
  },
  {
    id: "fargate-capabilities-add",
    covers: ["dangerous-capability"],
    summary: "On Fargate, only the capability SYS_PTRACE can be added.",
    severity: "error",
    about: ["capabilities"],
    fix: "delete the capability",
    find: (task) =>
      elementsOf(
        "linuxParameters",
        "capabilities",
        "add",
      )(task).filter(({ string }) => string !== undefined && string !== "SYS_PTRACE"),
    message: (node) =>
      `On Fargate, SYS_PTRACE is the only capability that can be added; AWS refuses ${text(node)}. Remove it.`,
    fixes: (node) => [quickFix(`Remove ${node.string}`, remove(node))],
  },
  {
    id: "fargate-docker-security-options",
    summary: "Fargate takes no Docker security options.",
    severity: "error",
    about: ["dockerSecurityOptions"],
    fix: "delete dockerSecurityOptions",
    find: inContainers("dockerSecurityOptions"),
    message: () => "Fargate takes no dockerSecurityOptions, and AWS refuses the registration. Remove them.",
  },
  {
    id: "fargate-docker-volume",
    summary: "Fargate has no Docker volumes.",
    severity: "error",
    about: ["dockerVolumeConfiguration"],
    fix: "delete dockerVolumeConfiguration",
    find: inVolumes("dockerVolumeConfiguration"),
    place: keyPlace,
    message: () =>
      "Fargate has no Docker volumes, and AWS refuses the registration. Use a bind mount (an empty host), EFS or an EBS volume.",
  },
  {
    id: "fargate-host-source-path",
    summary: "Fargate has no host path.",
    severity: "error",
    about: ["sourcePath"],
    fix: "empty host",
    find: inVolumes("host", "sourcePath"),
    message: () =>
      "On Fargate there is no host whose path could be mounted, and AWS refuses the registration. An empty host gives the containers a shared scratch volume.",
    fixes: (node) =>
      node.parent ? [quickFix("Use a scratch volume: an empty host", replaceValue(node.parent, {}))] : [],
  },
  {
    id: "fargate-gpu",
    summary: "Fargate has no GPUs.",
    severity: "error",
    about: ["resourceRequirements"],
    fix: "delete the GPU",
    find: (task) =>
      elementsOf("resourceRequirements")(task).filter((item) => item.get("type")?.string === "GPU"),
    message: () =>
      "Fargate has no GPUs, and AWS refuses the registration. Remove this requirement, or run the task on EC2 or managed instances.",
    fixes: (node) => [quickFix("Remove the GPU", remove(node))],
  },
  {
    id: "fargate-ipc-mode",
    covers: ["ipc-mode-host-security"],
    summary: "Fargate takes no ipcMode.",
    severity: "error",
    about: ["ipcMode"],
    fix: "delete ipcMode",
    find: inTask("ipcMode"),
    message: () =>
      "Fargate takes no ipcMode, whatever its value, and AWS refuses the registration. Remove it.",
  },
  {
    id: "fargate-pid-mode",
    covers: ["pid-mode-host-security"],
    summary: 'On Fargate, pidMode is "task" or left out.',
    severity: "error",
    about: ["pidMode"],
    fix: 'use "task"',
    find: (task) => inTask("pidMode")(task).filter(({ string }) => string !== undefined && string !== "task"),
    message: (node) =>
      `On Fargate, pidMode can only be "task", not ${text(node)}; AWS refuses the registration. Use "task", or leave it out.`,
    fixes: (node) => [
      quickFix('Use pidMode "task"', replaceValue(node, "task")),
      quickFix("Remove pidMode", remove(node)),
    ],
  },
  {
    id: "fargate-max-swap",
    summary: "Fargate has no swap to limit.",
    severity: "error",
    about: ["maxSwap"],
    fix: "delete maxSwap",
    find: inContainers("linuxParameters", "maxSwap"),
    message: () => "Fargate takes no maxSwap, and AWS refuses the registration. Remove it.",
  },
  {
    id: "fargate-swappiness",
    summary: "Fargate has no swappiness.",
    severity: "warning",
    about: ["swappiness"],
    fix: "delete swappiness",
    find: inContainers("linuxParameters", "swappiness"),
    message: () => "swappiness is not supported on Fargate, which does not swap. Remove it.",
  },
  {
    id: "fargate-shared-memory-size",
    summary: "On Fargate, the size of /dev/shm cannot be set.",
    severity: "error",
    about: ["sharedMemorySize"],
    fix: "delete sharedMemorySize",
    find: inContainers("linuxParameters", "sharedMemorySize"),
    message: () =>
      "On Fargate the size of /dev/shm cannot be set, and AWS refuses the registration. Remove sharedMemorySize.",
  },
  {
    id: "fargate-placement-constraints",
    summary: "Fargate tasks are not placed on instances.",
    severity: "error",
    about: ["placementConstraints"],
    fix: "delete placementConstraints",
    find: inTask("placementConstraints"),
    message: () =>
      "Fargate has no instances to choose from, and AWS refuses placement constraints in its task definitions. Remove them.",
  },
  {
    id: "fargate-log-driver",
    summary: "Fargate has the log drivers awslogs, splunk and awsfirelens.",
    severity: "error",
    about: ["logDriver"],
    fix: "use awslogs",
    find: (task) =>
      inContainers(
        "logConfiguration",
        "logDriver",
      )(task).filter(({ string }) => string !== undefined && !fargateLogDrivers.includes(string)),
    message: (node) =>
      `Fargate has no log driver ${text(node)}, and AWS refuses the registration. Use ${listOf(fargateLogDrivers)}.`,
    fixes: (node) => [quickFix("Use awslogs", replaceValue(node, "awslogs"))],
  },
  {
    id: "fargate-ulimit-name",
    summary: "On Fargate, only the limit nofile can be set.",
    severity: "information",
    about: ["ulimits"],
    find: (task) =>
      elementsOf("ulimits")(task)
        .flatMap((item) => item.filled("name") ?? [])
        .filter(({ string }) => string !== undefined && string !== "nofile"),
    message: (node) =>
      `Fargate sets only the limit nofile; ${text(node)} keeps the value of the operating system.`,
  },
  {
    id: "fargate-fsx-volume",
    summary: "Fargate does not mount FSx for Windows File Server.",
    severity: "warning",
    about: ["fsxWindowsFileServerVolumeConfiguration"],
    find: inVolumes("fsxWindowsFileServerVolumeConfiguration"),
    place: keyPlace,
    message: () =>
      "FSx for Windows File Server is mounted by Windows instances on EC2 only, not on Fargate. Use EFS on Linux, or run this task on EC2.",
  },
  {
    id: "fargate-firelens-s3-config",
    summary: "On Fargate, FireLens reads no configuration from S3.",
    severity: "warning",
    about: ["firelensConfiguration"],
    fix: 'use "file"',
    find: (task) =>
      inContainers(
        "firelensConfiguration",
        "options",
        "config-file-type",
      )(task).filter(({ string }) => string === "s3"),
    message: () =>
      'On Fargate, FireLens takes a config-file-type of "file" only. Put the file into the image and give its path.',
    fixes: (node) => [quickFix('Use config-file-type "file"', replaceValue(node, "file"))],
  },
];

/** Settings that Fargate refuses or does not heed. */
export const fargateRefusals = refusals((task) => task.isFargate, fargateRefusalRows);
