/** The shapes of the ECS API that rows and commands read; types only, so that importing them loads nothing. */
export type {
  Cluster,
  Container,
  ContainerDefinition,
  Deployment,
  RegisterTaskDefinitionCommandInput as RegisterTaskDefinitionInput,
  Service,
  ServiceEvent,
  Task,
  TaskDefinition,
} from "@aws-sdk/client-ecs";
