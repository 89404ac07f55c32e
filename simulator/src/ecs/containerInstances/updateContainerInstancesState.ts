import type {
  UpdateContainerInstancesStateRequest,
  UpdateContainerInstancesStateResponse,
} from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { lookSoon } from "../../engine/scheduler.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { findContainerInstance } from "../../state/containerInstance.ts";
import { missing } from "../failures.ts";
import { containerInstanceRecord } from "./containerInstanceRecord.ts";

/** Drains instances, so that services move their tasks away, or takes them back. */
export const updateContainerInstancesState = operation<
  UpdateContainerInstancesStateRequest,
  UpdateContainerInstancesStateResponse
>("UpdateContainerInstancesState", (account, { cluster: reference, containerInstances = [], status }) => {
  const cluster = requireCluster(account, reference);
  if (containerInstances.length > 10)
    throw invalidParameter("Container instances cannot have more than 10 elements.");
  if (status !== "ACTIVE" && status !== "DRAINING")
    throw invalidParameter("Container instance status should be one of [ACTIVE,DRAINING]");
  const found = containerInstances.flatMap((name) => findContainerInstance(cluster, name) ?? []);
  for (const instance of found) instance.record.status = status;
  for (const service of cluster.services.values()) lookSoon(account, service);
  return {
    containerInstances: found.map((instance) => containerInstanceRecord(cluster, instance)),
    failures: missing(
      account,
      `container-instance/${cluster.name}/`,
      containerInstances.filter((name) => !findContainerInstance(cluster, name)),
    ),
  };
});
