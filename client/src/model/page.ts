/** One page of a list of ARNs or names. */
export interface Page {
  readonly items: readonly string[];
  /** Gives the next page; undefined on the last one. */
  readonly nextToken: string | undefined;
}
