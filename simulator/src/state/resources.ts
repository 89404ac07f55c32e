/** What the account holds beside ECS, as far as the neighbours of ECS are played. */
export interface Resources {
  readonly accountAlias?: string | undefined;
  readonly vpc: string;
  readonly logGroups: readonly LogGroup[];
  readonly repositories: readonly Repository[];
  readonly roles: readonly Role[];
  readonly secrets: readonly Named[];
  readonly parameters: readonly Parameter[];
  readonly subnets: readonly Subnet[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly vpcEndpoints: readonly VpcEndpoint[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly fileSystems: readonly FileSystem[];
}

export interface LogGroup {
  readonly name: string;
  readonly retentionInDays?: number;
}

/** A repository of the account's own ECR registry. */
export interface Repository {
  readonly name: string;
  readonly images: readonly RepositoryImage[];
}

export interface RepositoryImage {
  readonly tags: readonly string[];
  /** "amd64" by default; several make it a multi-architecture image. */
  readonly architectures?: readonly string[];
  /** How many days ago it was pushed; 1 by default. */
  readonly daysAgo?: number;
}

export interface Role {
  readonly name: string;
  /** The service that may assume it; "ecs-tasks.amazonaws.com" by default. */
  readonly trusts?: string;
  /** Actions that its policies do not allow, such as "ssmmessages:OpenDataChannel". */
  readonly denied?: readonly string[];
}

export interface Named {
  readonly name: string;
  readonly description?: string;
}

export interface Parameter extends Named {
  readonly type?: "String" | "StringList" | "SecureString";
}

export interface Subnet {
  readonly id: string;
  /** The last letter of its availability zone; "a" by default. */
  readonly zone?: string;
  readonly name?: string;
  /** Its way out is an internet gateway, and otherwise a NAT gateway. */
  readonly public?: boolean;
  /** It has no way out. */
  readonly isolated?: boolean;
  /** The account's by default. */
  readonly vpc?: string;
}

export interface SecurityGroup {
  readonly id: string;
  readonly name: string;
  /** The account's by default. */
  readonly vpc?: string;
}

/** An interface endpoint of a service of AWS. */
export interface VpcEndpoint {
  readonly id: string;
  /** The last part of the service's name, such as "ssmmessages". */
  readonly service: string;
  /** The account's by default. */
  readonly vpc?: string;
  /** Whether the service's own host name leads to it; true by default. */
  readonly privateDns?: boolean;
}

export interface LoadBalancer {
  readonly name: string;
  readonly targetGroups: readonly TargetGroup[];
}

export interface TargetGroup {
  readonly name: string;
  readonly port: number;
  readonly healthCheckPath?: string;
  /** What its targets are; "ip" by default. */
  readonly targetType?: "instance" | "ip";
  /** Whether a listener of the load balancer forwards to it; true by default. */
  readonly inUse?: boolean;
}

export interface FileSystem {
  readonly id: string;
  readonly name: string;
}

export const noResources: Resources = {
  vpc: "",
  logGroups: [],
  repositories: [],
  roles: [],
  secrets: [],
  parameters: [],
  subnets: [],
  securityGroups: [],
  vpcEndpoints: [],
  loadBalancers: [],
  fileSystems: [],
};
