import { each, type Check } from "../refusal.ts";
import { containersOf, type Container, type Definition } from "./input.ts";

// Limits that AWS documents. How it words these refusals is not proven.

const placementConstraints: Check<Definition> = ({ placementConstraints: constraints = [] }) => {
  if (constraints.length > 10) return "Maximum number of constraints is 10.";
  return constraints.some(({ expression = "" }) => expression === "" || expression.length > 2000)
    ? "memberOf expression should have from 1 to 2000 characters."
    : undefined;
};

const launchTypes: Check<Definition> = ({ networkMode, requiresCompatibilities: compatibilities = [] }) => {
  const only = compatibilities.length === 1 ? compatibilities[0] : undefined;
  if (only === "EXTERNAL" && networkMode === "awsvpc")
    return "EXTERNAL does not support network mode 'awsvpc'.";
  return compatibilities.includes("MANAGED_INSTANCES") && networkMode === "bridge"
    ? "MANAGED_INSTANCES does not support network mode 'bridge'."
    : undefined;
};

const linux = ({ name = "", linuxParameters }: Container): string | undefined => {
  const { swappiness = 60, maxSwap = 0, sharedMemorySize = 0 } = linuxParameters ?? {};
  if (swappiness < 0 || swappiness > 100) return `Invalid 'swappiness' setting for container '${name}'.`;
  if (maxSwap < 0) return `Invalid 'maxSwap' setting for container '${name}'.`;
  return sharedMemorySize < 0 ? `Invalid 'sharedMemorySize' setting for container '${name}'.` : undefined;
};

const credentialSpecs = ({ credentialSpecs: specs = [] }: Container): string | undefined => {
  if (specs.length > 1) return "Only one credential spec can be specified.";
  return specs.some((spec) => !/^credentialspec(domainless)?:/.test(spec))
    ? "Invalid 'credentialSpecs' setting."
    : undefined;
};

const ignoredExitCodes = ({ name = "", restartPolicy }: Container): string | undefined =>
  (restartPolicy?.ignoredExitCodes ?? []).length > 50
    ? `The 'ignoredExitCodes' setting for container '${name}' can have up to 50 values.`
    : undefined;

const gpus = ({ name = "", resourceRequirements = [] }: Container): string | undefined => {
  const wrong = resourceRequirements.some(
    ({ type, value, sharingStrategy }) =>
      type === "GPU" &&
      ((value === undefined) === (sharingStrategy === undefined) ||
        (value !== undefined && !/^([1-9]\d*|ALL)$/.test(value))),
  );
  return wrong ? `Invalid 'resourceRequirements' setting for container '${name}'.` : undefined;
};

const extraHosts = ({ extraHosts: hosts = [] }: Container): string | undefined =>
  hosts.some(({ hostname = "", ipAddress = "" }) => hostname === "" || ipAddress === "")
    ? "Extra hosts require hostname and ipAddress."
    : undefined;

const linkFormat = ({ links = [] }: Container): string | undefined =>
  links.every((link) => /^[^:]+(:[^:]+)?$/.test(link)) ? undefined : "Invalid 'links' setting.";

/** Kernel settings that belong to the host, where the container shares its network or its memory. */
const systemControls = (
  { systemControls: controls = [] }: Container,
  { networkMode, ipcMode }: Definition,
): string | undefined => {
  const shared = controls.find(
    ({ namespace = "" }) =>
      (networkMode === "host" && namespace.startsWith("net.")) ||
      (ipcMode === "host" && /^(kernel\.(msg|sem|shm)|fs\.mqueue\.)/.test(namespace)),
  );
  return (
    shared && `The system control '${shared.namespace ?? ""}' is not supported with this network or IPC mode.`
  );
};

const firelens = ({ firelensConfiguration }: Container): string | undefined => {
  const { "config-file-type": type, "config-file-value": value } = firelensConfiguration?.options ?? {};
  if ((type === undefined) !== (value === undefined))
    return "Firelens config-file-type and config-file-value must be specified together.";
  return type === "s3" && !/^arn:[a-z-]+:s3:::[^/]+\/.+/.test(value ?? "")
    ? "Invalid arn syntax."
    : undefined;
};

export const limitChecks: readonly Check<Definition>[] = [
  placementConstraints,
  launchTypes,
  each<Definition, Container>(
    containersOf,
    linux,
    credentialSpecs,
    ignoredExitCodes,
    gpus,
    extraHosts,
    linkFormat,
    systemControls,
    firelens,
  ),
];
