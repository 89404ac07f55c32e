import type {
  Deployment,
  DeploymentLifecycleHookDetail,
  Service,
  ServiceDeployment,
  ServiceEvent,
} from "@aws-sdk/client-ecs";
import { setTimeout as delay } from "node:timers/promises";
import { kindOf } from "../../model/failure.ts";
import type { DeploymentReads } from "../deploymentReads.ts";
import type { EcsReads } from "../ecsReads.ts";
import type { LogReads } from "../logReads.ts";
import { deadTasks, type DeadTasks, type SoughtDeployment } from "./deadTasks.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

/** What is followed. A deployment that is over may be gone from the service: then only its revision and the time of its creation find its record. */
export interface FollowOptions extends SoughtDeployment {
  /** ARN or name. */
  readonly cluster: string;
  readonly service: string;
  /** Hears of the state after each look at the service. */
  readonly onState: (state: DeploymentState) => void;
  /** Hears that AWS could not be asked, so that the next look is later. */
  readonly onTrouble: (error: unknown) => void;
  /** Seconds between two looks. */
  readonly interval: number;
}

export interface DeploymentState {
  readonly deployment: Deployment | undefined;
  /** Absent where ECS keeps none, and in the first moments. */
  readonly record: ServiceDeployment | undefined;
  /** Lifecycle hooks that wait for a person. */
  readonly paused: readonly DeploymentLifecycleHookDetail[];
  /** Events of the service since the deployment was created or, later, since the look before; oldest first. */
  readonly newEvents: readonly ServiceEvent[];
  readonly dead: readonly DeadTasks[];
}

export interface FollowReads {
  readonly ecs: EcsReads;
  readonly deployments: DeploymentReads;
  readonly logs: LogReads;
}

/** The longest that a look is put off while AWS cannot be asked, in seconds. */
const longest = 60;

/**
 * Looks at a service until one of its deployments has ended. Throttling and a lost network put a look off, nothing more.
 * Aborting the signal ends the looking, not the deployment.
 */
export async function followDeployment(
  reads: FollowReads,
  options: FollowOptions,
  signal: AbortSignal,
): Promise<Verdict> {
  const look = new Look(reads, options);
  for (let pause = options.interval; ; ) {
    try {
      const verdict = await look.once(signal);
      if (verdict) return verdict;
      pause = options.interval;
    } catch (error) {
      signal.throwIfAborted();
      if (!isPassing(error)) throw error;
      options.onTrouble(error);
      pause = Math.min(pause * 2, longest);
    }
    await delay(pause * 1000, undefined, { signal });
  }
}

const isPassing = (error: unknown): boolean =>
  kindOf(error) === "throttled" ||
  kindOf(error) === "unreachable" ||
  (error as { $fault?: string }).$fault === "server";

class Look {
  readonly #reads: FollowReads;
  readonly #options: FollowOptions;
  readonly #seen = new Set<string>();
  #recordArn: string | undefined;
  #hasRecords = true;
  #failedTasks = 0;
  #dead: readonly DeadTasks[] = [];

  constructor(reads: FollowReads, options: FollowOptions) {
    this.#reads = reads;
    this.#options = options;
  }

  async once(signal: AbortSignal): Promise<Verdict | undefined> {
    const { deploymentId, onState } = this.#options;
    const record = await this.#record(signal);
    const service = await this.#service(signal);
    const deployment = service.deployments?.find(({ id }) => id === deploymentId);
    const verdict = verdictOf(service, deploymentId, record);
    await this.#findDead(deployment, record, verdict, signal);
    const paused = record?.lifecycleHookDetails?.filter(({ status }) => status === "AWAITING_ACTION") ?? [];
    onState({
      deployment,
      record,
      paused,
      newEvents: this.#newEvents(service, deployment),
      dead: this.#dead,
    });
    return verdict?.kind === "failed" ? { ...verdict, dead: this.#dead } : verdict;
  }

  async #service(signal: AbortSignal): Promise<Service> {
    const { cluster, service: name } = this.#options;
    const [service] = await this.#reads.ecs.describeServices(cluster, [name], signal);
    if (!service || service.status === "INACTIVE") throw new Error(`the service ${name} was deleted.`);
    return service;
  }

  /** The service deployment that was created with the deployment. */
  async #record(signal: AbortSignal): Promise<ServiceDeployment | undefined> {
    if (this.#recordArn !== undefined) return this.#reads.deployments.one(this.#recordArn, signal);
    if (!this.#hasRecords) return undefined;
    const { cluster, service, taskDefinition: own, createdAt: created } = this.#options;
    const newest = await this.#reads.deployments.newestIfKept(cluster, service, looked, signal);
    if (!newest) {
      this.#hasRecords = false;
      return undefined;
    }
    const distance = ({ createdAt }: ServiceDeployment): number =>
      Math.abs((createdAt?.getTime() ?? 0) - created);
    const [nearest] = newest
      .filter(({ taskDefinition }) => taskDefinition === own)
      .sort((a, b) => distance(a.deployment) - distance(b.deployment));
    if (nearest && distance(nearest.deployment) < nearness)
      this.#recordArn = nearest.deployment.serviceDeploymentArn;
    return nearest && this.#recordArn !== undefined ? nearest.deployment : undefined;
  }

  /** Asks for stopped tasks only when more have failed than at the look before, and once more at the end. */
  async #findDead(
    own: Deployment | undefined,
    record: ServiceDeployment | undefined,
    verdict: Verdict | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const failed = Math.max(own?.failedTasks ?? 0, record?.deploymentCircuitBreaker?.failureCount ?? 0);
    if (failed <= this.#failedTasks && verdict?.kind !== "failed") return;
    this.#failedTasks = failed;
    const { cluster, service } = this.#options;
    this.#dead = await deadTasks({ ...this.#reads, cluster, service, deployment: this.#options }, signal);
  }

  #newEvents({ events = [] }: Service, own: Deployment | undefined): readonly ServiceEvent[] {
    const since = own?.createdAt?.getTime() ?? Infinity;
    const fresh = events.filter(
      ({ id = "", createdAt }) =>
        !this.#seen.has(id) && (this.#seen.size > 0 || (createdAt?.getTime() ?? 0) >= since),
    );
    for (const { id = "" } of events) this.#seen.add(id);
    return fresh.reverse();
  }
}

/** How many of the service's newest deployments are looked through: more than begin while nobody looks. */
const looked = 20;

/** ECS creates a deployment and its service deployment at about the same time; in milliseconds. */
export const nearness = 60_000;
