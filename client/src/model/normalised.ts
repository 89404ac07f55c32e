type Json = unknown;
type Members = Readonly<Record<string, Json>>;

/**
 * Values that ECS fills in when a task definition leaves them out, by the member they belong to.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
const defaults: Readonly<Record<string, Members>> = {
  containerDefinitions: { cpu: 0, essential: true },
  portMappings: { protocol: "tcp" },
  healthCheck: { interval: 30, timeout: 5, retries: 3 },
  restartPolicy: { enabled: false },
  mountPoints: { readOnly: false },
  volumesFrom: { readOnly: false },
  efsVolumeConfiguration: { rootDirectory: "/", transitEncryption: "DISABLED" },
  taskDefinition: { enableFaultInjection: false },
};

/** By what the entries of lists without an order are sorted. */
const keyOf: Readonly<Record<string, string>> = {
  environment: "name",
  secrets: "name",
  secretOptions: "name",
  containerDefinitions: "name",
  volumes: "name",
  mountPoints: "containerPath",
  portMappings: "containerPort",
  ulimits: "name",
  systemControls: "namespace",
  tags: "key",
};

const setsOfWords = new Set(["requiresCompatibilities", "subnets", "securityGroups"]);

/** Cut off where they are nothing but absent: an empty list says the same as none. */
const isEmpty = (value: Json): boolean =>
  typeof value === "object" && value !== null && !(value instanceof Date) && Object.keys(value).length === 0;

/**
 * A task definition in the one form that stands for all that ECS treats alike: defaults and empty lists left out,
 * lists without an order sorted, sizes in units, members by name. Two inputs with equal forms make equal tasks.
 */
export function normalised(definition: object): Members {
  const { networkMode } = definition as { networkMode?: string };
  const walk = (value: Json, name: string): Json => {
    if (Array.isArray(value))
      return sorted(
        value.map((item) => walk(item, name)),
        name,
      );
    if (typeof value !== "object" || value === null) return size(name, value);
    const known = defaults[name] ?? {};
    const members = Object.entries(value)
      .filter(([member, inner]) => inner !== undefined && inner !== null && inner !== known[member])
      .map(([member, inner]) => [member, walk(inner, member)] as const)
      .filter(([, inner]) => !isEmpty(inner));
    return withoutHostPort(Object.fromEntries(members.sort(byName)), name, networkMode);
  };
  return walk(definition, "taskDefinition") as Members;
}

/** In awsvpc and host mode, the host port is the container port when it is left out; 0 leaves it to ECS. */
function withoutHostPort(members: Members, name: string, networkMode: string | undefined): Members {
  if (name !== "portMappings") return members;
  const { hostPort, ...others } = members;
  const isGiven =
    hostPort === 0 ||
    ((networkMode === "awsvpc" || networkMode === "host") && hostPort === members["containerPort"]);
  return isGiven ? others : members;
}

/** `1 vCPU` is 1024 units and `2 GB` 2048 MiB; ECS answers in units. */
function size(name: string, value: Json): Json {
  if (typeof value !== "string" || (name !== "cpu" && name !== "memory")) return value;
  const [, amount = "", unit = ""] = /^\s*([\d.]+)\s*(vcpu|gb)\s*$/i.exec(value) ?? [];
  return unit === "" ? value : String(Number(amount) * 1024);
}

function sorted(items: readonly Json[], name: string): readonly Json[] {
  if (setsOfWords.has(name)) return items.map(String).sort();
  const key = keyOf[name];
  if (key === undefined) return items;
  const text = (item: Json): string => JSON.stringify((item as Members)[key] ?? "");
  return items.toSorted((a, b) => text(a).localeCompare(text(b), "en", { numeric: true }));
}

const byName = ([a]: readonly [string, Json], [b]: readonly [string, Json]): number => (a < b ? -1 : 1);
