import type { UpdateServiceRequest } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../../protocol/apiError.ts";
import type { Wire } from "../../../protocol/wire.ts";
import { refuseService } from "./index.ts";
import type { Service, ServiceSettings, TaskDefinition } from "../../../state/types.ts";

/**
 * Throws the InvalidParameterException with which UpdateService refuses the input: for what cannot be
 * changed, or for what the service with these settings and this task definition would be.
 */
export function refuseUpdate(
  service: Service,
  input: Wire<UpdateServiceRequest>,
  settings: ServiceSettings,
  definition: TaskDefinition | undefined,
): void {
  const message = unchangeable(service, input);
  if (message !== undefined) throw invalidParameter(message);
  const external = settings.deploymentController?.type === "EXTERNAL";
  const request = {
    ...settings,
    serviceName: service.name,
    ...(!external && { taskDefinition: definition?.record.taskDefinitionArn ?? "" }),
    ...(input.desiredCount !== undefined && { desiredCount: input.desiredCount }),
  };
  refuseService({
    request,
    cluster: service.cluster,
    definition,
    attempt: "The service couldn't be updated",
  });
}

function unchangeable({ settings }: Service, input: Wire<UpdateServiceRequest>): string | undefined {
  const controller = settings.deploymentController?.type ?? "ECS";
  if (controller === "CODE_DEPLOY" && input.taskDefinition !== undefined)
    return "Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.";
  if (controller === "CODE_DEPLOY" && input.forceNewDeployment)
    return "Cannot force a new deployment on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.";
  if (controller === "EXTERNAL" && input.taskDefinition !== undefined)
    return "Unable to update task definition on services with an EXTERNAL deployment controller.";
  if (input.capacityProviderStrategy && !input.forceNewDeployment)
    return "When switching from launch type to capacity provider strategy on an existing service, or making a change to a capacity provider strategy on a service that is already using one, you must force a new deployment.";
  return undefined;
}
