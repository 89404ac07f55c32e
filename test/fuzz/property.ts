import type { FuzzCase } from "./case.ts";

/** Something that holds for any text. */
export interface Property {
  readonly name: string;
  /** Runs on one of so many cases: what takes long is tried less often. */
  readonly oneIn: number;
  /** Throws a Fault where it does not hold, or whatever the product throws. */
  check(subject: FuzzCase): void;
}
