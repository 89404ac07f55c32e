import type {
  DescribeScalableTargetsRequest,
  DescribeScalableTargetsResponse,
  DescribeScalingActivitiesRequest,
  DescribeScalingActivitiesResponse,
  DescribeScalingPoliciesRequest,
  DescribeScalingPoliciesResponse,
} from "@aws-sdk/client-application-auto-scaling";
import { operation, type Operation } from "../protocol/operation.ts";
import { page } from "../protocol/paging.ts";
import { arn, iamArn } from "../state/arn.ts";
import type { Scaling } from "../state/scaling.ts";
import { registerScalableTarget } from "./registerScalableTarget.ts";
import type { Account } from "../state/types.ts";

interface Request {
  readonly ServiceNamespace?: string | undefined;
  readonly ResourceIds?: readonly string[] | undefined;
  readonly ResourceId?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

const limits = { default: 50, most: 50 };
const dimension = { ServiceNamespace: "ecs", ScalableDimension: "ecs:service:DesiredCount" } as const;

/** The targets of the request's service namespace and resources, one page of them. */
function found(
  account: Account,
  { ServiceNamespace, ResourceIds, ResourceId, MaxResults, NextToken }: Request,
  has = (_target: Scaling): boolean => true,
) {
  const all = ServiceNamespace === "ecs" ? [...account.scaling.values()] : [];
  const ids = ResourceIds?.length ? ResourceIds : ResourceId === undefined ? undefined : [ResourceId];
  const asked = all.filter((target) => has(target) && (ids === undefined || ids.includes(target.resourceId)));
  const { items, nextToken } = page(asked, { maxResults: MaxResults, nextToken: NextToken }, limits);
  return { items, next: nextToken === undefined ? {} : { NextToken: nextToken } };
}

const describeScalableTargets = operation<DescribeScalableTargetsRequest, DescribeScalableTargetsResponse>(
  "DescribeScalableTargets",
  (account, input) => {
    const { items, next } = found(account, input);
    const ScalableTargets = items.map(({ resourceId, min, max, suspended }) => ({
      ...dimension,
      ResourceId: resourceId,
      MinCapacity: min,
      MaxCapacity: max,
      RoleARN: iamArn(
        account,
        "role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService",
      ),
      CreationTime: account.clock.now() - 30 * 86400,
      SuspendedState: {
        DynamicScalingInSuspended: false,
        DynamicScalingOutSuspended: false,
        ScheduledScalingSuspended: false,
        ...suspended,
      },
      ScalableTargetARN: arn(account, "application-autoscaling", `scalable-target/${resourceId}`),
    }));
    return { ScalableTargets, ...next };
  },
);

const describeScalingPolicies = operation<DescribeScalingPoliciesRequest, DescribeScalingPoliciesResponse>(
  "DescribeScalingPolicies",
  (account, input) => {
    const { items, next } = found(account, input, ({ targetCpu }) => targetCpu !== undefined);
    const ScalingPolicies = items.map(({ resourceId, targetCpu = 0 }) => ({
      ...dimension,
      PolicyARN: arn(account, "autoscaling", `scalingPolicy:resource/ecs/${resourceId}:policyName/cpu`),
      PolicyName: "cpu",
      ResourceId: resourceId,
      PolicyType: "TargetTrackingScaling" as const,
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: targetCpu,
        PredefinedMetricSpecification: { PredefinedMetricType: "ECSServiceAverageCPUUtilization" as const },
        ScaleOutCooldown: 60,
        ScaleInCooldown: 300,
      },
      Alarms: [],
      CreationTime: account.clock.now() - 30 * 86400,
    }));
    return { ScalingPolicies, ...next };
  },
);

/** The simulator does not scale by itself, so there is nothing to tell. */
const describeScalingActivities = operation<
  DescribeScalingActivitiesRequest,
  DescribeScalingActivitiesResponse
>("DescribeScalingActivities", () => ({
  ScalingActivities: [],
}));

export const autoScalingOperations: readonly Operation[] = [
  describeScalableTargets,
  describeScalingActivities,
  describeScalingPolicies,
  registerScalableTarget,
];
