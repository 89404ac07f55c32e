import { ECSClient } from "@aws-sdk/client-ecs";
import type { LookupParams, LookupResult } from "../../../server/src/protocol.ts";
import type { Verification } from "../model/accountFinding.ts";
import { accountOfArn } from "../model/arn.ts";
import { consoleLink } from "../../../shared/src/consoleLink.ts";
import type { Clock } from "../model/clock.ts";
import type { Target } from "../model/target.ts";
import { budgetOf, type Budgets } from "./budgets.ts";
import { Calls, type CallObserver } from "./calls.ts";
import { guardedClients, type Clients } from "./clients.ts";
import { access, simulatedAccess, type Access, type Prompts } from "./clientSettings.ts";
import type { Credentials } from "./credentials.ts";
import { CapacityReads } from "./capacityReads.ts";
import { DeploymentReads } from "./deploymentReads.ts";
import { isOnThisMachine } from "./endpoints.ts";
import { EcsReads } from "./ecsReads.ts";
import { lookUp } from "./lookups/index.ts";
import { LimitedHandler } from "./limitedHandler.ts";
import { LogReads } from "./logReads.ts";
import { MetricReads } from "./metricReads.ts";
import { NetworkReads } from "./networkReads.ts";
import { RoleReads } from "./roleReads.ts";
import { ScalingReads } from "./scalingReads.ts";
import { TargetReads } from "./targetReads.ts";
import { followDeployment, type FollowOptions } from "./deployment/follow.ts";
import type { Verdict } from "./deployment/verdict.ts";
import { OtherAccountError, persistently, type Patience, type Persistence } from "./persistently.ts";
import { Retries } from "./retries.ts";
import { Caller, type Identity } from "./identity.ts";
import { verifyInput } from "./verify/index.ts";
import type { WriteGuard } from "./writes/guard.ts";
import { Writes } from "./writes/writes.ts";

export interface ConnectionOptions {
  readonly prompts: Prompts;
  readonly observer: (target: Target) => CallObserver;
  readonly guard: WriteGuard;
  readonly clock: Clock;
  /** The most calls that a connection makes a second, read when it is opened. */
  readonly callsPerSecond: () => number;
  /** Those of all connections, which share one for each account and region. */
  readonly budgets: Budgets;
  /** The endpoint of the simulated account, where that is the target. */
  readonly simulatedAt?: string;
}

/** One profile in one region. All features share its clients, its call budget and its caches. */
export class Connection {
  readonly target: Target;
  readonly ecs: EcsReads;
  readonly deployments: DeploymentReads;
  readonly capacity: CapacityReads;
  readonly network: NetworkReads;
  readonly roles: RoleReads;
  readonly scaling: ScalingReads;
  readonly targets: TargetReads;
  readonly metrics: MetricReads;
  readonly logs: LogReads;
  readonly ecsClient: ECSClient;
  /** The one door through which the product writes. */
  readonly writes: Writes;
  /** Its clients, none of which writes by itself. */
  readonly clients: Clients;
  /** The one way to call AWS: within the budget, shared while in flight, observed. */
  readonly calls: Calls;
  readonly #caller: Caller;

  /** What all its clients sign with. */
  readonly credentials: Credentials;

  constructor(target: Target, { credentials, settingsFor }: Access, calls: Calls, guard: WriteGuard) {
    this.target = target;
    const { clients, admit } = guardedClients(settingsFor);
    this.clients = clients;
    this.calls = calls;
    this.credentials = credentials;
    calls.watch(credentials);
    this.ecsClient = clients.of(ECSClient, "ECS");
    this.#caller = new Caller(clients, calls, credentials.provider);
    this.deployments = new DeploymentReads(this.ecsClient, calls);
    this.ecs = new EcsReads(this.ecsClient, calls, this.deployments);
    this.capacity = new CapacityReads(this.ecsClient, calls);
    this.network = new NetworkReads(clients, calls);
    this.roles = new RoleReads(clients, calls);
    this.scaling = new ScalingReads(clients, calls);
    this.targets = new TargetReads(clients, calls);
    this.logs = new LogReads(clients, calls);
    this.metrics = new MetricReads(clients, calls);
    this.writes = new Writes({
      clients,
      admit,
      calls,
      guard,
      caller: this.#caller,
      target,
    });
  }

  /**
   * The page of a resource in the AWS console; undefined where a program on this machine answers for AWS,
   * whose resources the console does not know.
   */
  consolePage(arn: string): string | undefined {
    return isOnThisMachine(this.clients.endpoint("ECS")) ? undefined : consoleLink(arn);
  }

  /** Looks at a deployment until it has ended; see {@link followDeployment}. */
  follow(options: FollowOptions, signal: AbortSignal): Promise<Verdict> {
    const { ecs, deployments, logs } = this;
    const requireAccountOf = (cluster: string) => this.#requireAccountOf(cluster);
    const reads = { ecs, deployments, logs, requireAccountOf };
    return followDeployment(reads, options, this.#patience, signal);
  }

  /** Looks at something until there is something to tell; see {@link persistently}. */
  persistently<T>(
    look: () => Promise<T | undefined>,
    persistence: Persistence,
    signal: AbortSignal,
  ): Promise<T> {
    return persistently(look, persistence, this.#patience, signal);
  }

  get #patience(): Patience {
    return { clock: this.calls.clock, renewed: (signal) => this.credentials.renewed(signal) };
  }

  /** @throws OtherAccountError when the credentials are not those of the account of an ARN */
  async #requireAccountOf(arn: string): Promise<void> {
    const wanted = accountOfArn(arn);
    const { account } = await this.identity();
    if (wanted && wanted !== account)
      throw new OtherAccountError(
        `the credentials are those of account ${account} now, and not of ${wanted}.`,
      );
  }

  /**
   * Holds the input of RegisterTaskDefinition or CreateService against the account. Throws when the
   * credentials fail, and when aborted.
   */
  async verify(input: unknown, signal: AbortSignal): Promise<Verification> {
    const { calls, clients, target } = this;
    const { account } = await this.identity();
    return verifyInput({ input, account, region: target.region, calls, clients, signal });
  }

  /** Whether AWS has answered a call of this connection. */
  get hasWorked(): boolean {
    return this.calls.hasWorked;
  }

  /**
   * Values of the account for completion and hover: none before a call has shown that the connection works.
   */
  lookUp(params: LookupParams, signal: AbortSignal): Promise<LookupResult> {
    const { calls, clients, target } = this;
    const isElsewhere = params.region !== undefined && params.region !== target.region;
    return this.hasWorked && !isElsewhere
      ? lookUp(params, { calls, clients, signal })
      : Promise.resolve({ available: false, values: [] });
  }

  /** The account behind the credentials, asked once for each access key. */
  identity(): Promise<Identity> {
    return this.#caller.identity();
  }

  /** The account's alias; undefined when it has none. Throws where it could not be asked. */
  alias(): Promise<string | undefined> {
    return this.#caller.alias();
  }
}

/** Opens a connection. Reads the shared configuration, calls nothing of AWS yet. */
export async function openConnection(
  target: Target,
  { prompts, observer, guard, clock, callsPerSecond, budgets, simulatedAt }: ConnectionOptions,
): Promise<Connection> {
  const calls = new Calls(observer(target), callsPerSecond(), clock);
  calls.shareBudget((account, make) =>
    budgetOf(budgets, [simulatedAt ?? "AWS", account, target.region].join(" "), make),
  );
  const transport = {
    retryStrategy: new Retries(calls, clock),
    requestHandler: new LimitedHandler(clock),
  };
  const found =
    simulatedAt === undefined
      ? await access(target, prompts, transport, clock)
      : simulatedAccess(target, simulatedAt, transport, clock);
  return new Connection(target, found, calls, guard);
}
