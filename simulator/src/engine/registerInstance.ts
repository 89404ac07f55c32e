import { ecsArn, type Account } from "../state/account.ts";
import type { Cluster } from "../state/cluster.ts";
import type { ContainerInstance } from "../state/containerInstance.ts";

export interface InstanceSpec {
  readonly instanceType?: string;
  /** CPU units, by default 2048. */
  readonly cpu?: number;
  /** MiB, by default 3904. */
  readonly memory?: number;
  readonly capacityProvider?: string;
  readonly agentConnected?: boolean;
}

/** Adds an EC2 instance with the ECS agent to the cluster. */
export function registerInstance(account: Account, cluster: Cluster, spec: InstanceSpec): ContainerInstance {
  const { instanceType = "m6i.large", cpu = 2048, memory = 3904, capacityProvider, agentConnected = true } = spec;
  const id = account.random.hex(32);
  const arn = ecsArn(account, `container-instance/${cluster.name}/${id}`);
  const instance: ContainerInstance = {
    id,
    arn,
    cpu,
    memory,
    record: {
      containerInstanceArn: arn,
      ec2InstanceId: `i-0${account.random.hex(16)}`,
      ...(capacityProvider !== undefined && { capacityProviderName: capacityProvider }),
      version: 1,
      versionInfo: { agentVersion: "1.99.0", agentHash: account.random.hex(8), dockerVersion: "DockerVersion: 25.0.8" },
      status: "ACTIVE",
      agentConnected,
      attributes: [
        { name: "ecs.availability-zone", value: `${account.region}a` },
        { name: "ecs.instance-type", value: instanceType },
        { name: "ecs.os-type", value: "linux" },
        { name: "ecs.cpu-architecture", value: "x86_64" },
      ],
      registeredAt: account.clock.now(),
      attachments: [],
      tags: [],
    },
  };
  cluster.instances.set(id, instance);
  return instance;
}
