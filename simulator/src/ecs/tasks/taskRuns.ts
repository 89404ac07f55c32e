import type { RunTaskRequest } from "@aws-sdk/client-ecs";
import { isDeepStrictEqual } from "node:util";
import { ApiError } from "../../protocol/apiError.ts";
import { taskArn } from "../../state/task.ts";
import type { Wire } from "../../protocol/wire.ts";
import type { Account, Cluster, TaskRun } from "../../state/types.ts";

/**
 * As long is a token remembered, in seconds:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html
 */
const remembered = 24 * 3600;

/**
 * The run of the same call before: SDKs give each call a token, and send it again when the answer gets lost.
 * Throws ConflictException for another call with the token.
 */
export function earlierRun(
  account: Account,
  cluster: Cluster,
  request: Wire<RunTaskRequest>,
): TaskRun | undefined {
  const earlier = request.clientToken === undefined ? undefined : cluster.runs.get(request.clientToken);
  if (!earlier || isDeepStrictEqual(earlier.request, request)) return earlier;
  const resourceIds = earlier.tasks.map((task) => taskArn(account, task));
  throw new ApiError(
    "ConflictException",
    "The provided client token is already in use with a different request.",
    400,
    { resourceIds },
  );
}

export function rememberRun(account: Account, cluster: Cluster, run: TaskRun): void {
  const token = run.request.clientToken;
  if (token === undefined) return;
  cluster.runs.set(token, run);
  account.clock.after(remembered, () => cluster.runs.delete(token));
}
