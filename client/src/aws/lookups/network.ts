import { type Lookup, valueOf } from "./lookup.ts";

export const subnets: Lookup = async ({ calls, settingsFor, signal }) => {
  const { DescribeSubnetsCommand, EC2Client } = await import("@aws-sdk/client-ec2");
  const client = new EC2Client(settingsFor("EC2"));
  const { Subnets = [] } = await calls.read("DescribeSubnets", {}, (abortSignal) => client.send(new DescribeSubnetsCommand({}), { abortSignal }), signal);
  return Subnets.flatMap(({ SubnetId, AvailabilityZone, CidrBlock, VpcId }) => valueOf(SubnetId, words(AvailabilityZone, CidrBlock, VpcId)));
};

export const securityGroups: Lookup = async ({ calls, settingsFor, signal }) => {
  const { DescribeSecurityGroupsCommand, EC2Client } = await import("@aws-sdk/client-ec2");
  const client = new EC2Client(settingsFor("EC2"));
  const { SecurityGroups = [] } = await calls.read("DescribeSecurityGroups", {}, (abortSignal) => client.send(new DescribeSecurityGroupsCommand({}), { abortSignal }), signal);
  return SecurityGroups.flatMap(({ GroupId, GroupName, VpcId }) => valueOf(GroupId, words(GroupName, VpcId)));
};

export const targetGroups: Lookup = async ({ calls, settingsFor, signal }) => {
  const { DescribeTargetGroupsCommand, ElasticLoadBalancingV2Client } = await import("@aws-sdk/client-elastic-load-balancing-v2");
  const client = new ElasticLoadBalancingV2Client(settingsFor("Elastic Load Balancing v2"));
  const { TargetGroups = [] } = await calls.read("DescribeTargetGroups", {}, (abortSignal) => client.send(new DescribeTargetGroupsCommand({}), { abortSignal }), signal);
  return TargetGroups.flatMap(({ TargetGroupArn, Protocol, Port, TargetType }) => valueOf(TargetGroupArn, words(Protocol, Port === undefined ? undefined : String(Port), TargetType)));
};

export const fileSystems: Lookup = async ({ calls, settingsFor, signal }) => {
  const { DescribeFileSystemsCommand, EFSClient } = await import("@aws-sdk/client-efs");
  const client = new EFSClient(settingsFor("EFS"));
  const { FileSystems = [] } = await calls.read("DescribeFileSystems", {}, (abortSignal) => client.send(new DescribeFileSystemsCommand({}), { abortSignal }), signal);
  return FileSystems.flatMap(({ FileSystemId, Name }) => valueOf(FileSystemId, Name));
};

function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(" · ");
}
