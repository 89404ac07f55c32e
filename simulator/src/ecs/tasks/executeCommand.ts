import type { ExecuteCommandRequest, ExecuteCommandResponse } from "@aws-sdk/client-ecs";
import { ApiError, invalidParameter } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { openSession } from "../../state/session.ts";
import { findTask } from "../../state/task.ts";
import { taskRecord } from "./taskRecord.ts";

/** Opens a session that leads nowhere: its stream has a host name that cannot exist. */
export const executeCommand = operation<ExecuteCommandRequest, ExecuteCommandResponse>(
  "ExecuteCommand",
  (account, input) => {
    const cluster = requireCluster(account, input.cluster);
    const task = findTask(cluster, input.task ?? "");
    if (!task) throw invalidParameter("The referenced task was not found.");
    if (!input.interactive) throw invalidParameter("Interactive is the only mode supported currently.");
    const { containers = [], enableExecuteCommand, lastStatus, taskArn } = taskRecord(account, task);
    if (input.container === undefined && containers.length > 1)
      throw invalidParameter(
        "The container name must be specified when the task has more than one container.",
      );
    const container =
      input.container === undefined ? containers[0] : containers.find(({ name }) => name === input.container);
    if (!container) throw invalidParameter("The referenced container was not found in the task.");
    if (!enableExecuteCommand)
      throw invalidParameter(
        "The execute command failed because execute command was not enabled when the task was run or the execute command agent isn’t running. Wait and try again or run a new task with execute command enabled and try again.",
      );
    if (lastStatus !== "RUNNING" || container.lastStatus !== "RUNNING")
      throw new ApiError(
        "TargetNotConnectedException",
        "The execute command failed due to an internal error. Try again later.",
      );
    const target = `ecs:${cluster.name}_${task.id}_${container.runtimeId ?? ""}`;
    const sessionId = openSession(account, `ecs-execute-command-${account.random.hex(17)}`, target);
    return {
      clusterArn: cluster.arn,
      containerArn: container.containerArn,
      containerName: container.name,
      interactive: true,
      session: {
        sessionId,
        streamUrl: `wss://ssmmessages.${account.region}.simulated.invalid/v1/data-channel/${sessionId}?role=publish_subscribe`,
        tokenValue: account.random.hex(64),
      },
      taskArn,
    };
  },
  "Refuses as the service does; the session that it opens leads nowhere.",
);
