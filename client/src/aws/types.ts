import type { TaskDefinition } from "@aws-sdk/client-ecs";

/**
 * The shapes of the ECS API that rows and commands read; types only, so that importing them loads nothing.
 */
export type {
  CapacityProvider,
  Cluster,
  Container,
  ContainerOverride,
  ContainerDefinition,
  ContainerInstance,
  Deployment,
  DeploymentLifecycleHookDetail as LifecycleHookDetail,
  CreateServiceCommandInput as CreateServiceInput,
  UpdateServiceCommandInput as UpdateServiceInput,
  RegisterTaskDefinitionCommandInput as RegisterTaskDefinitionInput,
  RunTaskCommandInput as RunTaskInput,
  Service,
  ServiceDeployment,
  ServiceEvent,
  ServiceRevision,
  Tag,
  Task,
  TaskDefinition,
  TaskOverride,
} from "@aws-sdk/client-ecs";
/** A revision without what can change of it. */
export type LastingTaskDefinition = Omit<TaskDefinition, "deleteRequestedAt" | "deregisteredAt" | "status">;

export type { Alarm } from "./metricReads.ts";
export type { TargetHealthDescription } from "@aws-sdk/client-elastic-load-balancing-v2";
export type { ScalableTarget, ScalingPolicy } from "@aws-sdk/client-application-auto-scaling";
