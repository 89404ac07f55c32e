import { each, hasCycle, repeated, type Check } from "../refusal.ts";
import { containersOf, isAwsvpc, type Container, type Definition, type PortMapping } from "./input.ts";

/** Settings of a container that go with no network interface of the task's own. */
const withoutInterface: readonly {
  readonly message: string;
  readonly isIn: (container: Container) => boolean;
}[] = [
  { message: "Links are not supported when networkMode=awsvpc.", isIn: ({ links = [] }) => links.length > 0 },
  {
    message: "hostname is not supported on container when networkMode=awsvpc.",
    isIn: ({ hostname = "" }) => hostname !== "",
  },
  {
    message: "DNS servers are not supported on container when networkMode=awsvpc.",
    isIn: ({ dnsServers = [] }) => dnsServers.length > 0,
  },
  {
    message: "Extra hosts are not supported on container when networkMode=awsvpc.",
    isIn: ({ extraHosts = [] }) => extraHosts.length > 0,
  },
  {
    message: "Disable Networking is not supported on container when networkMode=awsvpc.",
    isIn: ({ disableNetworking }) => disableNetworking === true,
  },
];

const awsvpcSettings = (container: Container, definition: Definition): string | undefined =>
  isAwsvpc(definition) ? withoutInterface.find(({ isIn }) => isIn(container))?.message : undefined;

const links: Check<Definition> = (definition) => {
  const targets = (name: string): string[] =>
    (containersOf(definition).find((container) => container.name === name)?.links ?? []).map(
      (link) => link.split(":")[0] ?? "",
    );
  const names = containersOf(definition).map(({ name = "" }) => name);
  return hasCycle(names, targets) ? "Container links should not have a cycle" : undefined;
};

const portShape = ({ name = "", portMappings = [] }: Container): string | undefined => {
  for (const { containerPort, hostPort, containerPortRange } of portMappings) {
    if (containerPortRange && (containerPort !== undefined || hostPort !== undefined))
      return `Invalid port mapping for container '${name}', cannot specify both single port and port range.`;
    if (containerPortRange && !rangeOf(containerPortRange))
      return `Invalid 'containerPortRange' setting for container '${name}'.`;
    if (!containerPortRange && !isPort(containerPort))
      return `Invalid 'containerPort' setting for container '${name}'.`;
    if (hostPort !== undefined && hostPort !== 0 && !isPort(hostPort))
      return `Invalid 'hostPort' setting for container '${name}'.`;
  }
  return undefined;
};

const isPort = (port: number | undefined): boolean => port !== undefined && port >= 1 && port <= 65535;

/** The first and last port of `first-last`, if they are ports in that order. */
function rangeOf(text: string): [first: number, last: number] | undefined {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  return isPort(from) && isPort(to) && from < to ? [from, to] : undefined;
}

const hostPorts: Check<Definition> = (definition) => {
  const { networkMode } = definition;
  if (networkMode !== "awsvpc" && networkMode !== "host") return undefined;
  const differs = mappingsOf(definition).some(
    ({ hostPort, containerPort }) =>
      hostPort !== undefined && hostPort !== containerPort && (hostPort !== 0 || networkMode === "host"),
  );
  return differs
    ? `When networkMode=${networkMode}, the host ports and container ports in port mappings must match.`
    : undefined;
};

const mappingsOf = (definition: Definition): PortMapping[] =>
  containersOf(definition).flatMap(({ portMappings = [] }) => portMappings);

const portNames: Check<Definition> = (definition) => {
  const twice = repeated(mappingsOf(definition).flatMap(({ name }) => name ?? []));
  return twice === undefined
    ? undefined
    : `When networkMode=${definition.networkMode ?? "bridge"}, port mapping name is already used`;
};

/** In modes awsvpc and host the containers share their ports; in bridge mode those of the host. */
const usedTwice: Check<Definition> = (definition) => {
  const { networkMode = "bridge" } = definition;
  if (networkMode === "none") return undefined;
  if (networkMode === "bridge") return usedTwiceOnHost(definition);
  const port = repeated(mappingsOf(definition).flatMap(portsOf));
  return port === undefined
    ? undefined
    : `${upper(port)} container port '${portOf(port)}' is used multiple times in task when networkMode=${networkMode}.`;
};

function usedTwiceOnHost(definition: Definition): string | undefined {
  const host = repeated(
    mappingsOf(definition).flatMap(({ hostPort, protocol = "tcp" }) =>
      hostPort ? `${protocol}/${hostPort}` : [],
    ),
  );
  if (host !== undefined)
    return `${upper(host)} host port '${portOf(host)}' is mapped multiple times in task.`;
  for (const { name = "", portMappings = [] } of containersOf(definition)) {
    const inRange = repeated(
      portMappings.filter(({ containerPortRange }) => containerPortRange !== undefined).flatMap(portsOf),
    );
    if (inRange !== undefined)
      return `${upper(inRange)} container port '${portOf(inRange)}' is used multiple times in container '${name}'.`;
  }
  return undefined;
}

const ranges = (
  { name = "", portMappings = [] }: Container,
  { networkMode = "bridge" }: Definition,
): string | undefined => {
  const all = portMappings.filter(({ containerPortRange = "" }) => containerPortRange !== "");
  if (all.length > 100) return `Container '${name}' can have up to 100 port ranges.`;
  return all.length > 0 && (networkMode === "host" || networkMode === "none")
    ? `containerPortRange is not supported when networkMode=${networkMode}.`
    : undefined;
};

const portName = ({ portMappings = [] }: Container): string | undefined =>
  portMappings.some(({ name = "a" }) => !/^[a-zA-Z0-9_][a-zA-Z0-9_-]{0,63}$/.test(name))
    ? "Port mapping name contains invalid characters."
    : undefined;

const upper = (key: string): string => (key.split("/")[0] ?? "").toUpperCase();
const portOf = (key: string): string => key.split("/")[1] ?? "";

function portsOf({ containerPort, containerPortRange, protocol = "tcp" }: PortMapping): string[] {
  const [first, last] =
    containerPortRange === undefined
      ? [containerPort ?? 0, containerPort ?? 0]
      : (rangeOf(containerPortRange) ?? [1, 0]);
  return Array.from({ length: last - first + 1 }, (_, index) => `${protocol}/${first + index}`);
}

const proxyProperties = ["ProxyIngressPort", "ProxyEgressPort", "AppPorts", "EgressIgnoredIPs"];
const proxyMessages: Readonly<Record<string, string>> = {
  ProxyIngressPort: "Ingress port not found",
  ProxyEgressPort: "Egress port not found",
  AppPorts: "App ports not found",
  EgressIgnoredIPs: "Egress ignored IPs not found",
};

const proxy: Check<Definition> = (definition) => {
  const configuration = definition.proxyConfiguration;
  if (!configuration) return undefined;
  if (!isAwsvpc(definition)) return "APPMESH proxy configuration is only supported in networkMode=awsvpc";
  const { containerName = "", properties = [] } = configuration;
  if (!containersOf(definition).some(({ name }) => name === containerName))
    return `Proxy container [${containerName}] does not exist`;
  const missing = proxyProperties.find((wanted) => !properties.some(({ name }) => name === wanted));
  return missing === undefined ? undefined : proxyMessages[missing];
};

export const networkChecks: readonly Check<Definition>[] = [
  each<Definition, Container>(containersOf, awsvpcSettings, portShape, ranges, portName),
  links,
  hostPorts,
  portNames,
  usedTwice,
  proxy,
];
