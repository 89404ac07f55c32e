import type {
  DescribeLoadBalancersOutput,
  DescribeTargetGroupsOutput,
  DescribeTargetHealthOutput,
  TargetHealth,
  TargetHealthReasonEnum,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { ApiError } from "../protocol/apiError.ts";
import { queryOperation, type Operation } from "../protocol/operation.ts";
import { page } from "../protocol/paging.ts";
import { availabilityZone, networkOf } from "../state/identity.ts";
import type { XmlWire } from "../protocol/wire.ts";
import {
  allTargetGroups,
  loadBalancerArn,
  loadBalancerRecord,
  requireTargetGroup,
  targetGroupRecord,
  tasksBehind,
} from "./targetGroups.ts";
import type { TargetState, Task } from "../state/types.ts";

const limits = { default: 400, most: 400 };

const describeTargetGroups = queryOperation<DescribeTargetGroupsOutput>(
  "DescribeTargetGroups",
  (account, input) => {
    const [arns, names, balancer] = [
      input.texts("TargetGroupArns"),
      input.texts("Names"),
      input.text("LoadBalancerArn"),
    ];
    const unknownName = names.find(
      (name) => !allTargetGroups(account).some(({ group }) => group.name === name),
    );
    if (unknownName !== undefined)
      throw new ApiError("TargetGroupNotFound", "One or more target groups not found");
    const found =
      arns.length > 0 ? arns.map((arn) => requireTargetGroup(account, arn)) : allTargetGroups(account);
    const asked = found.filter(
      (entry) =>
        (names.length === 0 || names.includes(entry.group.name)) &&
        (balancer === undefined || loadBalancerArn(account, entry.balancer.name) === balancer),
    );
    const { items, nextToken } = page(
      asked,
      { maxResults: input.number("PageSize"), nextToken: input.text("Marker") },
      limits,
    );
    return { TargetGroups: items.map((entry) => targetGroupRecord(account, entry)), NextMarker: nextToken };
  },
);

const describeLoadBalancers = queryOperation<DescribeLoadBalancersOutput>(
  "DescribeLoadBalancers",
  (account, input) => {
    const [arns, names] = [input.texts("LoadBalancerArns"), input.texts("Names")];
    const found = account.resources.loadBalancers.filter(
      ({ name }) =>
        (arns.length === 0 || arns.includes(loadBalancerArn(account, name))) &&
        (names.length === 0 || names.includes(name)),
    );
    if (found.length < Math.max(arns.length, names.length))
      throw new ApiError("LoadBalancerNotFound", "One or more load balancers not found");
    const { items, nextToken } = page(
      found,
      { maxResults: input.number("PageSize"), nextToken: input.text("Marker") },
      limits,
    );
    return {
      LoadBalancers: items.map((balancer) => loadBalancerRecord(account, balancer)),
      NextMarker: nextToken,
    };
  },
);

/** The targets are the tasks of the services that use the group. */
const describeTargetHealth = queryOperation<DescribeTargetHealthOutput>(
  "DescribeTargetHealth",
  (account, input) => {
    const arn = input.text("TargetGroupArn") ?? "";
    requireTargetGroup(account, arn);
    const targets = tasksBehind(account).flatMap((task) =>
      (task.launch.loadBalancers ?? [])
        .filter((balancer) => task.target && balancer.targetGroupArn === arn)
        .map(({ containerPort }) => ({
          Target: {
            Id: networkOf(task)?.privateIp ?? task.launch.compute.instance?.record.ec2InstanceId,
            Port: containerPort,
            AvailabilityZone: availabilityZone(account, task),
          },
          HealthCheckPort: String(containerPort),
          TargetHealth: healthOf(task),
        })),
    );
    return { TargetHealthDescriptions: targets };
  },
);

const reasons: Readonly<Record<TargetState, TargetHealthReasonEnum | undefined>> = {
  initial: "Elb.RegistrationInProgress",
  healthy: undefined,
  unhealthy: "Target.ResponseCodeMismatch",
  draining: "Target.DeregistrationInProgress",
};

function healthOf({ target }: Task): XmlWire<TargetHealth> {
  const { state = "healthy", reason } = target ?? {};
  return { State: state, Reason: reasons[state], Description: reason };
}

export const elbv2Operations: readonly Operation[] = [
  describeLoadBalancers,
  describeTargetGroups,
  describeTargetHealth,
];
