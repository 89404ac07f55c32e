import type { ListTasksRequest, ListTasksResponse } from "@aws-sdk/client-ecs";
import { operation } from "../../operation.ts";
import { page } from "../../paging.ts";
import { lastPart } from "../../state/account.ts";
import { requireCluster } from "../../state/cluster.ts";

export const listTasks = operation<ListTasksRequest, ListTasksResponse>("ListTasks", (account, input) => {
  const { serviceName, family, startedBy, launchType, desiredStatus = "RUNNING" } = input;
  const group = serviceName === undefined ? undefined : `service:${lastPart(serviceName)}`;
  const tasks = [...requireCluster(account, input.cluster).tasks.values()].filter(
    ({ record, definition }) =>
      record.desiredStatus === desiredStatus &&
      (group === undefined || record.group === group) &&
      (family === undefined || definition.record.family === family) &&
      (startedBy === undefined || record.startedBy === startedBy) &&
      (launchType === undefined || record.launchType === launchType),
  );
  const { items, ...rest } = page(tasks, input, { default: 100, most: 100 });
  return { taskArns: items.map(({ record }) => record.taskArn), ...rest };
});
