import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Fault } from "../fault.ts";

const program = fileURLToPath(new URL("../../../dist/server.js", import.meta.url));

/** What the server says to a request. */
export interface Reply {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

interface Message extends Reply {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
}

/**
 * The bundled server over stdio, spoken to by messages of any kind: no library sees to it that they are well
 * formed.
 */
export class RawServer {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #answerFor: (method: string, params: unknown) => Reply;
  readonly #ended: Promise<unknown[]>;
  #received = Buffer.alloc(0);
  #errors = "";
  #next = 1;
  #unexpected: string | undefined;

  /** @param answerFor what the client says to requests of the server */
  constructor(answerFor: (method: string, params: unknown) => Reply) {
    this.#answerFor = answerFor;
    this.#process = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
    this.#ended = once(this.#process, "exit");
    this.#process.stdout!.on("data", (data: Buffer) => this.#take(data));
    this.#process.stderr!.on("data", (data: Buffer) => (this.#errors += data.toString()));
    // The server may be gone when we write.
    this.#process.stdin!.on("error", () => undefined);
    void this.#ended.then(() => {
      for (const answer of this.#waiting.values())
        answer({ error: { code: 0, message: "The server is gone." } });
    });
  }

  /** Sends a message as it is. */
  send(message: object): void {
    this.write(JSON.stringify({ jsonrpc: "2.0", ...message }));
  }

  /** Sends the content of a message, which need not be JSON. */
  write(content: string): void {
    this.#process.stdin!.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  }

  tell(method: string, params: unknown): void {
    this.send({ method, params });
  }

  /** Sends a request. Its id is `lastId` from then on. */
  ask(method: string, params: unknown): Promise<Reply> {
    const id = this.#next++;
    const answered = new Promise<Reply>((resolve) => this.#waiting.set(id, resolve));
    this.send({ id, method, params });
    return answered;
  }

  get lastId(): number {
    return this.#next - 1;
  }

  /**
   * Ends the server as clients do.
   * @throws Fault where it answered twice, wrote errors or did not end well
   */
  async end(): Promise<void> {
    const { error } = await this.ask("shutdown", undefined);
    this.tell("exit", undefined);
    const [code] = await this.#ended;
    if (this.#errors !== "") throw new Fault("the server writes errors", this.#errors.slice(0, 2000));
    if (this.#unexpected !== undefined) throw new Fault("an answer to no question", this.#unexpected);
    if (error || code !== 0) throw new Fault("the server does not end well", JSON.stringify({ error, code }));
  }

  /** Ends the process, whatever it does. */
  kill(): void {
    this.#process.kill("SIGKILL");
  }

  #take(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const head = this.#received.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.subarray(0, head).toString())?.[1]);
      if (head < 0 || this.#received.length < head + 4 + length) return;
      const content = this.#received.subarray(head + 4, head + 4 + length).toString();
      this.#received = this.#received.subarray(head + 4 + length);
      this.#handle(JSON.parse(content) as Message);
    }
  }

  #handle({ id, method, params, ...reply }: Message): void {
    if (method !== undefined) {
      if (id !== undefined) this.send({ id, ...this.#answerFor(method, params) });
      return;
    }
    const answer = typeof id === "number" ? this.#waiting.get(id) : undefined;
    if (answer) this.#waiting.delete(id as number);
    // Answers to hostile requests have other ids, or none.
    else if (typeof id === "number") this.#unexpected ??= JSON.stringify({ id, ...reply });
    answer?.(reply);
  }
}
