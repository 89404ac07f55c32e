import type {
  CreateClusterRequest,
  CreateServiceRequest,
  RegisterTaskDefinitionRequest,
  RunTaskRequest,
} from "@aws-sdk/client-ecs";
import type { InstanceSpec } from "../engine/registerInstance.ts";
import type { Behaviour } from "../state/behaviour.ts";
import type { Pace } from "../state/pace.ts";
import type { Resources } from "../state/resources.ts";
import type { Scaling } from "../state/scaling.ts";
import type { TimedCall, Trouble } from "../trouble/trouble.ts";
import type { Wire } from "../protocol/wire.ts";
import type { Alarm } from "../state/types.ts";

/** An account to begin with. The members of task definitions, services and tasks are those of the API. */
export interface Scenario {
  readonly account?: string;
  readonly region?: string;
  readonly seed?: number;
  readonly pace?: Partial<Pace>;
  readonly behaviours?: readonly Behaviour[];
  readonly alarms?: readonly Alarm[];
  /** Parts of ARNs of Lambda functions that fail as lifecycle hooks of deployments. */
  readonly failingHooks?: readonly string[];
  readonly taskDefinitions?: readonly Wire<RegisterTaskDefinitionRequest>[];
  readonly clusters?: readonly ClusterScenario[];
  /**
   * What the account holds beside ECS; what task definitions and services refer to exists without being named
   * here.
   */
  readonly resources?: Partial<Resources>;
  readonly scaling?: readonly Omit<Scaling, "suspended">[];
  readonly trouble?: readonly Trouble[];
  /** What other people do in the account, each at its time. */
  readonly others?: readonly TimedCall[];
}

/** A cluster with what is in it. */
export interface ClusterScenario {
  readonly name: string;
  /** Members of CreateCluster beside the name. */
  readonly settings?: Omit<Wire<CreateClusterRequest>, "clusterName">;
  readonly instances?: readonly InstanceSpec[];
  readonly services?: readonly ServiceScenario[];
  readonly tasks?: readonly Wire<RunTaskRequest>[];
}

export interface ServiceScenario extends Wire<CreateServiceRequest> {
  /** Deployments since the service was created three days ago, oldest first. */
  readonly history?: readonly PastDeployment[];
  /** The deployment that is under way from the beginning; without it the service is steady. */
  readonly deploying?: { readonly taskDefinition: string };
}

/** A deployment that is over. */
export interface PastDeployment {
  readonly taskDefinition: string;
  readonly hoursAgo: number;
  /** What failed it, so that it was rolled back. */
  readonly failed?: "circuitBreaker" | "alarm";
}
