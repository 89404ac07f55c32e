import { kernelSettings } from "../../../data/kernelSettings.ts";
import { availabilityZone } from "../../../data/placement.ts";
import { fargateProviders, supportedPlatformVersions } from "../../../data/platformVersions.ts";
import type { CursorSite, ValueProvider } from "../cursorSite.ts";
import { type Suggestion, valueOf } from "../suggestion.ts";

/** Values of strings that are free to ECS's schema, of which there are a few that everyone writes. */
export const usualValues: readonly ValueProvider[] = [
  { path: "containerDefinitions/*/healthCheck/command/*", suggest: healthCheckWords },
  { path: "containerDefinitions/*/systemControls/*/namespace", suggest: systemControls },
  { path: "containerDefinitions/*/ulimits/*/softLimit", suggest: (site) => limits(site, "hardLimit") },
  { path: "containerDefinitions/*/ulimits/*/hardLimit", suggest: (site) => limits(site, "softLimit") },
  {
    path: "containerDefinitions/*/stopTimeout",
    suggest: () => [valueOf(30, "default"), valueOf(60), valueOf(120, "the most that Fargate gives")],
  },
  {
    path: "containerDefinitions/*/startTimeout",
    suggest: () => [valueOf(60), valueOf(120, "the most that Fargate gives")],
  },
  {
    path: "ephemeralStorage/sizeInGiB",
    suggest: () => [
      valueOf(21, "the least; 20 GiB come without it"),
      valueOf(50),
      valueOf(100),
      valueOf(200, "the most"),
    ],
  },
  {
    path: "placementConstraints/*/expression",
    suggest: () => expressions.map(({ text, meaning }) => valueOf(text, meaning)),
  },
  { path: "placementStrategy/*/field", suggest: placementFields },
  {
    path: "platformVersion",
    suggest: ({ task }) =>
      supportedPlatformVersions(task?.isWindows ?? false).map(({ version, note }) => valueOf(version, note)),
  },
  { path: "capacityProviderStrategy/*/capacityProvider", suggest: capacityProviders },
];

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
function healthCheckWords(site: CursorSite): Suggestion[] {
  const index = site.path.at(-1);
  const first = site.enclosing(1)?.items[0]?.string;
  if (index === 0)
    return [
      valueOf("CMD-SHELL", "one line for the container's shell"),
      valueOf("CMD", "a program and its arguments"),
    ];
  if (index !== 1 || first !== "CMD-SHELL") return [];
  return [
    valueOf(`curl -f http://localhost:${site.containerPort ?? 8080}/ || exit 1`, "healthy while it answers"),
  ];
}

function systemControls(site: CursorSite): Suggestion[] {
  const taken = new Set(site.enclosing(2)?.items.map((entry) => entry.get("namespace")?.string));
  taken.delete(site.cursor.typed);
  const mode = site.task?.effectiveNetworkMode;
  const fits = ({ name, kind }: { name: string; kind: string }): boolean =>
    !taken.has(name) && (kind === "ipc" ? !site.task?.isFargate : mode !== "host");
  return kernelSettings.filter(fits).map(({ name, meaning }) => valueOf(name, meaning));
}

/** The other limit of the pair, or for open files what Fargate gives and what is usual. */
function limits(site: CursorSite, other: "hardLimit" | "softLimit"): Suggestion[] {
  const entry = site.enclosing(1);
  const pair = entry?.get(other)?.integer;
  if (pair !== undefined) return [valueOf(pair, "like the other limit")];
  return entry?.get("name")?.string === "nofile"
    ? [valueOf(65_536, "usual for servers"), valueOf(1_048_576, "the most on Fargate")]
    : [];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html */
const expressions = [
  { text: "attribute:ecs.instance-type =~ t3.*", meaning: "instances of a family" },
  { text: "attribute:ecs.instance-type == m5.large", meaning: "instances of a type" },
  { text: "attribute:ecs.availability-zone in [us-east-1a, us-east-1b]", meaning: "instances of some zones" },
  { text: "attribute:ecs.os-type == linux", meaning: "instances with this system" },
  { text: "attribute:ecs.cpu-architecture == arm64", meaning: "instances with this processor" },
  { text: "not(task:group == service:production)", meaning: "instances without tasks of a group" },
];

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-strategies.html */
function placementFields(site: CursorSite): Suggestion[] {
  const type = site.enclosing(1)?.get("type")?.string;
  const spread = [
    valueOf(availabilityZone, "tasks in many zones"),
    valueOf("instanceId", "tasks on many instances"),
  ];
  const binpack = [
    valueOf("memory", "as few instances as memory allows"),
    valueOf("cpu", "as few instances as CPU allows"),
  ];
  if (type === "random") return [];
  return type === "binpack" ? binpack : type === "spread" ? spread : [...spread, ...binpack];
}

/** Fargate's own providers; a strategy holds either these or those of instances. */
function capacityProviders(site: CursorSite): Suggestion[] {
  const others = (site.enclosing(2)?.items ?? [])
    .map((item) => item.get("capacityProvider")?.string)
    .filter((name) => name && name !== site.cursor.typed);
  if (!canRunOnFargate(site)) return [];
  if (others.some((name) => !fargateProviders.some((each) => each.name === name))) return [];
  return fargateProviders
    .filter(({ name }) => !others.includes(name))
    .map(({ name, meaning }) => valueOf(name, meaning));
}

/** False for a service that has something which only instances have. */
function canRunOnFargate({ task, service }: CursorSite): boolean {
  const compatibilities = task?.compatibilities ?? [];
  if (compatibilities.length > 0 && !compatibilities.includes("FARGATE")) return false;
  const isPlaced = service?.root.filled("placementConstraints") ?? service?.root.filled("placementStrategy");
  return (
    !service?.isDaemon &&
    isPlaced === undefined &&
    !service?.loadBalancers.some((balancer) => balancer.filled("loadBalancerName"))
  );
}
