import type { ListTasksRequest, ListTasksResponse } from "@aws-sdk/client-ecs";
import { ApiError } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { page } from "../../protocol/paging.ts";
import { lastPart } from "../../state/arn.ts";
import { requireCluster } from "../../state/cluster.ts";
import { findContainerInstance } from "../../state/containerInstance.ts";
import { findService } from "../../state/service.ts";
import { taskArn } from "../../state/task.ts";

export const listTasks = operation<ListTasksRequest, ListTasksResponse>("ListTasks", (account, input) => {
  const { serviceName, family, startedBy, launchType, desiredStatus = "RUNNING" } = input;
  const cluster = requireCluster(account, input.cluster);
  if (serviceName !== undefined && !findService(cluster, serviceName))
    throw new ApiError("ServiceNotFoundException", "Service not found.");
  const group = serviceName === undefined ? undefined : `service:${lastPart(serviceName)}`;
  const instance = findContainerInstance(cluster, input.containerInstance ?? "");
  const tasks = [...cluster.tasks.values()].filter(
    ({ state, launch }) =>
      state.desiredStatus === desiredStatus &&
      (group === undefined || launch.group === group) &&
      (family === undefined || launch.definition.record.family === family) &&
      (startedBy === undefined || launch.startedBy === startedBy) &&
      (input.containerInstance === undefined ||
        (instance !== undefined && launch.compute.instance === instance)) &&
      (launchType === undefined || launch.compute.record.launchType === launchType),
  );
  const { items, ...rest } = page(tasks, input, { default: 100, most: 100 });
  return { taskArns: items.map((task) => taskArn(account, task)), ...rest };
});
