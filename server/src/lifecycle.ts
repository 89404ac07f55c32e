import {
  type Connection,
  ErrorCodes,
  type Message,
  type MessageStrategy,
  ResponseError,
} from "vscode-languageserver";
import { isSoundSynchronization } from "./synchronization.ts";

/** Takes the place of a request that comes too early or too late, so that its handler answers for it. */
const refused = { early: "taskwright/refusedEarly", late: "taskwright/refusedLate" } as const;

/** Lets no request through before `initialize` and after `shutdown`, as the protocol wants it. */
export class Lifecycle implements MessageStrategy {
  #phase: "before" | "running" | "after" = "before";

  /** Answers the requests that are refused. */
  refuse(connection: Connection): void {
    connection.onRequest(refused.early, () => {
      throw new ResponseError(ErrorCodes.ServerNotInitialized, "The server is not initialized yet.");
    });
    connection.onRequest(refused.late, () => {
      throw new ResponseError(ErrorCodes.InvalidRequest, "The server was shut down.");
    });
  }

  handleMessage(message: Message, next: (message: Message) => void): void {
    const { method, id } = message as Partial<{ method: string; id: unknown }>;
    if (id === undefined && !isSoundSynchronization(message)) return;
    const isFromUs = method === undefined || method === "exit" || method.startsWith("$/");
    if (isFromUs || this.#admits(method)) next(message);
    else if (id !== undefined)
      next({ ...message, method: this.#phase === "before" ? refused.early : refused.late } as Message);
  }

  #admits(method: string): boolean {
    const isAdmitted = this.#phase === "running" || (this.#phase === "before" && method === "initialize");
    if (method === "initialize") this.#phase = this.#phase === "before" ? "running" : this.#phase;
    if (method === "shutdown" && this.#phase === "running") this.#phase = "after";
    return isAdmitted;
  }
}
