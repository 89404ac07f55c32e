import type {
  LoadBalancer as AwsLoadBalancer,
  TargetGroup as AwsTargetGroup,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { createHash } from "node:crypto";
import { ApiError } from "../protocol/apiError.ts";
import { arn } from "../state/arn.ts";
import type { LoadBalancer, TargetGroup } from "../state/resources.ts";
import { isWanted } from "../state/task.ts";
import type { XmlWire } from "../protocol/wire.ts";
import { xmlTime } from "../protocol/xmlTime.ts";
import type { Account, Task } from "../state/types.ts";

const suffix = (name: string): string => createHash("sha256").update(name).digest("hex").slice(0, 16);

/**
 * The ARN of a target group: the one that a service of the account uses under this name, else one made up.
 */
export function targetGroupArn(account: Account, name: string): string {
  const used = tasksBehind(account)
    .flatMap(({ launch }) =>
      (launch.loadBalancers ?? []).flatMap((balancer) => balancer.targetGroupArn ?? []),
    )
    .find((candidate) => candidate.split("/")[1] === name);
  return used ?? arn(account, "elasticloadbalancing", `targetgroup/${name}/${suffix(name)}`);
}

export const loadBalancerArn = (account: Account, name: string): string =>
  arn(account, "elasticloadbalancing", `loadbalancer/app/${name}/${suffix(name)}`);

/** All target groups, each with its load balancer. */
export const allTargetGroups = ({ resources }: Account): { group: TargetGroup; balancer: LoadBalancer }[] =>
  resources.loadBalancers.flatMap((balancer) => balancer.targetGroups.map((group) => ({ group, balancer })));

export function targetGroupRecord(
  account: Account,
  { group, balancer }: { group: TargetGroup; balancer: LoadBalancer },
): XmlWire<AwsTargetGroup> {
  return {
    TargetGroupArn: targetGroupArn(account, group.name),
    TargetGroupName: group.name,
    Protocol: "HTTP",
    Port: group.port,
    VpcId: account.resources.vpc,
    HealthCheckProtocol: "HTTP",
    HealthCheckPort: "traffic-port",
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: 10,
    HealthCheckTimeoutSeconds: 5,
    HealthyThresholdCount: 2,
    UnhealthyThresholdCount: 2,
    HealthCheckPath: group.healthCheckPath ?? "/",
    Matcher: { HttpCode: "200" },
    LoadBalancerArns: group.inUse === false ? [] : [loadBalancerArn(account, balancer.name)],
    TargetType: group.targetType ?? "ip",
    ProtocolVersion: "HTTP1",
  };
}

export function loadBalancerRecord(account: Account, { name }: LoadBalancer): XmlWire<AwsLoadBalancer> {
  return {
    LoadBalancerArn: loadBalancerArn(account, name),
    DNSName: `${name}-1234567890.${account.region}.elb.amazonaws.com`,
    CreatedTime: xmlTime(account.clock.now() - 365 * 86400),
    LoadBalancerName: name,
    Scheme: "internet-facing",
    VpcId: account.resources.vpc,
    State: { Code: "active" },
    Type: "application",
    AvailabilityZones: account.resources.subnets.map(({ id, zone = "a" }) => ({
      ZoneName: account.region + zone,
      SubnetId: id,
    })),
    SecurityGroups: account.resources.securityGroups.map(({ id }) => id),
    IpAddressType: "ipv4",
  };
}

/** The tasks behind any load balancer. */
export const tasksBehind = (account: Account): Task[] =>
  [...account.clusters.values()].flatMap(({ tasks }) =>
    [...tasks.values()].filter(
      (task) => (task.launch.loadBalancers ?? []).length > 0 && (isWanted(task) || task.target),
    ),
  );

/** Finds a target group by ARN; throws TargetGroupNotFound. */
export function requireTargetGroup(
  account: Account,
  wanted: string,
): { group: TargetGroup; balancer: LoadBalancer } {
  const found = allTargetGroups(account).find(({ group }) => targetGroupArn(account, group.name) === wanted);
  if (!found) throw new ApiError("TargetGroupNotFound", "One or more target groups not found");
  return found;
}
