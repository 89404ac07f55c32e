import type {
  RegisterContainerInstanceRequest,
  RegisterContainerInstanceResponse,
} from "@aws-sdk/client-ecs";
import { clientError } from "../../protocol/apiError.ts";
import { registerInstance } from "../../engine/registerInstance.ts";
import { lookSoon } from "../../engine/scheduler.ts";
import { requireCluster } from "../../state/cluster.ts";
import { operation } from "../ecsOperation.ts";
import { containerInstanceRecord } from "./containerInstanceRecord.ts";

/** What the ECS agent calls on a new instance: adds its capacity to the cluster. */
export const registerContainerInstance = operation<
  RegisterContainerInstanceRequest,
  RegisterContainerInstanceResponse
>(
  "RegisterContainerInstance",
  (
    account,
    {
      cluster: reference,
      instanceIdentityDocument,
      totalResources = [],
      attributes = [],
      tags = [],
      versionInfo,
    },
  ) => {
    const cluster = requireCluster(account, reference);
    const { instanceId, instanceType } = readIdentity(instanceIdentityDocument);
    const total = (resource: string): { [amount in "cpu" | "memory"]?: number } => {
      const { integerValue } = totalResources.find(({ name }) => name === resource) ?? {};
      return integerValue === undefined ? {} : { [resource.toLowerCase()]: integerValue };
    };
    const instance = registerInstance(account, cluster, {
      ...(instanceId !== undefined && { instanceId }),
      ...(instanceType !== undefined && { instanceType }),
      ...total("CPU"),
      ...total("MEMORY"),
      attributes,
      tags,
      ...(versionInfo && { versionInfo }),
    });
    for (const service of cluster.services.values()) lookSoon(account, service);
    return { containerInstance: containerInstanceRecord(cluster, instance) };
  },
  "The signature of the identity document is not checked.",
);

/**
 * The members of an EC2 instance's identity document that ECS keeps. Throws ClientException when it is not
 * one.
 */
function readIdentity(document = "{}"): { readonly instanceId?: string; readonly instanceType?: string } {
  try {
    return JSON.parse(document) as { instanceId?: string; instanceType?: string };
  } catch {
    throw clientError("Unable to parse the instance identity document.");
  }
}
