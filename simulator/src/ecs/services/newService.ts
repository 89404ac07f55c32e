import type { CreateServiceRequest } from "@aws-sdk/client-ecs";
import { ecsArn, iamArn } from "../../state/arn.ts";
import type { Wire } from "../../protocol/wire.ts";
import { without } from "../../without.ts";
import { answered } from "./answered.ts";
import type { Account, Cluster, Service, ServiceSettings } from "../../state/types.ts";

/** Adds a service without deployments to the cluster; what the input leaves out gets AWS's default. */
export function newService(
  account: Account,
  cluster: Cluster,
  input: Wire<CreateServiceRequest>,
  createdAt = account.clock.now(),
): Service {
  const { serviceName: name = "", tags = [], desiredCount = 0 } = input;
  const service: Service = {
    cluster,
    name,
    arn: ecsArn(account, `service/${cluster.name}/${name}`),
    createdAt,
    createdBy: iamArn(account, "user/simulated"),
    roleArn: input.role ?? iamArn(account, "role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"),
    clientToken: input.clientToken,
    status: "ACTIVE",
    settings: answered(withDefaults(cluster, input)),
    desiredCount,
    tags,
    events: [],
    deployments: [],
    taskSets: [],
    serviceDeployments: [],
    revisions: [],
    tasks: new Set(),
    told: new Set(),
    launchFailures: 0,
    retryAt: 0,
  };
  cluster.services.set(name, service);
  return service;
}

function withDefaults(cluster: Cluster, input: Wire<CreateServiceRequest>): ServiceSettings {
  const settings = without(
    input,
    "cluster",
    "serviceName",
    "clientToken",
    "taskDefinition",
    "tags",
    "desiredCount",
  );
  const daemon = settings.schedulingStrategy === "DAEMON";
  return {
    loadBalancers: [],
    serviceRegistries: [],
    placementConstraints: [],
    placementStrategy: [],
    healthCheckGracePeriodSeconds: 0,
    schedulingStrategy: "REPLICA",
    deploymentController: { type: "ECS" },
    enableECSManagedTags: false,
    propagateTags: "NONE",
    enableExecuteCommand: false,
    availabilityZoneRebalancing: canBeRebalanced(settings) ? "ENABLED" : "DISABLED",
    ...settings,
    // Task sets say for themselves what they run on.
    ...(settings.deploymentController?.type !== "EXTERNAL" && computeDefault(cluster, settings)),
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: false, rollback: false },
      maximumPercent: daemon ? 100 : 200,
      minimumHealthyPercent: daemon ? 0 : 100,
      strategy: "ROLLING",
      bakeTimeInMinutes: 0,
      ...settings.deploymentConfiguration,
    },
  };
}

/**
 * Rebalancing over zones starts a task before it stops one, and knows no daemons and no tasks outside of the
 * region: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
 */
const canBeRebalanced = ({
  schedulingStrategy,
  launchType,
  deploymentController,
  deploymentConfiguration: { maximumPercent = 200 } = {},
  loadBalancers = [],
}: ServiceSettings): boolean =>
  schedulingStrategy !== "DAEMON" &&
  launchType !== "EXTERNAL" &&
  (deploymentController?.type ?? "ECS") === "ECS" &&
  maximumPercent > 100 &&
  loadBalancers.every(({ loadBalancerName }) => loadBalancerName === undefined);

type ComputeSettings = Pick<ServiceSettings, "launchType" | "capacityProviderStrategy" | "platformVersion">;

/**
 * What the tasks run on. Without a launch type and a strategy, the cluster's default strategy counts, else
 * EC2.
 */
export function computeDefault(
  cluster: Cluster,
  { launchType, capacityProviderStrategy, platformVersion }: ComputeSettings,
): ComputeSettings {
  const byDefault = cluster.record.defaultCapacityProviderStrategy ?? [];
  const strategy = capacityProviderStrategy?.length ? capacityProviderStrategy : launchType ? [] : byDefault;
  if (strategy.length === 0)
    return {
      launchType: launchType ?? "EC2",
      ...(launchType === "FARGATE" && { platformVersion: platformVersion ?? "LATEST" }),
    };
  const fargate = strategy.some(({ capacityProvider = "" }) => capacityProvider.startsWith("FARGATE"));
  return {
    capacityProviderStrategy: strategy,
    ...(fargate && { platformVersion: platformVersion ?? "LATEST" }),
  };
}
