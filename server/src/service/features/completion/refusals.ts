import type { EcsService } from "../../model/ecsService.ts";
import type { Schema } from "../../schema/ecsSchema.ts";
import type { CursorSite } from "./cursorSite.ts";

/** Members of which AWS refuses any value by now. */
const withdrawn = new Set(["inferenceAccelerators"]);

/** Members of containers that AWS refuses in awsvpc mode, whose network the VPC gives. */
export const bridgeOnly = new Set([
  "disableNetworking",
  "dnsSearchDomains",
  "dnsServers",
  "extraHosts",
  "hostname",
  "links",
]);

/** Members of which an object may have one. */
const exclusive: readonly { readonly path: string; readonly members: readonly (readonly string[])[] }[] = [
  {
    path: "containerDefinitions/*/portMappings/*",
    members: [["containerPort", "hostPort"], ["containerPortRange"]],
  },
  {
    path: "volumes/*",
    members: [
      ["host"],
      ["efsVolumeConfiguration"],
      ["configuredAtLaunch"],
      ["dockerVolumeConfiguration"],
      ["fsxWindowsFileServerVolumeConfiguration"],
      ["s3filesVolumeConfiguration"],
    ],
  },
  { path: "", members: [["launchType"], ["capacityProviderStrategy"]] },
  { path: "loadBalancers/*", members: [["targetGroupArn", "advancedConfiguration"], ["loadBalancerName"]] },
];

/** True where AWS would not take the member beside what the file says already. */
export function isRefused(name: string, property: Schema, site: CursorSite): boolean {
  return (
    withdrawn.has(name) ||
    isRefusedByPlatform(property, site) ||
    excludes(name, site) ||
    isRefusedBySite(name, site)
  );
}

function isRefusedByPlatform(property: Schema, { task, service }: CursorSite): boolean {
  const launchTypes = property["x-launchTypes"];
  const chosen = service
    ? service.launchType?.string
    : task?.compatibilities.find((each) => !launchTypes?.includes(each));
  if (launchTypes && chosen !== undefined && !launchTypes.includes(chosen)) return true;
  return Boolean(task?.isWindows) && property["x-windows"] === false;
}

function excludes(name: string, site: CursorSite): boolean {
  const groups = exclusive.find(({ path }) => path === site.pattern)?.members;
  const own = groups?.find((members) => members.includes(name));
  return (
    own !== undefined &&
    groups!.some((members) => members !== own && members.some((member) => site.enclosing(0)?.filled(member)))
  );
}

function isRefusedBySite(name: string, site: CursorSite): boolean {
  const { task, service, pattern } = site;
  if (pattern === "containerDefinitions/*/logConfiguration/options") return !belongsToDriver(name, site);
  if (pattern === "containerDefinitions/*") return Boolean(task?.isAwsvpc) && bridgeOnly.has(name);
  if (pattern === "volumes/*/efsVolumeConfiguration")
    return (
      name === "transitEncryptionPort" && site.enclosing(0)?.get("transitEncryption")?.string !== "ENABLED"
    );
  if (pattern !== "") return false;
  if (service) return isRefusedInService(name, service);
  if (name === "placementConstraints") return Boolean(task?.isFargate);
  return name === "proxyConfiguration" && !task?.isAwsvpc;
}

/** Members that a service with one task on each instance has no use for. */
const notForDaemons = new Set([
  "availabilityZoneRebalancing",
  "desiredCount",
  "placementStrategy",
  "volumeConfigurations",
]);

function isRefusedInService(name: string, { root, isDaemon, isFargate, loadBalancers }: EcsService): boolean {
  // CreateService takes the one, UpdateService the other.
  if (name === "service") return root.filled("serviceName") !== undefined;
  if (name === "serviceName") return root.filled("service") !== undefined;
  if (isDaemon && notForDaemons.has(name)) return true;
  // The role is for load balancers of tasks without a network of their own.
  if (name === "role")
    return isFargate || loadBalancers.length === 0 || root.filled("networkConfiguration") !== undefined;
  return name === "networkConfiguration"
    ? root.filled("role") !== undefined
    : isFargate && name.startsWith("placement");
}

/** False for the options of another log driver than the one that the container has chosen. */
function belongsToDriver(option: string, site: CursorSite): boolean {
  const driver = site.enclosing(1)?.get("logDriver")?.string;
  if (option.startsWith("awslogs-")) return driver === undefined || driver === "awslogs";
  return option !== "log-driver-buffer-limit" || driver === "awsfirelens";
}
