import type {
  Deployment,
  DeploymentLifecycleHookDetail,
  Service,
  ServiceDeployment,
  ServiceEvent,
} from "@aws-sdk/client-ecs";
import { kindOf } from "../../model/failure.ts";
import type { DeploymentReads, DeploymentRecord } from "../deploymentReads.ts";
import type { EcsReads } from "../ecsReads.ts";
import type { LogReads } from "../logReads.ts";
import { Lasting } from "../../model/lasting.ts";
import { persistently, type Patience, type Persistence } from "../persistently.ts";
import { deadTasks, type DeadTasks } from "./deadTasks.ts";
import { recordOf, soughtOf, type SoughtDeployment } from "./sought.ts";
import { ownDeployment, verdictOf, type Seen, type Verdict } from "./verdict.ts";

/**
 * What is followed. A deployment that is over may be gone from the service: then only its record tells of it.
 */
export interface FollowOptions extends SoughtDeployment, Persistence {
  /** ARN or name. */
  readonly cluster: string;
  readonly service: string;
  /** Hears of the state after each look at the service. */
  readonly onState: (state: DeploymentState) => void;
}

export interface DeploymentState {
  readonly deployment: Deployment | undefined;
  /** Absent where ECS keeps none, and in the first moments. */
  readonly record: ServiceDeployment | undefined;
  /** Lifecycle hooks that wait for a user. */
  readonly paused: readonly DeploymentLifecycleHookDetail[];
  /**
   * Events of the service since the deployment was created or, later, since the look before; oldest first.
   */
  readonly newEvents: readonly ServiceEvent[];
  readonly dead: readonly DeadTasks[];
}

export interface FollowReads {
  readonly ecs: EcsReads;
  readonly deployments: DeploymentReads;
  readonly logs: LogReads;
  /** Throws when the credentials are not those of the account in which the cluster is. */
  readonly requireAccountOf: (cluster: string) => Promise<void>;
}

/** The service is not there, or not any more. */
export class ServiceGoneError extends Error {
  override readonly name = "ServiceGoneError";
}

/**
 * Looks at a service until one of its deployments has ended. Throttling, a lost network and expired
 * credentials put a look off, nothing more. Aborting the signal ends the looking, not the deployment.
 * @throws ServiceGoneError when the service was deleted
 */
export async function followDeployment(
  reads: FollowReads,
  options: FollowOptions,
  patience: Patience,
  signal: AbortSignal,
): Promise<Verdict> {
  const look = new Look(reads, options, patience);
  return persistently(() => look.once(signal), options, patience, signal);
}

class Look {
  readonly #reads: FollowReads;
  readonly #options: FollowOptions;
  readonly #seen = new Set<string>();
  readonly #doubt: Lasting;
  readonly #absence: Lasting;
  /** The deployments of the service at the last look. */
  #deployments: readonly Deployment[] = [];
  #recordArn: string | undefined;
  #hasRecords = true;
  #wasThere = false;
  #failedTasks = 0;
  #dead: readonly DeadTasks[] = [];

  constructor(reads: FollowReads, options: FollowOptions, patience: Patience) {
    this.#reads = reads;
    this.#options = options;
    this.#doubt = new Lasting(patience.clock);
    this.#absence = new Lasting(patience.clock);
    this.#recordArn = options.serviceDeploymentArn;
  }

  async once(signal: AbortSignal): Promise<Verdict | undefined> {
    const { cluster, onState } = this.#options;
    await this.#reads.requireAccountOf(cluster);
    const record = await this.#record(signal);
    const service = await this.#service(signal);
    if (!service) return undefined;
    this.#deployments = service.deployments ?? [];
    const deployment = ownDeployment(service, this.#options);
    const verdict = this.#verdict(await this.#see(service, record, signal));
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

  /**
   * A verdict that is only withheld because the answers do not fit together is given when they never come to
   * do so.
   */
  #verdict(seen: Seen): Verdict | undefined {
    const verdict = verdictOf(seen, false);
    const late = verdict ?? verdictOf(seen, true);
    return this.#doubt.isOld(!verdict && late !== undefined) ? late : verdict;
  }

  async #see(service: Service, record: ServiceDeployment | undefined, signal: AbortSignal): Promise<Seen> {
    return {
      service,
      sought: this.#options,
      record,
      hasRecords: this.#hasRecords,
      newer: record?.status === "STOPPED" ? await this.#newer(record, signal) : undefined,
      rolledBackTo: await this.#rolledBackTo(record, signal),
    };
  }

  /** Undefined when the answer may be too old to show it. */
  async #service(signal: AbortSignal): Promise<Service | undefined> {
    const { cluster, service: name } = this.#options;
    const [service] = await this.#reads.ecs.describeServices(cluster, [name], signal);
    const isThere = service !== undefined && service.status !== "INACTIVE";
    const isGone = service?.status === "INACTIVE" && this.#wasThere;
    if (this.#absence.isOld(!isThere) || isGone)
      throw new ServiceGoneError(`the service ${name} was deleted.`);
    if (!isThere) return undefined;
    this.#wasThere = true;
    return service;
  }

  /** The service deployment that was created with the deployment. */
  async #record(signal: AbortSignal): Promise<ServiceDeployment | undefined> {
    if (this.#recordArn !== undefined) return this.#reads.deployments.one(this.#recordArn, signal);
    const newest = await this.#newest(signal);
    const own = newest && recordOf(this.#options, newest, this.#deployments);
    this.#recordArn = own?.serviceDeploymentArn;
    return own;
  }

  /** The service deployment that took the place of a stopped one: ECS lists the newest first. */
  async #newer(stopped: ServiceDeployment, signal: AbortSignal): Promise<SoughtDeployment | undefined> {
    const newest = (await this.#newest(signal)) ?? [];
    const place = newest.findIndex(
      ({ deployment }) => deployment.serviceDeploymentArn === stopped.serviceDeploymentArn,
    );
    const newer = newest[place - 1];
    return newer && soughtOf(newer, this.#deployments);
  }

  async #newest(signal: AbortSignal): Promise<readonly DeploymentRecord[] | undefined> {
    if (!this.#hasRecords) return undefined;
    const { cluster, service } = this.#options;
    try {
      const newest = await this.#reads.deployments.newestIfKept(cluster, service, looked, signal);
      this.#hasRecords = newest !== undefined;
      return newest;
    } catch (error) {
      // A service that was just created may not be seen yet.
      if (error instanceof Error && error.name === "ServiceNotFoundException") return undefined;
      throw error;
    }
  }

  async #rolledBackTo(
    record: ServiceDeployment | undefined,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const arn = record?.rollback?.serviceRevisionArn;
    if (arn === undefined) return undefined;
    return (await this.#reads.deployments.revisions([arn], signal)).get(arn)?.taskDefinition;
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
    const { cluster, service } = this.#options;
    try {
      this.#dead = await deadTasks({ ...this.#reads, cluster, service, deployment: this.#options }, signal);
      this.#failedTasks = failed;
    } catch (error) {
      // That tasks may not be listed must not keep the verdict back.
      if (kindOf(error) !== "denied") throw error;
    }
  }

  #newEvents({ events = [] }: Service, own: Deployment | undefined): readonly ServiceEvent[] {
    const since = own?.createdAt?.getTime() ?? this.#options.createdAt;
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
