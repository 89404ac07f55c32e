import type { Template } from "./template.ts";

/** What the person has decided already, or what stands in the file; the rest becomes stops. */
export interface Answers {
  readonly family?: string;
  readonly image?: string;
  readonly cluster?: string;
  readonly region?: string;
  readonly account?: string;
  readonly partition?: string;
  /** The names that other containers have. */
  readonly taken?: readonly string[];
  /** The ports that other containers have, and their names. */
  readonly takenPorts?: readonly (number | string)[];
  /** True where the task gives no memory, so that each container has to. */
  readonly needsMemory?: boolean;
}

/** A whole file, or a part of one, to start from. */
export interface Scaffold {
  readonly id: string;
  /** What it is, in a few words. */
  readonly label: string;
  /** What it is for. */
  readonly description: string;
  readonly template: (answers: Answers) => Template;
}
