/** One thing that is generated into a file. */
export interface Part {
  /** Path from the root of the project. */
  readonly file: string;
  /** What it writes there, in words for a message. */
  readonly what: string;
  /** The whole file as it should be, given what it is now ("" when absent). */
  render(current: string): Promise<string>;
}
