import type { Attribute, Tag, VersionInfo } from "@aws-sdk/client-ecs";
import { ecsArn } from "../state/arn.ts";
import type { Wire } from "../protocol/wire.ts";
import type { Account, Cluster, ContainerInstance } from "../state/types.ts";

export interface InstanceSpec {
  /** `i-…`; a new one by default. */
  readonly instanceId?: string;
  readonly instanceType?: string;
  /** CPU units, by default 2048. */
  readonly cpu?: number;
  /** MiB, by default 3904. */
  readonly memory?: number;
  readonly capacityProvider?: string;
  readonly agentConnected?: boolean;
  /** Beside those that every instance has. */
  readonly attributes?: readonly Wire<Attribute>[];
  readonly tags?: readonly Wire<Tag>[];
  readonly versionInfo?: Wire<VersionInfo>;
}

/** Adds an EC2 instance with the ECS agent to the cluster. */
export function registerInstance(account: Account, cluster: Cluster, spec: InstanceSpec): ContainerInstance {
  const {
    instanceType = "m6i.large",
    cpu = 2048,
    memory = 3904,
    capacityProvider,
    agentConnected = true,
    attributes = [],
    tags = [],
  } = spec;
  const {
    instanceId = `i-0${account.random.hex(16)}`,
    versionInfo = {
      agentVersion: "1.99.0",
      agentHash: account.random.hex(8),
      dockerVersion: "DockerVersion: 25.0.8",
    },
  } = spec;
  const id = account.random.hex(32);
  const arn = ecsArn(account, `container-instance/${cluster.name}/${id}`);
  const instance: ContainerInstance = {
    id,
    arn,
    cpu,
    memory,
    record: {
      containerInstanceArn: arn,
      ec2InstanceId: instanceId,
      ...(capacityProvider !== undefined && { capacityProviderName: capacityProvider }),
      version: 1,
      versionInfo,
      status: "ACTIVE",
      agentConnected,
      attributes: [
        { name: "ecs.availability-zone", value: `${account.region}a` },
        { name: "ecs.instance-type", value: instanceType },
        { name: "ecs.os-type", value: "linux" },
        { name: "ecs.cpu-architecture", value: "x86_64" },
        ...attributes,
      ],
      registeredAt: account.clock.now(),
      attachments: [],
      tags: [...tags],
    },
  };
  cluster.instances.set(id, instance);
  return instance;
}
