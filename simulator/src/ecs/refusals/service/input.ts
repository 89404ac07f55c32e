import type { CreateServiceRequest } from "@aws-sdk/client-ecs";
import type { Wire } from "../../../protocol/wire.ts";
import type { Cluster, TaskDefinition } from "../../../state/types.ts";

/** What a service is to be, with what it refers to. */
export interface ServiceInput {
  readonly request: Wire<CreateServiceRequest>;
  readonly cluster: Cluster;
  /** Absent with the deployment controller EXTERNAL. */
  readonly definition: TaskDefinition | undefined;
  /** How a message begins that says what was not done: "The service couldn't be created". */
  readonly attempt: string;
}

export const controllerOf = ({ request }: ServiceInput): string =>
  request.deploymentController?.type ?? "ECS";

export const isDaemon = ({ request }: ServiceInput): boolean => request.schedulingStrategy === "DAEMON";

/** Whether its tasks are to run on Fargate, by launch type or by capacity provider. */
export const onFargate = ({ request, cluster }: ServiceInput): boolean => {
  const { launchType, capacityProviderStrategy = [] } = request;
  if (launchType !== undefined) return launchType === "FARGATE";
  const strategy =
    capacityProviderStrategy.length > 0
      ? capacityProviderStrategy
      : (cluster.record.defaultCapacityProviderStrategy ?? []);
  return (
    strategy.length > 0 &&
    strategy.every(({ capacityProvider = "" }) => capacityProvider.startsWith("FARGATE"))
  );
};
