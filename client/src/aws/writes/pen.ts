import type { Calls } from "../calls.ts";
import type { Clients } from "../clients.ts";
import type { Written } from "../../model/resource.ts";

/** Lets one command through the guard of its client, and returns it. */
export type Admit = <C extends object>(command: C) => C;

/** One call that changes something, or the few that stand for one. */
export interface Write<T> {
  /** `UpdateService` */
  readonly operation: string;
  /** Everything that it writes to. */
  readonly on: readonly Written[];
  /** Whether it cannot be undone, so that the user must have typed a name. */
  readonly isDestructive?: true;
  send(admit: Admit): Promise<T>;
}

/** What a permit's methods write with. Only the door for writes has one that admits anything. */
export interface Pen {
  readonly clients: Clients;
  readonly calls: Calls;
  /**
   * Sends a write, and records it.
   * @throws OutsidePermitError when the permit was not given for what it writes to; then nothing is sent
   */
  write<T>(write: Write<T>): Promise<T>;
}

/** A call was about to write to something that the user did not agree to. Nothing was sent. */
export class OutsidePermitError extends Error {
  override readonly name = "OutsidePermitError";
}
