import type { Service } from "../aws/types.ts";
import { nameOfArn } from "../model/arn.ts";
import { healthOf, type Health } from "../model/health.ts";
import type { Page } from "../model/page.ts";
import { PagedList } from "./pagedList.ts";

/** The two reads of services, so that this file knows nothing of a connection. */
export interface ServiceReads {
  page(nextToken: string | undefined, signal: AbortSignal): Promise<Page>;
  describe(arns: readonly string[], signal: AbortSignal): Promise<readonly Service[]>;
}

interface Described {
  readonly service: Service;
  /** Read once for each description, as its events are many. */
  readonly health: Health;
  /** Number of the call that described it, to find those that wait longest. */
  readonly round: number;
}

/**
 * What one call describes:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
 */
const perCall = 10;

/** How many more rows the user gets at a time: one page of names. */
const step = 100;

/**
 * Milliseconds after which a thousand names are listed again; more names wait longer, as they cost more
 * calls.
 */
const listPeriod = 60_000;

/**
 * The services of a cluster: their names page by page, and what is known about each. A cluster may have
 * thousands, so names are listed as far as wanted, and a refresh describes a few: those that matter, and in
 * turn some of the rest.
 */
export class ServiceBoard {
  readonly names: PagedList;
  readonly #reads: ServiceReads;
  readonly #now: () => number;
  readonly #described = new Map<string, Described>();
  #round = 0;
  #limit = step;
  readonly #included = new Set<string>();
  #sorted: { readonly from: readonly string[]; readonly arns: readonly string[] } | undefined;

  /** @param now milliseconds since 1970 */
  constructor(reads: ServiceReads, now: () => number) {
    this.#reads = reads;
    this.#now = now;
    this.names = new PagedList((nextToken, signal) => reads.page(nextToken, signal), now);
  }

  /** What is known about a service; undefined: only its name. */
  service(arn: string): Service | undefined {
    return this.#described.get(arn)?.service;
  }

  /** The health of a service when it was described last; undefined: only its name is known. */
  health(arn: string): Health | undefined {
    return this.#described.get(arn)?.health;
  }

  /** ARNs of the services whose name is admitted, by name, at most as many as the user asked for. */
  first(admits: (name: string) => boolean): readonly string[] {
    const admitted = this.#admitted(admits);
    const included = admitted.slice(this.#limit).filter((arn) => this.#included.has(arn));
    return [...admitted.slice(0, this.#limit), ...included];
  }

  /** Whether there are services beyond those of first(), listed or not. */
  hasMore(admits: (name: string) => boolean): boolean {
    return this.names.isPartial || this.#admitted(admits).length > this.#limit;
  }

  /** Makes first() give this service, whatever its place in the list. */
  include(arn: string): void {
    this.#included.add(arn);
  }

  /** Lets first() give another hundred. */
  raiseLimit(): void {
    this.#limit += step;
  }

  /** Lists as many names as first() may need, as far as they are not listed yet. */
  async list(signal: AbortSignal): Promise<void> {
    while (this.names.isPartial && (this.names.items?.length ?? 0) < this.#limit)
      await this.names.more(signal);
  }

  /** Describes services anew; one that is gone is forgotten. `progress` is called after each call. */
  async describe(
    arns: readonly string[],
    signal: AbortSignal,
    progress: () => void = () => undefined,
  ): Promise<void> {
    for (let start = 0; start < arns.length; start += perCall) {
      await this.#describe(arns.slice(start, start + perCall), signal);
      progress();
    }
  }

  /** Describes those of the services that were not described yet. */
  async describeNew(arns: readonly string[], signal: AbortSignal, progress?: () => void): Promise<void> {
    await this.describe(
      arns.filter((arn) => !this.#described.has(arn)),
      signal,
      progress,
    );
  }

  /**
   * Describes the services that matter (watched ones, and those on their way) and fills the call up with
   * those of the shown ones that wait longest. One call, unless more than ten matter. Lists the names again
   * when they are old.
   */
  async refresh(
    shown: readonly string[],
    isWatched: (arn: string) => boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const thousands = Math.ceil((this.names.items?.length ?? 0) / 1000);
    if (this.names.age > listPeriod * thousands) await this.names.again(signal);
    const matters = new Set(shown.filter((arn) => isWatched(arn) || this.#isOnItsWay(arn)));
    const rest = shown.filter((arn) => !matters.has(arn)).sort((a, b) => this.#roundOf(a) - this.#roundOf(b));
    const calls = Math.max(1, Math.ceil(matters.size / perCall));
    await this.describe([...matters, ...rest.slice(0, calls * perCall - matters.size)], signal);
  }

  async #describe(arns: readonly string[], signal: AbortSignal): Promise<void> {
    this.#round += 1;
    const services = await this.#reads.describe(arns, signal);
    for (const arn of arns) this.#described.delete(arn);
    for (const service of services)
      this.#described.set(service.serviceArn ?? "", {
        service,
        health: healthOf(service, this.#now()),
        round: this.#round,
      });
  }

  #admitted(admits: (name: string) => boolean): readonly string[] {
    return this.#byName().filter((arn) => admits(nameOfArn(arn)));
  }

  #byName(): readonly string[] {
    const from = this.names.items ?? [];
    if (this.#sorted?.from !== from) this.#sorted = { from, arns: from.toSorted() };
    return this.#sorted.arns;
  }

  #isOnItsWay(arn: string): boolean {
    return this.health(arn)?.state === "deploying";
  }

  #roundOf(arn: string): number {
    return this.#described.get(arn)?.round ?? 0;
  }
}
