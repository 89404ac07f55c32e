import type { CreateTaskSetRequest, CreateTaskSetResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { newTaskSetId, platform } from "../../engine/deployments.ts";
import { lookSoon } from "../../engine/scheduler.ts";
import { ecsArn } from "../../state/arn.ts";
import { requireTaskDefinition } from "../../state/taskDefinition.ts";
import type { Wire } from "../../protocol/wire.ts";
import { withoutEmpty } from "../../withoutEmpty.ts";
import { operation } from "../ecsOperation.ts";
import { refuseTaskSet } from "../refusals/taskSet.ts";
import { answered } from "../services/answered.ts";
import { computeDefault } from "../services/newService.ts";
import { requireExternalService } from "./requireTaskSet.ts";
import { readScale } from "./scale.ts";
import { taskSetRecord } from "./taskSetRecord.ts";
import type { Account, Service, TaskDefinition, TaskSet } from "../../state/types.ts";

type Request = Wire<CreateTaskSetRequest>;

/** As many can be at once: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const most = 5;

/** Adds a task set to a service of the EXTERNAL deployment controller. */
export const createTaskSet = operation<CreateTaskSetRequest, CreateTaskSetResponse>(
  "CreateTaskSet",
  (account, request) => {
    const input = withoutEmpty(request);
    const service = requireExternalService(account, input);
    const definition = requireTaskDefinition(account, input.taskDefinition ?? "");
    refuseTaskSet(input, service.cluster, definition);
    if (service.taskSets.length >= most)
      throw invalidParameter(
        `${service.taskSets.length} deployments exist on the service. Unable to create new TaskSet since this exceeds the maximum limit.`,
      );
    const taskSet = newTaskSet(account, service, definition, input);
    service.taskSets.push(taskSet);
    lookSoon(account, service);
    return { taskSet: taskSetRecord(account, service, taskSet) };
  },
);

function newTaskSet(account: Account, service: Service, definition: TaskDefinition, input: Request): TaskSet {
  const { networkConfiguration, loadBalancers = [], serviceRegistries = [], externalId, tags = [] } = input;
  const id = newTaskSetId(account);
  const now = account.clock.now();
  const settings = {
    ...answered({
      ...computeDefault(service.cluster, input),
      ...(networkConfiguration && { networkConfiguration }),
      loadBalancers,
      serviceRegistries,
    }),
  };
  return {
    revision: { definition, settings },
    launched: 0,
    status: "ACTIVE",
    scale: readScale(input.scale),
    updatedAt: now,
    tags,
    record: {
      id,
      taskSetArn: ecsArn(account, `task-set/${service.cluster.name}/${service.name}/${id}`),
      serviceArn: service.arn,
      clusterArn: service.cluster.arn,
      ...(externalId !== undefined && { externalId }),
      taskDefinition: definition.record.taskDefinitionArn,
      createdAt: now,
      ...settings,
      ...platform(settings),
    },
  };
}
