import {
  fargateWindowsReleases,
  recentWindowsReleases,
  retiredWindowsReleases,
} from "../../../data/windowsReleases.ts";
import type { CursorSite } from "../cursorSite.ts";
import { suitsFargate, suitsMode, takesMode } from "./network.ts";

/** A closed list of which only some values fit the rest of the file. */
export interface ChoiceFilter {
  readonly path: string;
  readonly fits: (value: string, site: CursorSite) => boolean;
}

/** Values that AWS would refuse together with what the file says already. */
export const choiceFilters: readonly ChoiceFilter[] = [
  {
    path: "networkMode",
    fits: (value: string, { task }: CursorSite): boolean => {
      const launchTypes = task?.compatibilities ?? [];
      return (
        launchTypes.every((each) => takesMode(each, value)) &&
        (launchTypes.includes("FARGATE") || task === undefined || suitsMode(value, task))
      );
    },
  },
  {
    path: "requiresCompatibilities/*",
    fits: (value: string, site: CursorSite): boolean => {
      const others = site.enclosing(1)?.items.filter((item) => item.string !== site.cursor.typed) ?? [];
      const mode = site.task?.networkMode?.string;
      if (value !== "FARGATE" && site.task?.root.filled("ephemeralStorage")) return false;
      if (value === "FARGATE" && site.task && !suitsFargate(site.task)) return false;
      return !others.some((item) => item.string === value) && (mode === undefined || takesMode(value, mode));
    },
  },
  { path: "pidMode", fits: (value, { task }) => !task?.isFargate || value === "task" },
  {
    path: "containerDefinitions/*/logConfiguration/logDriver",
    fits: (value: string, site: CursorSite): boolean => {
      const { task } = site;
      const options = site.enclosing(1)?.get("options")?.members ?? [];
      if (
        options.length > 0 &&
        options.some(({ key }) => key?.startsWith("awslogs-")) !== (value === "awslogs")
      )
        return false;
      if (value === "awsfirelens") return task === undefined || task.logRouters.length > 0;
      return !task?.isFargate || value === "awslogs" || value === "splunk";
    },
  },
  {
    path: "containerDefinitions/*/resourceRequirements/*/type",
    fits: (value, { task }) => value !== "InferenceAccelerator" && (value !== "GPU" || !task?.isFargate),
  },
  // Fargate lets SYS_PTRACE be added and one limit be raised:
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
  {
    path: "containerDefinitions/*/linuxParameters/capabilities/add/*",
    fits: (value, { task }) => !task?.isFargate || value === "SYS_PTRACE",
  },
  {
    path: "containerDefinitions/*/ulimits/*/name",
    fits: (value, { task }) => !task?.isFargate || value === "nofile",
  },
  { path: "runtimePlatform/operatingSystemFamily", fits: fitsPlatform },
  {
    path: "runtimePlatform/cpuArchitecture",
    fits: (value, { task }) => value !== "ARM64" || !task?.isWindows,
  },
  {
    path: "schedulingStrategy",
    fits: (value, { service }) =>
      value !== "DAEMON" || !(service?.isFargate || service?.desiredCount !== undefined),
  },
  {
    path: "deploymentConfiguration/strategy",
    fits: (value, { service }) => value === "ROLLING" || service?.controller === "ECS",
  },
  { path: "launchType", fits: fitsNetwork },
  {
    path: "deploymentController/type",
    fits: (value: string, { service }: CursorSite): boolean => {
      if (value !== "ECS" && service?.root.at("deploymentConfiguration", "strategy")) return false;
      return value !== "EXTERNAL" || (service?.loadBalancers.length ?? 0) === 0;
    },
  },
  {
    path: "volumes/*/efsVolumeConfiguration/authorizationConfig/iam",
    fits: (value, site) =>
      value !== "ENABLED" || site.enclosing(2)?.get("transitEncryption")?.string === "ENABLED",
  },
  {
    path: "placementStrategy/*/type",
    fits: (value: string, site: CursorSite): boolean => {
      const field = site.enclosing(1)?.filled("field")?.string;
      return (
        field === undefined ||
        (value === "binpack" ? ["cpu", "memory", "CPU", "MEMORY"].includes(field) : value !== "random")
      );
    },
  },
];

function fitsPlatform(family: string, { task }: CursorSite): boolean {
  if (family === "LINUX") return true;
  if (
    retiredWindowsReleases.includes(family) ||
    task?.root.at("runtimePlatform", "cpuArchitecture")?.string === "ARM64"
  )
    return false;
  return (
    !task?.isFargate || fargateWindowsReleases.includes(family) || recentWindowsReleases.includes(family)
  );
}

/** An external instance has no VPC, and Fargate nothing else. */
function fitsNetwork(launchType: string, { task, service }: CursorSite): boolean {
  if (
    launchType === "FARGATE" &&
    service &&
    ["placementConstraints", "placementStrategy", "role"].some((member) => service.root.filled(member))
  )
    return false;
  if (launchType === "FARGATE" && service?.isDaemon) return false;
  const mode =
    task?.networkMode?.string ?? (service?.root.filled("networkConfiguration") ? "awsvpc" : undefined);
  return mode === undefined || takesMode(launchType, mode);
}
