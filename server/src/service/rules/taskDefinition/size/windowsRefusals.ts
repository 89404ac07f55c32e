import {
  commonWindowsRelease,
  fargateWindowsReleases,
  recentWindowsReleases,
} from "../../../data/windowsReleases.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import { inContainers, inTask, onInContainers, refusals, type Refusal } from "../../kit/refusal.ts";
import type { Rule } from "../../rule.ts";
import { listOf } from "../../kit/words.ts";

/** Where a task sets what only Linux containers have. */
const linuxSettings: readonly Refusal["find"][] = [
  ...[
    "links",
    "dnsServers",
    "dnsSearchDomains",
    "extraHosts",
    "ulimits",
    "linuxParameters",
    "systemControls",
    "firelensConfiguration",
  ].map((name) => inContainers(name)),
  ...["disableNetworking", "readonlyRootFilesystem"].map((name) => onInContainers(name)),
  (task) => inContainers("user")(task).filter(({ string }) => string !== undefined && isLinuxUser(string)),
  inTask("proxyConfiguration"),
];

/** Those which Fargate refuses anyway, in words of its own. */
const unlessFargate: readonly Refusal["find"][] = [
  onInContainers("privileged"),
  inTask("pidMode"),
  inTask("ipcMode"),
];

/** Windows users have names, perhaps with a domain, but neither numbers nor groups. */
function isLinuxUser(user: string): boolean {
  return user === "root" || /^\d+$|:/.test(user);
}

const windows: readonly Refusal[] = [
  {
    id: "windows-unsupported-field",
    covers: ["links-awsvpc"],
    summary: "Windows containers do not have all settings of Linux containers.",
    severity: "warning",
    about: ["operatingSystemFamily"],
    fix: "delete it",
    find: (task) =>
      [...linuxSettings, ...(task.isFargate ? [] : unlessFargate)].flatMap((find) => find(task)),
    place: keyPlace,
    message: (node) =>
      node.key === "user"
        ? `"${node.string}" is a Linux user; Windows containers have users such as ContainerAdministrator. Remove user, or name one of those.`
        : `Windows containers do not support ${node.key}. Remove ${node.key}.`,
  },
  {
    id: "arm64-windows",
    summary: "ARM64 runs Linux only.",
    severity: "error",
    about: ["cpuArchitecture"],
    fix: "use X86_64",
    find: ({ root }) => {
      const architecture = root.at("runtimePlatform", "cpuArchitecture");
      return architecture?.string === "ARM64" ? [architecture] : [];
    },
    message: () =>
      "ARM64 runs Linux only, and this task asks for Windows; AWS refuses the two together. Use X86_64.",
    fixes: (node) => [quickFix("Use X86_64", replaceValue(node, "X86_64"))],
  },
];

const windowsOnFargate: readonly Refusal[] = [
  {
    id: "fargate-os-family",
    covers: ["os-family-retired"],
    summary: "Fargate runs Windows Server 2019 and 2022.",
    severity: "warning",
    about: ["operatingSystemFamily"],
    fix: `use ${commonWindowsRelease}`,
    find: ({ osFamily }) =>
      osFamily?.string !== undefined && !runsOnFargate(osFamily.string) ? [osFamily] : [],
    message: (node) =>
      `Fargate does not run ${node.string}, so this task cannot be placed. Use ${listOf(fargateWindowsReleases)}.`,
    fixes: (node) => [quickFix(`Use ${commonWindowsRelease}`, replaceValue(node, commonWindowsRelease))],
  },
  {
    id: "fargate-runtime-platform-pid",
    summary: "On Fargate, pidMode is for Linux.",
    severity: "warning",
    about: ["pidMode"],
    fix: "delete pidMode",
    find: (task) => inTask("pidMode")(task).filter(({ string }) => string === "task"),
    message: () => "On Fargate, only Linux tasks can share their processes. Remove pidMode.",
  },
];

function runsOnFargate(release: string): boolean {
  return fargateWindowsReleases.includes(release) || recentWindowsReleases.includes(release);
}

/** What tasks for Windows do not take. */
export const windowsRefusals: readonly Rule[] = [
  ...refusals((task) => task.isWindows, windows),
  ...refusals((task) => task.isWindows && task.isFargate, windowsOnFargate),
];
