import type { AwsVpcConfiguration } from "@aws-sdk/client-ecs";
import type { Wire } from "../../../protocol/wire.ts";
import type { Check } from "../refusal.ts";
import { controllerOf, onFargate, type ServiceInput } from "./input.ts";

export const configuration: Check<ServiceInput> = (input) => {
  const given = input.request.networkConfiguration?.awsvpcConfiguration;
  const mode = input.definition?.record.networkMode;
  if (given) return input.definition && mode !== "awsvpc" ? notForMode : interfaceRefusal(given);
  const needed = mode === "awsvpc" && controllerOf(input) !== "EXTERNAL";
  return needed
    ? "Network Configuration must be provided when networkMode 'awsvpc' is specified."
    : undefined;
};

const notForMode = "Network Configuration is not valid for the given networkMode of this task definition.";

function interfaceRefusal({
  subnets = [],
  securityGroups = [],
  assignPublicIp,
}: Wire<AwsVpcConfiguration>): string | undefined {
  if (subnets.length === 0) return "subnets can not be empty.";
  if (subnets.length > 16) return "subnets can have at most 16 items.";
  if (securityGroups.length > 5) return "securityGroups can have at most 5 items.";
  return assignPublicIp === undefined || assignPublicIp === "ENABLED" || assignPublicIp === "DISABLED"
    ? undefined
    : "Assign public IP should be one of [ENABLED,DISABLED]";
}

const balancers: Check<ServiceInput> = (input) => {
  for (const { targetGroupArn, loadBalancerName, containerName, containerPort } of input.request
    .loadBalancers ?? []) {
    if (targetGroupArn !== undefined && loadBalancerName !== undefined)
      return "loadBalancerName and targetGroupArn cannot both be specified. You must specify either a loadBalancerName or a targetGroupArn in all loadBalancer entries";
    if (loadBalancerName !== undefined && onFargate(input))
      return "Classic Load Balancers are not supported with Fargate.";
    if (containerName === undefined) return "Container name can not be blank.";
    const message = portRefusal(input, containerName, containerPort);
    if (message !== undefined) return message;
  }
  return undefined;
};

function portRefusal(
  { definition }: ServiceInput,
  containerName: string,
  containerPort: number | undefined,
): string | undefined {
  const container = definition?.record.containerDefinitions?.find(({ name }) => name === containerName);
  if (!container) return `The container ${containerName} does not exist in the task definition.`;
  const has = (container.portMappings ?? []).some(({ containerPort: port, containerPortRange = "" }) => {
    const [first = 1, last = 0] = containerPortRange.split("-").map(Number);
    return (
      port === containerPort ||
      (containerPort !== undefined && first <= containerPort && containerPort <= last)
    );
  });
  return has
    ? undefined
    : `The container ${containerName} did not have a container port ${containerPort ?? "null"} defined.`;
}

const role: Check<ServiceInput> = ({ request, definition }) => {
  if (request.role === undefined) return undefined;
  if (!request.loadBalancers?.length)
    return "IAM roles are only valid for services configured to use load balancers.";
  return definition?.record.networkMode === "awsvpc"
    ? "You cannot specify an IAM role for services that require a service linked role."
    : undefined;
};

const registries: Check<ServiceInput> = ({ request: { serviceRegistries = [] } }) =>
  serviceRegistries.length > 1 ? "service registries can have at most 1 items." : undefined;

export const networkChecks: readonly Check<ServiceInput>[] = [configuration, role, balancers, registries];
