import type { Check } from "../refusal.ts";
import { tagCheck } from "../tags.ts";
import { isDaemon, type ServiceInput } from "./input.ts";

const name: Check<ServiceInput> = ({ request: { serviceName = "" } }) =>
  /^[a-zA-Z0-9_-]{1,255}$/.test(serviceName)
    ? undefined
    : `ServiceName must match ^[a-zA-Z0-9\\-_]{1,255}$, but was ${serviceName}`;

/** Settings that take one of a list of values, and which there are. */
const choices = {
  launchType: ["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"],
  schedulingStrategy: ["REPLICA", "DAEMON"],
  propagateTags: ["TASK_DEFINITION", "SERVICE", "NONE"],
  availabilityZoneRebalancing: ["ENABLED", "DISABLED"],
} as const;

const called = {
  launchType: "Launch type",
  schedulingStrategy: "Scheduling strategy",
  propagateTags: "Propagate tags",
  availabilityZoneRebalancing: "Availability Zone Rebalancing",
} as const;

/** Refuses what is none of the values that a setting takes. */
export const values: Check<ServiceInput> = ({ request }) => {
  for (const member of Object.keys(choices) as (keyof typeof choices)[]) {
    const allowed: readonly string[] = choices[member];
    const value = request[member];
    if (value !== undefined && !allowed.includes(value))
      return `${called[member]} should be one of [${allowed.join(",")}]`;
  }
  return undefined;
};

/**
 * The quota of tasks of one service:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html
 */
const tasksMost = 5000;

const desiredCount: Check<ServiceInput> = ({ request: { desiredCount: count = 0 } }) => {
  if (count < 0) return "Desired count should be greater than or equal to 0.";
  return count > tasksMost ? `Desired count should be at most ${tasksMost}.` : undefined;
};

const clientToken: Check<ServiceInput> = ({ request: { clientToken: token = "" } }) =>
  /^[\x21-\x7e]{0,36}$/.test(token)
    ? undefined
    : "Client token should have up to 36 ASCII characters from 33 to 126.";

/** What a daemon, which runs once on each instance, does not take. */
const daemon: Check<ServiceInput> = (input) => {
  if (!isDaemon(input)) return undefined;
  const {
    desiredCount: count,
    placementStrategy = [],
    deploymentConfiguration = {},
    availabilityZoneRebalancing,
    launchType,
  } = input.request;
  if (launchType === "FARGATE")
    return "The daemon scheduling strategy is not supported with the FARGATE launch type.";
  if (count !== undefined)
    return "The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again";
  if (placementStrategy.length > 0)
    return "The daemon scheduling strategy does not support placement strategies. Remove the placement strategy and try again";
  if ((deploymentConfiguration.maximumPercent ?? 100) > 100)
    return "The daemon scheduling strategy does not support values above 100 for maximumPercent on a deployment configuration. Change the maximumPercent value to 100, and try again";
  return availabilityZoneRebalancing === "ENABLED"
    ? "The service couldn't be created because Availability Zone Rebalancing does not support DAEMON as scheduling strategy. Update scheduling strategy and try again."
    : undefined;
};

const gracePeriod: Check<ServiceInput> = ({ request: { healthCheckGracePeriodSeconds: seconds = 0 } }) =>
  seconds < 0 ? "Health check grace period should be greater than or equal to 0." : undefined;

const tags: Check<ServiceInput> = ({ request }) => tagCheck(request);

export const basicChecks: readonly Check<ServiceInput>[] = [
  name,
  values,
  tags,
  clientToken,
  desiredCount,
  daemon,
  gracePeriod,
];
