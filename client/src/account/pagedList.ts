import type { Page } from "../model/page.ts";

/** A list of ARNs or names that is read page by page, as far as someone wants to see it. */
export class PagedList {
  readonly #read: (nextToken: string | undefined, signal: AbortSignal) => Promise<Page>;
  readonly #now: () => number;
  #items: readonly string[] | undefined;
  #nextToken: string | undefined;
  #readAt = -Infinity;

  /** @param now milliseconds */
  constructor(
    read: (nextToken: string | undefined, signal: AbortSignal) => Promise<Page>,
    now: () => number,
  ) {
    this.#read = read;
    this.#now = now;
  }

  /** What was read so far; undefined before the first page. */
  get items(): readonly string[] | undefined {
    return this.#items;
  }

  /** Whether there is more to read. */
  get isPartial(): boolean {
    return this.#items === undefined || this.#nextToken !== undefined;
  }

  /** Milliseconds since the list was read from its start. */
  get age(): number {
    return this.#now() - this.#readAt;
  }

  /** Reads the next page, if there is one. */
  async more(signal: AbortSignal): Promise<void> {
    if (!this.isPartial) return;
    if (this.#items === undefined) this.#readAt = this.#now();
    const [before, token] = [this.#items, this.#nextToken];
    const { items, nextToken } = await this.#read(token, signal);
    // Another reader may have put this page there, or read the list anew.
    if (this.#items !== before || this.#nextToken !== token) return;
    this.#items = [...new Set([...(before ?? []), ...items])];
    this.#nextToken = nextToken;
  }

  /** Reads all that is left. `progress` is called after each page. */
  async all(signal: AbortSignal, progress: () => void = () => undefined): Promise<void> {
    while (this.isPartial) {
      await this.more(signal);
      progress();
    }
  }

  /** Reads anew as many items as were read before; keeps the old ones until then. */
  async again(signal: AbortSignal): Promise<void> {
    const wanted = this.#items?.length ?? 1;
    const startedAt = this.#now();
    const items: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = await this.#read(nextToken, signal);
      items.push(...page.items);
      nextToken = page.nextToken;
    } while (nextToken !== undefined && items.length < wanted);
    this.#items = [...new Set(items)];
    this.#nextToken = nextToken;
    this.#readAt = startedAt;
  }
}
