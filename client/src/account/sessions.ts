import type { Connections } from "./connections.ts";
import { targetKey, type Target } from "../model/target.ts";
import { Session } from "./session.ts";
import type { ViewOptions } from "./viewOptions.ts";

/** The session of each connection of this window. */
export class Sessions {
  readonly #connections: Connections;
  readonly #view: ViewOptions;
  readonly #now: () => number;
  readonly #sessions = new Map<string, Session>();

  constructor(connections: Connections, view: ViewOptions, now: () => number = Date.now) {
    this.#connections = connections;
    this.#view = view;
    this.#now = now;
  }

  /** The session of a target, with the connection of now: signing in again makes a new one. */
  async open(target: Target): Promise<Session> {
    const connection = await this.#connections.open(target);
    const known = this.known(target);
    if (known?.connection === connection) return known;
    const session = new Session(connection, this.#view, this.#now, known?.stopped);
    this.#sessions.set(targetKey(target), session);
    return session;
  }

  /** The session of a target, once it was opened. */
  known(target: Target): Session | undefined {
    return this.#sessions.get(targetKey(target));
  }
}
