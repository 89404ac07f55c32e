import type { Check } from "../refusal.ts";
import { containersOf, type Definition } from "./input.ts";

/** A setting that takes one of a list of values: how to find those given, and which there are. */
interface Choice {
  readonly called: string;
  readonly values: readonly string[];
  readonly given: (definition: Definition) => readonly (string | undefined)[];
}

const choices: readonly Choice[] = [
  { called: "Network mode", values: ["bridge", "host", "awsvpc", "none"], given: ({ networkMode }) => [networkMode] },
  { called: "pidMode", values: ["host", "task"], given: ({ pidMode }) => [pidMode] },
  { called: "ipcMode", values: ["host", "task", "none"], given: ({ ipcMode }) => [ipcMode] },
  {
    called: "Compatibilities",
    values: ["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"],
    given: ({ requiresCompatibilities = [] }) => requiresCompatibilities,
  },
  { called: "cpuArchitecture", values: ["X86_64", "ARM64"], given: ({ runtimePlatform }) => [runtimePlatform?.cpuArchitecture] },
  {
    called: "operatingSystemFamily",
    values: [
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
    ],
    given: ({ runtimePlatform }) => [runtimePlatform?.operatingSystemFamily],
  },
  {
    called: "Log driver",
    values: ["awsfirelens", "awslogs", "fluentd", "gelf", "journald", "json-file", "splunk", "syslog"],
    given: (definition) => containersOf(definition).map(({ logConfiguration }) => logConfiguration?.logDriver),
  },
  {
    called: "Protocol",
    values: ["tcp", "udp"],
    given: (definition) => containersOf(definition).flatMap(({ portMappings = [] }) => portMappings.map(({ protocol }) => protocol)),
  },
  {
    called: "appProtocol",
    values: ["http", "http2", "grpc"],
    given: (definition) => containersOf(definition).flatMap(({ portMappings = [] }) => portMappings.map(({ appProtocol }) => appProtocol)),
  },
  {
    called: "Container condition",
    values: ["START", "COMPLETE", "SUCCESS", "HEALTHY"],
    given: (definition) => containersOf(definition).flatMap(({ dependsOn = [] }) => dependsOn.map(({ condition }) => condition)),
  },
  {
    called: "Ulimit name",
    values: ["core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc", "rss", "rtprio", "rttime", "sigpending", "stack"],
    given: (definition) => containersOf(definition).flatMap(({ ulimits = [] }) => ulimits.map(({ name }) => name)),
  },
];

const oneOf: Check<Definition> = (definition) => {
  for (const { called, values, given } of choices) {
    const wrong = given(definition).some((value) => value !== undefined && !values.includes(value));
    if (wrong) return `${called} should be one of [${values.join(",")}]`;
  }
  return undefined;
};

/** Values outside of their lists. The values are AWS's; how it words these refusals is not proven. */
export const valueChecks: readonly Check<Definition>[] = [oneOf];
