import type { RegisterTaskDefinitionRequest } from "@aws-sdk/client-ecs";
import type { Wire } from "../../protocol/wire.ts";

type Request = Wire<RegisterTaskDefinitionRequest>;
type Container = NonNullable<Request["containerDefinitions"]>[number];

const inSomeContainer =
  (has: (container: Container) => boolean) =>
  ({ containerDefinitions = [] }: Request): boolean =>
    containerDefinitions.some(has);

const usesEcr = inSomeContainer(({ image = "" }) => /^\d{12}\.dkr\.ecr\./.test(image));
const usesAwslogs = inSomeContainer(({ logConfiguration }) => logConfiguration?.logDriver === "awslogs");
const isSecret = (from = ""): boolean => from.startsWith("arn:aws:secretsmanager:");

/** What an instance must be able to do, and when. The names are those of the ECS agent. */
const table: readonly (readonly [name: string, needed: (definition: Request) => boolean])[] = [
  ["com.amazonaws.ecs.capability.docker-remote-api.1.18", () => true],
  ["ecs.capability.task-eni", ({ networkMode }) => networkMode === "awsvpc"],
  ["com.amazonaws.ecs.capability.task-iam-role", ({ taskRoleArn }) => taskRoleArn !== undefined],
  ["com.amazonaws.ecs.capability.ecr-auth", usesEcr],
  [
    "ecs.capability.execution-role-ecr-pull",
    (definition) => usesEcr(definition) && definition.executionRoleArn !== undefined,
  ],
  ["com.amazonaws.ecs.capability.logging-driver.awslogs", usesAwslogs],
  [
    "ecs.capability.execution-role-awslogs",
    (definition) => usesAwslogs(definition) && definition.executionRoleArn !== undefined,
  ],
  ["ecs.capability.container-health-check", inSomeContainer(({ healthCheck }) => healthCheck !== undefined)],
  ["ecs.capability.container-ordering", inSomeContainer(({ dependsOn = [] }) => dependsOn.length > 0)],
  [
    "com.amazonaws.ecs.capability.privileged-container",
    inSomeContainer(({ privileged }) => privileged === true),
  ],
  [
    "ecs.capability.secrets.asm.environment-variables",
    inSomeContainer(({ secrets = [] }) => secrets.some(({ valueFrom }) => isSecret(valueFrom))),
  ],
  [
    "ecs.capability.secrets.ssm.environment-variables",
    inSomeContainer(({ secrets = [] }) => secrets.some(({ valueFrom }) => !isSecret(valueFrom))),
  ],
  [
    "ecs.capability.efsAuth",
    ({ volumes = [] }) =>
      volumes.some(({ efsVolumeConfiguration }) => efsVolumeConfiguration?.authorizationConfig !== undefined),
  ],
];

/** The names of `requiresAttributes`. */
export const capabilities = (definition: Request): string[] =>
  table.filter(([, needed]) => needed(definition)).map(([name]) => name);
