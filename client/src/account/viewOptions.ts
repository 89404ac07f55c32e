export type SortOrder = "name" | "state";

/** How the user wants to see the lists of services and task definitions. */
export class ViewOptions {
  #filter = "";
  #unhealthyOnly = false;
  #sort: SortOrder = "name";
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Part of a name, in any case; empty: everything is shown. */
  get filter(): string {
    return this.#filter;
  }

  get unhealthyOnly(): boolean {
    return this.#unhealthyOnly;
  }

  get sort(): SortOrder {
    return this.#sort;
  }

  set(options: {
    readonly filter?: string;
    readonly unhealthyOnly?: boolean;
    readonly sort?: SortOrder;
  }): void {
    this.#filter = options.filter ?? this.#filter;
    this.#unhealthyOnly = options.unhealthyOnly ?? this.#unhealthyOnly;
    this.#sort = options.sort ?? this.#sort;
    this.#changed();
  }

  /** What is left out, in words: `named “ord” · not steady`; empty: nothing. */
  get words(): string {
    return [this.#filter && `named “${this.#filter}”`, this.#unhealthyOnly && "not steady"]
      .filter(Boolean)
      .join(" · ");
  }

  /** Whether the filter lets a name through. */
  admits(name: string): boolean {
    return name.toLowerCase().includes(this.#filter.toLowerCase());
  }
}
