import { each, type Check } from "../refusal.ts";
import { containersOf, isWindows, volumesOf, type Container, type Definition, type Volume } from "./input.ts";
import { cpuUnits, isFargateSize, memoryMebibytes } from "./size.ts";

/** Settings that Fargate has nothing for: what finds them, and how the message calls them. */
const unsupported: readonly {
  readonly called: string;
  readonly isIn: (definition: Definition) => boolean;
}[] = [
  { called: "constraints", isIn: ({ placementConstraints = [] }) => placementConstraints.length > 0 },
  { called: "ipcMode", isIn: ({ ipcMode }) => Boolean(ipcMode) },
  {
    called: "dockerVolumeConfiguration",
    isIn: (definition) => volumesOf(definition).some((volume) => volume.dockerVolumeConfiguration),
  },
  {
    called: "sourcePath",
    isIn: (definition) => volumesOf(definition).some((volume: Volume) => volume.host?.sourcePath),
  },
  {
    called: "dockerSecurityOptions",
    isIn: inContainers(({ dockerSecurityOptions = [] }) => dockerSecurityOptions.length > 0),
  },
  {
    called: "devices",
    isIn: inContainers(({ linuxParameters }) => (linuxParameters?.devices ?? []).length > 0),
  },
  { called: "maxSwap", isIn: inContainers(({ linuxParameters }) => linuxParameters?.maxSwap !== undefined) },
  {
    called: "sharedMemorySize",
    isIn: inContainers(({ linuxParameters }) => linuxParameters?.sharedMemorySize !== undefined),
  },
];

function inContainers(has: (container: Container) => boolean): (definition: Definition) => boolean {
  return (definition) => containersOf(definition).some(has);
}

const networkMode: Check<Definition> = ({ networkMode: mode }) =>
  mode === "awsvpc" ? undefined : "Fargate only supports network mode 'awsvpc'.";

const size: Check<Definition> = (definition) => {
  const { cpu, memory } = definition;
  if (cpu === undefined) return "Fargate requires that 'cpu' be defined at the task level.";
  if (memory === undefined) return "Fargate requires that 'memory' be defined at the task level.";
  const [units, mebibytes] = [cpuUnits(cpu) ?? 0, memoryMebibytes(memory) ?? 0];
  const arm64Windows = isWindows(definition) && definition.runtimePlatform?.cpuArchitecture === "ARM64";
  if (isFargateSize(units, mebibytes, isWindows(definition)) && !arm64Windows) return undefined;
  return `No Fargate configuration exists for given values: ${units} CPU, ${mebibytes} memory. See the Amazon ECS documentation for the valid values.`;
};

const unsupportedSettings: Check<Definition> = (definition) => {
  const found = unsupported.find(({ isIn }) => isIn(definition));
  return found && `Fargate compatible task definitions do not support ${found.called}`;
};

const pidMode: Check<Definition> = ({ pidMode: mode }) =>
  mode === undefined || mode === "task"
    ? undefined
    : `Tasks using the Fargate launch type do not support pidMode '${mode}'. The supported value for pidMode is 'task'.`;

const privileged = ({ privileged: is }: Container): string | undefined =>
  is ? "Fargate requires that the ‘privileged’ setting be ‘false’ at the container level." : undefined;

const capabilities = ({ linuxParameters }: Container): string | undefined => {
  const refused = linuxParameters?.capabilities?.add?.find((capability) => capability !== "SYS_PTRACE");
  return refused === undefined ? undefined : `${refused} is not allowed on Fargate.`;
};

const gpu = ({ resourceRequirements = [] }: Container): string | undefined =>
  resourceRequirements.some(({ type }) => type === "GPU")
    ? "Tasks using the Fargate launch type do not support GPU resource requirements."
    : undefined;

const timeouts = ({ name = "", startTimeout = 0, stopTimeout = 0 }: Container): string | undefined =>
  Math.max(startTimeout, stopTimeout) > 120
    ? `The '${startTimeout > 120 ? "startTimeout" : "stopTimeout"}' setting for container '${name}' must be less than or equal to 120 on Fargate.`
    : undefined;

const drivers = ["awslogs", "splunk", "awsfirelens"];

const logging = ({ logConfiguration }: Container, { executionRoleArn }: Definition): string | undefined => {
  const { logDriver, options = {} } = logConfiguration ?? {};
  if (logDriver === undefined) return undefined;
  if (!drivers.includes(logDriver))
    return `${logDriver} is not a valid log driver. Must be one of [${drivers.join(",")}]`;
  if (logDriver !== "awslogs") return undefined;
  if (executionRoleArn === undefined)
    return "Fargate requires task definition to have execution role ARN to support log driver awslogs.";
  return options["awslogs-stream-prefix"] === undefined
    ? "Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs."
    : undefined;
};

const ecrImage = /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\//;

const registry = ({ image = "" }: Container, { executionRoleArn }: Definition): string | undefined =>
  ecrImage.test(image) && executionRoleArn === undefined
    ? "Fargate requires task definition to have execution role ARN to support ECR images."
    : undefined;

/** What keeps a task definition from running on Fargate. */
export const fargateChecks: readonly Check<Definition>[] = [
  networkMode,
  size,
  unsupportedSettings,
  pidMode,
  each<Definition, Container>(containersOf, privileged, capabilities, gpu, timeouts, logging, registry),
];
