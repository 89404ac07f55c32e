import type { Tag } from "@aws-sdk/client-ecs";
import { ApiError, invalidParameter } from "../../protocol/apiError.ts";
import { findCluster, requireCluster } from "../../state/cluster.ts";
import { findContainerInstance } from "../../state/containerInstance.ts";
import { requireService } from "../../state/service.ts";
import { serviceOf } from "../../state/serviceOf.ts";
import { findTask } from "../../state/task.ts";
import { findTaskDefinition } from "../../state/taskDefinition.ts";
import { findTaskSet } from "../../state/taskSet.ts";
import type { Wire } from "../../protocol/wire.ts";
import type { Account } from "../../state/types.ts";

/** Something that has tags. */
export interface Tagged {
  tags?: Wire<Tag>[] | undefined;
}

/** Kinds whose ARNs name their cluster since 2018; tags are only for these ARNs. */
const withCluster = new Set(["service", "task", "container-instance"]);

/**
 * Finds the resource of an ARN. Throws InvalidParameterException when there is none, or
 * ClusterNotFoundException.
 */
export function tagged(account: Account, arn = ""): Tagged {
  const resource = arn.split(":").slice(5).join(":");
  const [kind = "", name = "", id] = resource.split("/");
  if (withCluster.has(kind) && id === undefined)
    throw invalidParameter("Long arn format must be used for tagging operations");
  const found = Object.hasOwn(finders, kind) ? finders[kind]?.(account, arn, name) : undefined;
  if (!found)
    throw invalidParameter("The specified resource could not be found. Specify a valid ARN and try again.");
  return found;
}

const finders: Readonly<Record<string, (account: Account, arn: string, name: string) => Tagged | undefined>> =
  {
    cluster: (account, arn) => requireCluster(account, arn).record,
    service: (account, arn, cluster) => requireService(inCluster(account, cluster), arn),
    task: (account, arn, cluster) => findTask(inCluster(account, cluster), arn),
    "task-definition": (account, arn) => findTaskDefinition(account, arn),
    "task-set": (account, arn) => {
      const service = serviceOf(account, arn);
      return service && findTaskSet(service, arn);
    },
    "container-instance": (account, arn, cluster) =>
      findContainerInstance(inCluster(account, cluster), arn)?.record,
    "capacity-provider": (account, _arn, name) => account.capacityProviders.get(name),
  };

function inCluster(account: Account, name: string): ReturnType<typeof requireCluster> {
  const cluster = findCluster(account, name);
  if (!cluster) throw new ApiError("ClusterNotFoundException", "Cluster not found.");
  return cluster;
}
