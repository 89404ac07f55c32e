import type { Check } from "../refusal.ts";
import { containersOf, volumesOf, type Container, type Definition } from "./input.ts";

/** A setting that takes one of a list of values: how to find those given, and which there are. */
interface Choice {
  readonly called: string;
  readonly values: readonly string[];
  readonly given: (definition: Definition) => readonly (string | undefined)[];
}

const inContainers =
  (given: (container: Container) => readonly (string | undefined)[]) =>
  (definition: Definition): readonly (string | undefined)[] =>
    containersOf(definition).flatMap(given);

const osFamilies = [
  "LINUX",
  "WINDOWS_SERVER_2004_CORE",
  "WINDOWS_SERVER_2016_FULL",
  "WINDOWS_SERVER_2019_CORE",
  "WINDOWS_SERVER_2019_FULL",
  "WINDOWS_SERVER_2022_CORE",
  "WINDOWS_SERVER_2022_FULL",
  "WINDOWS_SERVER_2025_CORE",
  "WINDOWS_SERVER_2025_FULL",
  "WINDOWS_SERVER_20H2_CORE",
];
const logDrivers = ["awsfirelens", "awslogs", "fluentd", "gelf", "journald", "json-file", "splunk", "syslog"];
const ulimits = [
  "core",
  "cpu",
  "data",
  "fsize",
  "locks",
  "memlock",
  "msgqueue",
  "nice",
  "nofile",
  "nproc",
  "rss",
  "rtprio",
  "rttime",
  "sigpending",
  "stack",
];

const choices: readonly Choice[] = [
  {
    called: "Network mode",
    values: ["bridge", "host", "awsvpc", "none"],
    given: ({ networkMode }) => [networkMode],
  },
  { called: "pidMode", values: ["host", "task"], given: ({ pidMode }) => [pidMode] },
  { called: "ipcMode", values: ["host", "task", "none"], given: ({ ipcMode }) => [ipcMode] },
  {
    called: "Compatibilities",
    values: ["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"],
    given: ({ requiresCompatibilities = [] }) => requiresCompatibilities,
  },
  {
    called: "cpuArchitecture",
    values: ["X86_64", "ARM64"],
    given: ({ runtimePlatform }) => [runtimePlatform?.cpuArchitecture],
  },
  {
    called: "operatingSystemFamily",
    values: osFamilies,
    given: ({ runtimePlatform }) => [runtimePlatform?.operatingSystemFamily],
  },
  {
    called: "Placement constraint type",
    values: ["memberOf"],
    given: ({ placementConstraints = [] }) => placementConstraints.map(({ type }) => type),
  },
  {
    called: "Docker volume scope",
    values: ["task", "shared"],
    given: (definition) => volumesOf(definition).map((volume) => volume.dockerVolumeConfiguration?.scope),
  },
  {
    called: "Log driver",
    values: logDrivers,
    given: inContainers(({ logConfiguration }) => [logConfiguration?.logDriver]),
  },
  {
    called: "appProtocol",
    values: ["http", "http2", "grpc"],
    given: inContainers(({ portMappings = [] }) => portMappings.map(({ appProtocol }) => appProtocol)),
  },
  {
    called: "Container condition",
    values: ["START", "COMPLETE", "SUCCESS", "HEALTHY"],
    given: inContainers(({ dependsOn = [] }) => dependsOn.map(({ condition }) => condition)),
  },
  {
    called: "Ulimit name",
    values: ulimits,
    given: inContainers(({ ulimits: limits = [] }) => limits.map(({ name }) => name)),
  },
  {
    called: "Version consistency",
    values: ["enabled", "disabled"],
    given: inContainers(({ versionConsistency }) => [versionConsistency]),
  },
  {
    called: "Firelens configuration type",
    values: ["fluentd", "fluentbit"],
    given: inContainers(({ firelensConfiguration }) => [firelensConfiguration?.type]),
  },
  {
    called: "Firelens config-file-type",
    values: ["s3", "file"],
    given: inContainers(({ firelensConfiguration }) => [
      firelensConfiguration?.options?.["config-file-type"],
    ]),
  },
  {
    called: "awslogs-create-group",
    values: ["true", "false"],
    given: inContainers(({ logConfiguration }) => [logConfiguration?.options?.["awslogs-create-group"]]),
  },
  {
    called: "Log mode",
    values: ["blocking", "non-blocking"],
    given: inContainers(({ logConfiguration }) => [logConfiguration?.options?.mode]),
  },
  {
    called: "Device permission",
    values: ["read", "write", "mknod"],
    given: inContainers(({ linuxParameters }) =>
      (linuxParameters?.devices ?? []).flatMap(({ permissions = [] }) => permissions),
    ),
  },
  {
    called: "Resource type",
    values: ["GPU", "NeuronDevice"],
    given: inContainers(({ resourceRequirements = [] }) => resourceRequirements.map(({ type }) => type)),
  },
];

/** The values are AWS's; how it words these refusals is not proven. An empty text counts as left out. */
const oneOf: Check<Definition> = (definition) => {
  for (const { called, values, given } of choices) {
    const wrong = given(definition).some(
      (value) => value !== undefined && value !== "" && !values.includes(value),
    );
    if (wrong) return `${called} should be one of [${values.join(",")}]`;
  }
  return undefined;
};

export const valueChecks: readonly Check<Definition>[] = [oneOf];
