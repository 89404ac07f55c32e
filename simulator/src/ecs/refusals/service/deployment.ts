import type { Check } from "../refusal.ts";
import { controllerOf, isDaemon, type ServiceInput } from "./input.ts";

const blocks = "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.";

const percentages: Check<ServiceInput> = (input) => {
  const { minimumHealthyPercent: least, maximumPercent: most } = input.request.deploymentConfiguration ?? {};
  if (least !== undefined && least > 100) return "minimumHealthyPercent must be at most 100";
  if (least !== undefined && least < 0) return "minimumHealthyPercent must be at least 0";
  if (isDaemon(input)) return undefined;
  if (most !== undefined && most < 100) return "maximumPercent must be at least 100";
  return least !== undefined && most !== undefined && least >= most ? blocks : undefined;
};

const controllers = ["ECS", "CODE_DEPLOY", "EXTERNAL"];

const controller: Check<ServiceInput> = (input) => {
  const { deploymentController, taskDefinition, loadBalancers = [] } = input.request;
  const type = controllerOf(input);
  if (deploymentController && !controllers.includes(type))
    return `Deployment controller should be one of [${controllers.join(",")}]`;
  if (type === "EXTERNAL" && taskDefinition !== undefined) return "TaskDefinition must be blank.";
  if (type === "EXTERNAL" && loadBalancers.length > 0) return "LoadBalancers must be empty or null.";
  if (type !== "EXTERNAL" && taskDefinition === undefined) return "TaskDefinition can not be blank.";
  if (type !== "ECS" && isDaemon(input))
    return `The daemon scheduling strategy is not supported with the ${type} deployment controller.`;
  return type === "CODE_DEPLOY" && loadBalancers.length === 0
    ? "When specifying the CODE_DEPLOY deployment controller type, the service requires an Application Load Balancer or Network Load Balancer."
    : undefined;
};

const strategies = ["ROLLING", "BLUE_GREEN", "LINEAR", "CANARY"];

const strategy: Check<ServiceInput> = (input) => {
  const {
    strategy: name = "ROLLING",
    linearConfiguration,
    canaryConfiguration,
  } = input.request.deploymentConfiguration ?? {};
  if (!strategies.includes(name)) return `Deployment strategy should be one of [${strategies.join(",")}]`;
  if (name !== "ROLLING" && controllerOf(input) !== "ECS")
    return `The ${name} deployment strategy requires the ECS deployment controller.`;
  if (linearConfiguration && name !== "LINEAR")
    return "linearConfiguration can only be specified with the LINEAR deployment strategy.";
  if (canaryConfiguration && name !== "CANARY")
    return "canaryConfiguration can only be specified with the CANARY deployment strategy.";
  return undefined;
};

/** The ranges of a deployment's numbers: minutes, and per cent in steps of a tenth. */
const ranges: Check<ServiceInput> = ({ request }) => {
  const {
    bakeTimeInMinutes,
    linearConfiguration = {},
    canaryConfiguration = {},
  } = request.deploymentConfiguration ?? {};
  const minutes = {
    bakeTimeInMinutes,
    stepBakeTimeInMinutes: linearConfiguration.stepBakeTimeInMinutes,
    canaryBakeTimeInMinutes: canaryConfiguration.canaryBakeTimeInMinutes,
  };
  for (const [name, value = 0] of Object.entries(minutes))
    if (value < 0 || value > 1440) return `${name} must be between 0 and 1440.`;
  const { stepPercent = 10 } = linearConfiguration;
  if (stepPercent < 3 || stepPercent > 100) return "stepPercent must be between 3.0 and 100.0.";
  const { canaryPercent = 5 } = canaryConfiguration;
  return canaryPercent < 0.1 || canaryPercent > 100
    ? "canaryPercent must be between 0.1 and 100.0."
    : undefined;
};

const hooks: Check<ServiceInput> = ({ request }) => {
  for (const { targetType = "AWS_LAMBDA", hookTargetArn, lifecycleStages = [] } of request
    .deploymentConfiguration?.lifecycleHooks ?? []) {
    if (lifecycleStages.length === 0) return "A lifecycle hook requires at least one lifecycle stage.";
    if (targetType === "AWS_LAMBDA" && hookTargetArn === undefined)
      return "A lifecycle hook requires a hookTargetArn.";
    if (
      targetType === "PAUSE" &&
      lifecycleStages.some((stage) => stage === "TEST_TRAFFIC_SHIFT" || stage === "PRODUCTION_TRAFFIC_SHIFT")
    )
      return "PAUSE hooks cannot be configured at the TEST_TRAFFIC_SHIFT or PRODUCTION_TRAFFIC_SHIFT stages.";
  }
  return undefined;
};

const alarms: Check<ServiceInput> = ({ request }) => {
  const { alarms: configuration } = request.deploymentConfiguration ?? {};
  return configuration?.enable && !configuration.alarmNames?.length
    ? "At least one alarm name must be specified when alarms are enabled."
    : undefined;
};

export const deploymentChecks: readonly Check<ServiceInput>[] = [
  controller,
  percentages,
  strategy,
  ranges,
  hooks,
  alarms,
];
