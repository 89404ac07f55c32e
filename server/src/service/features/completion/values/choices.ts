import type { JsonNode } from "../../../jsonNode.ts";
import { protocolOf } from "../../../model/portMapping.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import type { Place } from "../place.ts";

/** A closed list of which only some values fit the rest of the file. */
export interface ChoiceFilter {
  readonly path: string;
  readonly fits: (value: string, place: Place) => boolean;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#network_mode */
const networkModes: Readonly<Record<string, readonly string[]>> = {
  FARGATE: ["awsvpc"],
  EXTERNAL: ["bridge", "host", "none"],
  MANAGED_INSTANCES: ["awsvpc", "host"],
};

/** Network modes in which a container's port is also the one of its host. */
const ownPorts: ReadonlySet<string> = new Set(["awsvpc", "host"]);

/** True where the containers of a task could share one network: each port once, and on the host the same. */
function keepPorts(task: TaskDefinition | undefined): boolean {
  const mappings = task?.portMappings ?? [];
  const ports = mappings.flatMap((mapping) => (mapping.get("containerPort")?.integer === undefined ? [] : [`${mapping.get("containerPort")!.integer} ${protocolOf(mapping)}`]));
  const isSame = (mapping: JsonNode): boolean => mapping.get("hostPort")?.integer === undefined || mapping.get("hostPort")!.integer === mapping.get("containerPort")?.integer;
  return new Set(ports).size === ports.length && mappings.every(isSame);
}

/** Values that AWS would refuse together with what the file says already. */
export const choiceFilters: readonly ChoiceFilter[] = [
  { path: "networkMode", fits: (value, { task }) => (task?.compatibilities ?? []).every((each) => networkModes[each]?.includes(value) ?? true) && (!ownPorts.has(value) || keepPorts(task)) },
  {
    path: "requiresCompatibilities/*",
    fits: (value: string, place: Place): boolean => {
      const others = place.enclosing(1)?.items.filter((item) => item.string !== place.cursor.typed) ?? [];
      const mode = place.task?.networkMode?.string;
      if (value !== "FARGATE" && place.task?.root.filled("ephemeralStorage")) return false;
      if (value === "FARGATE" && !keepPorts(place.task)) return false;
      return !others.some((item) => item.string === value) && (mode === undefined || (networkModes[value]?.includes(mode) ?? true));
    },
  },
  { path: "pidMode", fits: (value, { task }) => !task?.isFargate || value === "task" },
  {
    path: "containerDefinitions/*/logConfiguration/logDriver",
    fits: (value: string, place: Place): boolean => {
      const { task } = place;
      const options = place.enclosing(1)?.get("options")?.members ?? [];
      if (options.length > 0 && options.some(({ key }) => key?.startsWith("awslogs-")) !== (value === "awslogs")) return false;
      if (value === "awsfirelens") return task === undefined || task.logRouters.length > 0;
      return !task?.isFargate || value === "awslogs" || value === "splunk";
    },
  },
  { path: "containerDefinitions/*/resourceRequirements/*/type", fits: (value, { task }) => value !== "InferenceAccelerator" && (value !== "GPU" || !task?.isFargate) },
  // Fargate lets SYS_PTRACE be added and one limit be raised: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
  { path: "containerDefinitions/*/linuxParameters/capabilities/add/*", fits: (value, { task }) => !task?.isFargate || value === "SYS_PTRACE" },
  { path: "containerDefinitions/*/ulimits/*/name", fits: (value, { task }) => !task?.isFargate || value === "nofile" },
  { path: "runtimePlatform/operatingSystemFamily", fits: (value, { task }) => value === "LINUX" || task?.root.at("runtimePlatform", "cpuArchitecture")?.string !== "ARM64" },
  { path: "runtimePlatform/cpuArchitecture", fits: (value, { task }) => value !== "ARM64" || !task?.isWindows },
  { path: "schedulingStrategy", fits: (value, { service }) => value !== "DAEMON" || !(service?.isFargate || service?.desiredCount !== undefined) },
  {
    path: "deploymentConfiguration/strategy",
    fits: (value, { service }) => value === "ROLLING" || service?.controller === "ECS",
  },
  { path: "launchType", fits: fitsNetwork },
  {
    path: "volumes/*/efsVolumeConfiguration/authorizationConfig/iam",
    fits: (value, place) => value !== "ENABLED" || place.enclosing(2)?.get("transitEncryption")?.string === "ENABLED",
  },
  {
    path: "placementStrategy/*/type",
    fits: (value: string, place: Place): boolean => {
      const field = place.enclosing(1)?.filled("field")?.string;
      return field === undefined || (value === "binpack" ? ["cpu", "memory", "CPU", "MEMORY"].includes(field) : value !== "random");
    },
  },
];

/** An external instance has no VPC, and Fargate nothing else. */
function fitsNetwork(launchType: string, { task, service }: Place): boolean {
  const mode = task?.networkMode?.string ?? (service?.root.filled("networkConfiguration") ? "awsvpc" : undefined);
  return mode === undefined || (networkModes[launchType]?.includes(mode) ?? true);
}
