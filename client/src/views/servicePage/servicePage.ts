import type { Utilization } from "../../aws/metricReads.ts";
import type { DeploymentRecord } from "../../aws/deploymentReads.ts";
import type { Service } from "../../aws/types.ts";
import { accountOfArn, nameOfArn } from "../../model/arn.ts";
import { describeFailure } from "../../model/failure.ts";
import { isDeploying } from "../../model/health.ts";
import { readTargets } from "../../account/readTargets.ts";
import type { Session } from "../../account/session.ts";
import type { Part, ServicePageData } from "./data.ts";

/** How many deployments the timeline shows, and how many milliseconds the curves go back. */
const deploymentCount = 8;
const curveSpan = 3 * 60 * 60 * 1000;

/** Milliseconds after which parts are read anew that change slowly: metrics come once a minute. */
const slowPeriod = 60_000;

interface Kept<T> {
  readonly part: Part<T>;
  readonly at: number;
}

/** Gathers what the page of one service shows, asking each time for no more than may have changed. */
export class ServicePage {
  readonly session: Session;
  readonly cluster: string;
  readonly arn: string;
  #deployments: Kept<readonly DeploymentRecord[]> | undefined;
  #utilization: Kept<Utilization> | undefined;

  constructor(session: Session, cluster: string, arn: string) {
    this.session = session;
    this.cluster = cluster;
    this.arn = arn;
  }

  /** Reads the service, and of the rest what is due. Throws when the service itself cannot be read. */
  async read(signal: AbortSignal): Promise<ServicePageData> {
    const { session } = this;
    const board = session.services(this.cluster);
    await board.describe([this.arn], signal);
    const service = board.service(this.arn);
    if (!service) throw new Error(`${nameOfArn(this.arn)} is gone.`);
    const at = session.now();
    const [deployments, utilization, targets] = await Promise.all([
      this.#due(this.#deployments, isDeploying(service))
        ? this.#readDeployments(signal)
        : this.#deployments.part,
      this.#due(this.#utilization, false) ? this.#readUtilization(signal) : this.#utilization.part,
      attempt("read target health", signal, () => readTargets(session, service, signal)),
    ]);
    return { service, deployments, utilization, targets, at };
  }

  /** The service as described last; before that, its names and ARNs. */
  get service(): Service {
    return (
      this.session.services(this.cluster).service(this.arn) ?? {
        serviceArn: this.arn,
        serviceName: nameOfArn(this.arn),
        clusterArn: this.cluster,
      }
    );
  }

  /** Forgets what was kept, so that the next read asks for everything. */
  forget(): void {
    this.#deployments = undefined;
    this.#utilization = undefined;
  }

  #due<T>(kept: Kept<T> | undefined, isChanging: boolean): kept is undefined {
    return kept === undefined || isChanging || this.session.now() - kept.at >= slowPeriod;
  }

  async #readDeployments(signal: AbortSignal): Promise<Part<readonly DeploymentRecord[]>> {
    const part = await attempt("list service deployments", signal, () =>
      this.session.connection.deployments.newest(this.cluster, this.arn, deploymentCount, signal),
    );
    this.#deployments = { part, at: this.session.now() };
    return part;
  }

  async #readUtilization(signal: AbortSignal): Promise<Part<Utilization>> {
    const to = new Date(this.session.now());
    const from = new Date(to.getTime() - curveSpan);
    const names = [nameOfArn(this.cluster), nameOfArn(this.arn)] as const;
    const part = await attempt("read CPU and memory", signal, () =>
      this.session.connection.metrics.utilization(...names, from, to, signal),
    );
    this.#utilization = { part, at: this.session.now() };
    return part;
  }

  /** Where the service is: `live · acme-prod (123456789012) · eu-west-1`; the alias only if it is known. */
  get place(): string {
    const { connection, alias } = this.session;
    const account = accountOfArn(this.arn);
    return [
      nameOfArn(this.cluster),
      alias ? `${alias} (${account})` : account,
      connection.target.region,
    ].join(" · ");
  }
}

async function attempt<T>(doing: string, signal: AbortSignal, work: () => Promise<T>): Promise<Part<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    signal.throwIfAborted();
    return { failure: describeFailure(error, doing).message };
  }
}
