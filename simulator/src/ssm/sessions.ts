import type {
  DescribeSessionsRequest,
  DescribeSessionsResponse,
  StartSessionRequest,
  StartSessionResponse,
  TerminateSessionRequest,
  TerminateSessionResponse,
} from "@aws-sdk/client-ssm";
import { ApiError } from "../protocol/apiError.ts";
import { operation } from "../protocol/operation.ts";
import { openSession } from "../state/session.ts";
import { page } from "../protocol/paging.ts";
import { runtimeId } from "../state/identity.ts";
import type { Account } from "../state/types.ts";

/** Opens a session that leads nowhere: its stream has a host name that cannot exist. */
export const startSession = operation<StartSessionRequest, StartSessionResponse>(
  "StartSession",
  (account, { Target = "" }) => {
    if (!isConnected(account, Target))
      throw new ApiError("TargetNotConnected", `${Target} is not connected.`);
    const SessionId = openSession(account, `simulated-${account.random.hex(17)}`, Target);
    return {
      SessionId,
      StreamUrl: `wss://ssmmessages.${account.region}.simulated.invalid/v1/data-channel/${SessionId}?role=publish_subscribe`,
      TokenValue: account.random.hex(64),
    };
  },
);

export const terminateSession = operation<TerminateSessionRequest, TerminateSessionResponse>(
  "TerminateSession",
  (account, { SessionId = "" }) => {
    account.sessions.delete(SessionId);
    return { SessionId };
  },
);

/** The open sessions; of those that have ended, the simulator keeps none. */
export const describeSessions = operation<DescribeSessionsRequest, DescribeSessionsResponse>(
  "DescribeSessions",
  (account, { State, Filters = [], MaxResults, NextToken }) => {
    const open = State === "Active" ? [...account.sessions.values()] : [];
    const found = open.filter(({ id, target }) =>
      Filters.every(
        ({ key, value }) => (key === "Target" ? target : key === "SessionId" ? id : value) === value,
      ),
    );
    const { items, nextToken } = page(
      found,
      { maxResults: MaxResults, nextToken: NextToken },
      { default: 200, most: 200 },
    );
    const Sessions = items.map(({ id, target, startedAt }) => ({
      SessionId: id,
      Target: target,
      Status: "Connected" as const,
      StartDate: startedAt,
    }));
    return { Sessions, ...(nextToken !== undefined && { NextToken: nextToken }) };
  },
);

/** Whether `ecs:cluster_task_runtimeId` names a running container whose task has ECS Exec on. */
function isConnected(account: Account, target: string): boolean {
  const [, clusterName = "", taskId = "", id] = /^ecs:(.+)_([0-9a-f]+)_([A-Za-z0-9-]+)$/.exec(target) ?? [];
  const task = account.clusters.get(clusterName)?.tasks.get(taskId);
  return (
    task !== undefined &&
    (task.launch.enableExecuteCommand ?? false) &&
    task.containers.some(({ lastStatus }, index) => lastStatus === "RUNNING" && runtimeId(task, index) === id)
  );
}
