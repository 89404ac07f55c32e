import { findPages, type Lookup, valueOf } from "./lookup.ts";

export const subnets: Lookup = async ({ calls, clients, signal }) => {
  const { DescribeSubnetsCommand, EC2Client } = await import("@aws-sdk/client-ec2");
  const client = clients.of(EC2Client, "EC2");
  return findPages(async (next) => {
    const input = { MaxResults: 1000, NextToken: next };
    const { Subnets = [], NextToken } = await calls.read(
      "DescribeSubnets",
      input,
      (abortSignal) => client.send(new DescribeSubnetsCommand(input), { abortSignal }),
      signal,
    );
    return {
      values: Subnets.flatMap(({ SubnetId, AvailabilityZone, CidrBlock, VpcId }) =>
        valueOf(SubnetId, words(AvailabilityZone, CidrBlock, VpcId)),
      ),
      next: NextToken,
    };
  });
};

export const securityGroups: Lookup = async ({ calls, clients, signal }) => {
  const { DescribeSecurityGroupsCommand, EC2Client } = await import("@aws-sdk/client-ec2");
  const client = clients.of(EC2Client, "EC2");
  return findPages(async (next) => {
    const input = { MaxResults: 1000, NextToken: next };
    const { SecurityGroups = [], NextToken } = await calls.read(
      "DescribeSecurityGroups",
      input,
      (abortSignal) => client.send(new DescribeSecurityGroupsCommand(input), { abortSignal }),
      signal,
    );
    return {
      values: SecurityGroups.flatMap(({ GroupId, GroupName, VpcId }) =>
        valueOf(GroupId, words(GroupName, VpcId)),
      ),
      next: NextToken,
    };
  });
};

export const targetGroups: Lookup = async ({ calls, clients, signal }) => {
  const { DescribeTargetGroupsCommand, ElasticLoadBalancingV2Client } = await import(
    "@aws-sdk/client-elastic-load-balancing-v2"
  );
  const client = clients.of(ElasticLoadBalancingV2Client, "Elastic Load Balancing v2");
  return findPages(async (next) => {
    const input = { PageSize: 400, Marker: next };
    const { TargetGroups = [], NextMarker } = await calls.read(
      "DescribeTargetGroups",
      input,
      (abortSignal) => client.send(new DescribeTargetGroupsCommand(input), { abortSignal }),
      signal,
    );
    const values = TargetGroups.flatMap(({ TargetGroupArn, Protocol, Port, TargetType }) =>
      valueOf(TargetGroupArn, words(Protocol, Port === undefined ? undefined : String(Port), TargetType)),
    );
    return { values, next: NextMarker };
  });
};

export const fileSystems: Lookup = async ({ calls, clients, signal }) => {
  const { DescribeFileSystemsCommand, EFSClient } = await import("@aws-sdk/client-efs");
  const client = clients.of(EFSClient, "EFS");
  return findPages(async (next) => {
    const input = { MaxItems: 100, Marker: next };
    const { FileSystems = [], NextMarker } = await calls.read(
      "DescribeFileSystems",
      input,
      (abortSignal) => client.send(new DescribeFileSystemsCommand(input), { abortSignal }),
      signal,
    );
    return {
      values: FileSystems.flatMap(({ FileSystemId, Name }) => valueOf(FileSystemId, Name)),
      next: NextMarker,
    };
  });
};

function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(" · ");
}
