import type {
  Attribute,
  Compatibility,
  RegisterTaskDefinitionRequest,
  RegisterTaskDefinitionResponse,
} from "@aws-sdk/client-ecs";
import { ecsArn, iamArn } from "../../state/arn.ts";
import type { Wire } from "../../protocol/wire.ts";
import { operation } from "../ecsOperation.ts";
import { refuseTaskDefinition, suitsFargate } from "../refusals/taskDefinition/index.ts";
import { cpuUnits, memoryMebibytes } from "../refusals/taskDefinition/size.ts";
import { capabilities } from "./capabilities.ts";
import type { Account, TaskDefinition } from "../../state/types.ts";

type Request = Wire<RegisterTaskDefinitionRequest>;
type Container = NonNullable<Request["containerDefinitions"]>[number];
type Volume = NonNullable<Request["volumes"]>[number];

export const registerTaskDefinition = operation<
  RegisterTaskDefinitionRequest,
  RegisterTaskDefinitionResponse
>("RegisterTaskDefinition", (account, input) => {
  refuseTaskDefinition(input);
  const { record, tags } = newTaskDefinition(account, input);
  return { taskDefinition: record, tags };
});

function newTaskDefinition(account: Account, { tags = [], ...input }: Request): TaskDefinition {
  const family = input.family ?? "";
  const revisions = account.families.get(family) ?? [];
  const revision = revisions.length + 1;
  const definition: TaskDefinition = {
    tags,
    record: {
      taskDefinitionArn: ecsArn(account, `task-definition/${family}:${revision}`),
      ...input,
      containerDefinitions: (input.containerDefinitions ?? []).map((container) =>
        withDefaults(container, input),
      ),
      family,
      revision,
      volumes: (input.volumes ?? []).map(withVolumeDefaults),
      status: "ACTIVE",
      requiresAttributes: capabilities(input).map((name): Wire<Attribute> => ({ name })),
      placementConstraints: input.placementConstraints ?? [],
      compatibilities: compatibilities(input),
      ...sizeInNumbers(input),
      registeredAt: account.clock.now(),
      registeredBy: iamArn(account, "user/simulated"),
    },
  };
  account.families.set(family, [...revisions, definition]);
  return definition;
}

/** AWS keeps sizes as plain numbers, however they were written. */
function sizeInNumbers({ cpu, memory }: Request): { cpu?: string; memory?: string } {
  return {
    ...(cpu !== undefined && { cpu: String(cpuUnits(cpu) ?? cpu) }),
    ...(memory !== undefined && { memory: String(memoryMebibytes(memory) ?? memory) }),
  };
}

const withDefaults = (container: Container, { networkMode }: Request): Container => ({
  cpu: 0,
  essential: true,
  environment: [],
  mountPoints: [],
  volumesFrom: [],
  systemControls: [],
  ...container,
  ...(container.healthCheck && {
    healthCheck: { interval: 30, timeout: 5, retries: 3, ...container.healthCheck },
  }),
  portMappings: (container.portMappings ?? []).map((mapping) => ({
    protocol: "tcp",
    ...mapping,
    ...((networkMode === "awsvpc" || networkMode === "host") &&
      mapping.containerPort !== undefined && { hostPort: mapping.containerPort }),
  })),
});

/**
 * An EFS volume without a directory is the file system's root, and a volume without any configuration a
 * directory of the host.
 */
function withVolumeDefaults(volume: Volume): Volume {
  const { efsVolumeConfiguration } = volume;
  if (efsVolumeConfiguration)
    return { ...volume, efsVolumeConfiguration: { rootDirectory: "/", ...efsVolumeConfiguration } };
  return Object.keys(volume).every((member) => member === "name") ? { ...volume, host: {} } : volume;
}

function compatibilities(input: Request): Compatibility[] {
  const external: Compatibility[] = input.networkMode === "awsvpc" ? [] : ["EXTERNAL"];
  const managed: Compatibility[] =
    input.networkMode === "awsvpc" || input.networkMode === "host" ? ["MANAGED_INSTANCES"] : [];
  const fargate: Compatibility[] = suitsFargate(input) ? ["FARGATE"] : [];
  return [...external, "EC2", ...managed, ...fargate];
}
