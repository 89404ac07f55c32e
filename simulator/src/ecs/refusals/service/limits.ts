import type { Check } from "../refusal.ts";
import { isDaemon, type ServiceInput } from "./input.ts";

// Limits that AWS documents. How it words these refusals is not proven.

const providerNames: Check<ServiceInput> = ({ request: { capacityProviderStrategy = [] } }) => {
  const wrong = capacityProviderStrategy.find(
    ({ capacityProvider: name = "" }) =>
      /^(aws|ecs|fargate)/i.test(name) && name !== "FARGATE" && name !== "FARGATE_SPOT",
  );
  return wrong && `The specified capacity provider '${wrong.capacityProvider ?? ""}' was not found.`;
};

const daemonOnFargate: Check<ServiceInput> = (input) => {
  if (!isDaemon(input)) return undefined;
  const { capacityProviderStrategy = [], volumeConfigurations = [] } = input.request;
  if (capacityProviderStrategy.some(({ capacityProvider = "" }) => capacityProvider.startsWith("FARGATE")))
    return "The daemon scheduling strategy is not supported with FARGATE capacity providers.";
  return volumeConfigurations.length > 0
    ? "The daemon scheduling strategy does not support volume configurations."
    : undefined;
};

const thresholdTypes = ["BOUNDED_PERCENT", "UNBOUNDED_PERCENT", "COUNT"];

const breaker: Check<ServiceInput> = ({ request }) => {
  const { type } = request.deploymentConfiguration?.deploymentCircuitBreaker?.thresholdConfiguration ?? {};
  return type === undefined || thresholdTypes.includes(type)
    ? undefined
    : `Threshold type should be one of [${thresholdTypes.join(",")}]`;
};

const earlySuccess: Check<ServiceInput> = ({ request }) => {
  const {
    earlySuccessCriteria: criteria,
    minimumHealthyPercent = 100,
    strategy = "ROLLING",
  } = request.deploymentConfiguration ?? {};
  if (!criteria?.enable || strategy !== "ROLLING") return undefined;
  const { healthyPercent: per } = criteria;
  if (per === undefined) return "healthyPercent must be specified when early success criteria are enabled.";
  return per < minimumHealthyPercent || per > 100
    ? "healthyPercent must be between minimumHealthyPercent and 100."
    : undefined;
};

const stepPercent: Check<ServiceInput> = ({ request }) => {
  const { linearConfiguration, canaryConfiguration } = request.deploymentConfiguration ?? {};
  const fine = [linearConfiguration?.stepPercent, canaryConfiguration?.canaryPercent].some(
    (percent) => percent !== undefined && !/^\d+(\.\d)?$/.test(String(percent)),
  );
  return fine ? "Percentages must be multiples of 0.1." : undefined;
};

const gracePeriod: Check<ServiceInput> = ({ request: { healthCheckGracePeriodSeconds: seconds = 0 } }) =>
  seconds > 2_147_483_647 ? "Health check grace period should be at most 2147483647." : undefined;

const balancers: Check<ServiceInput> = ({ request: { loadBalancers = [] } }) => {
  for (const { targetGroupArn, containerPort } of loadBalancers) {
    if (
      targetGroupArn !== undefined &&
      !/^arn:[a-z-]+:elasticloadbalancing:[^:]*:\d*:targetgroup\/.+/.test(targetGroupArn)
    )
      return `Invalid target group ARN ${targetGroupArn}.`;
    if (targetGroupArn !== undefined && containerPort === undefined)
      return "Container port can not be blank.";
  }
  return undefined;
};

const registries: Check<ServiceInput> = ({ request: { serviceRegistries = [] } }) => {
  for (const { containerName, containerPort, port } of serviceRegistries) {
    if ((containerName === undefined) !== (containerPort === undefined))
      return "Service registries require containerName and containerPort together.";
    if (containerName !== undefined && port !== undefined)
      return "Service registries take either containerName and containerPort or port.";
  }
  return undefined;
};

const swapped: Check<ServiceInput> = ({ request }) => {
  const { subnets = [], securityGroups = [] } = request.networkConfiguration?.awsvpcConfiguration ?? {};
  const subnet = subnets.find((id) => id.startsWith("sg-"));
  if (subnet !== undefined) return `Error retrieving subnet information for [${subnet}]`;
  const group = securityGroups.find((id) => id.startsWith("subnet-"));
  return group === undefined ? undefined : `Error retrieving security group information for [${group}]`;
};

const placementTypes: Check<ServiceInput> = ({
  request: { placementConstraints = [], placementStrategy = [] },
}) => {
  if (placementConstraints.some(({ type = "" }) => type !== "distinctInstance" && type !== "memberOf"))
    return "Placement constraint type should be one of [distinctInstance,memberOf]";
  return placementStrategy.some(
    ({ type = "" }) => type !== "random" && type !== "spread" && type !== "binpack",
  )
    ? "Placement strategy type should be one of [random,spread,binpack]"
    : undefined;
};

const external: Check<ServiceInput> = ({ request }) => {
  if (request.launchType !== "EXTERNAL") return undefined;
  const { networkConfiguration, loadBalancers = [], serviceRegistries = [] } = request;
  const given = [
    networkConfiguration && "networkConfiguration",
    loadBalancers.length > 0 && "loadBalancers",
    serviceRegistries.length > 0 && "serviceRegistries",
  ].find(Boolean);
  return given ? `The EXTERNAL launch type does not support ${given}.` : undefined;
};

type ConnectService = NonNullable<
  NonNullable<ServiceInput["request"]["serviceConnectConfiguration"]>["services"]
>[number];

const connect: Check<ServiceInput> = ({ request }) => {
  const { services = [], accessLogConfiguration } = request.serviceConnectConfiguration ?? {};
  const wrong = services
    .map((service) => aliasRefusal(service) ?? connectRefusal(service))
    .find((message) => message !== undefined);
  if (wrong !== undefined) return wrong;
  const { format } = accessLogConfiguration ?? {};
  return format === undefined || format === "JSON" || format === "TEXT"
    ? undefined
    : "Access log format should be one of [TEXT,JSON]";
};

function aliasRefusal({ clientAliases = [] }: ConnectService): string | undefined {
  if (clientAliases.some(({ port = 0 }) => !isPort(port)))
    return "The port of a client alias must be between 1 and 65535.";
  const incomplete = clientAliases.some(
    ({ testTrafficRules }) => testTrafficRules?.header && testTrafficRules.header.value?.exact === undefined,
  );
  return incomplete ? "A test traffic rule requires the exact value of its header." : undefined;
}

function connectRefusal({
  ingressPortOverride = 0,
  discoveryName = "a",
  timeout = {},
}: ConnectService): string | undefined {
  if (!isPort(ingressPortOverride)) return "ingressPortOverride must be between 0 and 65535.";
  if (!/^[a-z0-9_][a-z0-9_-]{0,63}$/.test(discoveryName))
    return `discoveryName(${discoveryName}) contains invalid characters.`;
  const wrong = [timeout.idleTimeoutSeconds, timeout.perRequestTimeoutSeconds].some(
    (seconds = 0) => seconds < 0 || seconds > 2_147_483_647,
  );
  return wrong ? "Timeouts must be between 0 and 2147483647 seconds." : undefined;
}

const isPort = (port: number): boolean => port >= 0 && port <= 65535;

const monitoring: Check<ServiceInput> = ({
  request: { gatewayConnectors = [], monitoring: configuration },
}) => {
  if (gatewayConnectors.length > 1) return "gatewayConnectors can have at most 1 items.";
  const wrong = (configuration?.metricConfigurations ?? []).some(
    ({ metricNames = [], resolutionSeconds }) =>
      metricNames.length < 1 ||
      metricNames.length > 5 ||
      (resolutionSeconds !== 20 && resolutionSeconds !== 60),
  );
  return wrong
    ? "A metric configuration takes from 1 to 5 metric names and a resolution of 20 or 60 seconds."
    : undefined;
};

export const limitChecks: readonly Check<ServiceInput>[] = [
  providerNames,
  daemonOnFargate,
  breaker,
  earlySuccess,
  stepPercent,
  gracePeriod,
  balancers,
  registries,
  swapped,
  placementTypes,
  external,
  connect,
  monitoring,
];
