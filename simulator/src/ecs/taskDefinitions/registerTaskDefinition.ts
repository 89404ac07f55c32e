import type { Compatibility, RegisterTaskDefinitionRequest, RegisterTaskDefinitionResponse } from "@aws-sdk/client-ecs";
import { operation } from "../../operation.ts";
import { ecsArn, type Account } from "../../state/account.ts";
import type { TaskDefinition } from "../../state/taskDefinition.ts";
import type { Wire } from "../../wire.ts";

type Request = Wire<RegisterTaskDefinitionRequest>;

export const registerTaskDefinition = operation<RegisterTaskDefinitionRequest, RegisterTaskDefinitionResponse>(
  "RegisterTaskDefinition",
  (account, input) => {
    const { record, tags } = newTaskDefinition(account, input);
    return { taskDefinition: record, tags };
  },
);

function newTaskDefinition(account: Account, { tags = [], ...input }: Request): TaskDefinition {
  const family = input.family ?? "";
  const revisions = account.families.get(family) ?? [];
  const revision = revisions.length + 1;
  const definition: TaskDefinition = {
    tags,
    record: {
      taskDefinitionArn: ecsArn(account, `task-definition/${family}:${revision}`),
      ...input,
      containerDefinitions: (input.containerDefinitions ?? []).map(withDefaults),
      family,
      revision,
      volumes: input.volumes ?? [],
      status: "ACTIVE",
      requiresAttributes: [],
      placementConstraints: input.placementConstraints ?? [],
      compatibilities: compatibilities(input),
      registeredAt: account.clock.now(),
      registeredBy: `arn:aws:iam::${account.id}:root`,
    },
  };
  account.families.set(family, [...revisions, definition]);
  return definition;
}

const withDefaults = (container: NonNullable<Request["containerDefinitions"]>[number]): typeof container => ({
  cpu: 0,
  portMappings: [],
  essential: true,
  environment: [],
  mountPoints: [],
  volumesFrom: [],
  systemControls: [],
  ...container,
});

function compatibilities(input: Request): Compatibility[] {
  const fargate = input.networkMode === "awsvpc" && input.cpu !== undefined && input.memory !== undefined;
  const external: Compatibility[] = input.networkMode === "awsvpc" ? [] : ["EXTERNAL"];
  return [...external, "EC2", ...(fargate ? ["FARGATE" as const] : [])];
}
