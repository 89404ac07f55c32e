import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What an operation is answered instead of being passed on. */
export interface Fault {
  /** The name of the error, as AWS writes it: `AccessDeniedException`. */
  readonly error: string;
  readonly message?: string;
  readonly status?: number;
  /** How many times it is still to come; absent: always. */
  times?: number;
  /** How many pass before it begins; absent: none. */
  after?: number;
}

/** Stands before the simulator and lets chosen operations fail. */
export interface FaultyProxy {
  readonly endpoint: string;
  /** Faults by operation: `ListTasks`. Change them at any time. */
  readonly faults: Map<string, Fault>;
  /** Access keys whose session has expired. */
  readonly refusedKeys: Set<string>;
  /** What an operation that the simulator does not play is answered: the whole body. */
  readonly answers: Map<string, string>;
  /** How many answers to an operation get lost on the way, after the simulator has carried it out. */
  readonly lost: Map<string, number>;
  /** Operations of which the caller gets the head and half of the body, and then nothing more. */
  readonly stalled: Set<string>;
  /** Operations that came, in order. */
  readonly received: string[];
  /** Operations whose caller hung up before it had an answer, in order. */
  readonly hungUp: readonly string[];
  /** Cuts every connection as it comes, as a lost network does, until it is false again. */
  isCut: boolean;
  /** Operations in flight that wait until `release()` is called. */
  readonly held: Set<string>;
  /** Those of them that wait. */
  readonly waiting: readonly string[];
  release(): void;
  close(): Promise<void>;
}

export async function faultyProxy(target: string): Promise<FaultyProxy> {
  const faults = new Map<string, Fault>();
  const refusedKeys = new Set<string>();
  const answers = new Map<string, string>();
  const lost = new Map<string, number>();
  const held = new Set<string>();
  const stalled = new Set<string>();
  const received: string[] = [];
  const hungUp: string[] = [];
  let waiting: { readonly operation: string; readonly go: () => void }[] = [];
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing);
  });

  const isRefused = ({ headers }: IncomingMessage): boolean =>
    refusedKeys.has(/Credential=([^/]+)/.exec(headers.authorization ?? "")?.[1] ?? "");

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (proxy.isCut) return void outgoing.destroy();
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const operation = operationOf(incoming, body);
    received.push(operation);
    outgoing.once("close", () => {
      if (!outgoing.writableEnded) hungUp.push(operation);
    });
    if (held.has(operation)) await new Promise<void>((go) => waiting.push({ operation, go }));
    const fault = due(isRefused(incoming) ? expired : faults.get(operation));
    if (fault) {
      const isJson = incoming.headers["x-amz-target"] !== undefined;
      outgoing.writeHead(fault.status ?? 400, {
        "content-type": isJson ? "application/x-amz-json-1.1" : "text/xml",
      });
      outgoing.end(
        isJson
          ? JSON.stringify({ __type: fault.error, message: fault.message ?? fault.error })
          : errorXml(fault),
      );
      return;
    }
    const prepared = answers.get(operation);
    if (prepared !== undefined) {
      outgoing.writeHead(200, { "content-type": "text/xml" });
      outgoing.end(prepared);
      return;
    }
    const passed = request(
      new URL(incoming.url ?? "/", target),
      {
        method: incoming.method ?? "POST",
        headers: { ...incoming.headers, host: new URL(target).host },
      },
      (response) => {
        const losses = lost.get(operation) ?? 0;
        if (losses > 0) {
          lost.set(operation, losses - 1);
          outgoing.destroy();
          return;
        }
        outgoing.writeHead(response.statusCode ?? 500, response.headers);
        if (stalled.has(operation))
          response.once("data", (chunk: Buffer) => outgoing.write(chunk.subarray(0, 1)));
        else response.pipe(outgoing);
      },
    );
    passed.on("error", () => outgoing.destroy());
    passed.end(body);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const proxy: FaultyProxy = {
    isCut: false,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    refusedKeys,
    answers,
    lost,
    held,
    stalled,
    received,
    hungUp,
    get waiting() {
      return waiting.map(({ operation }) => operation);
    },
    release() {
      held.clear();
      for (const { go } of waiting) go();
      waiting = [];
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return proxy;
}

const expired: Fault = {
  error: "ExpiredTokenException",
  message: "The security token included in the request is expired",
};

/** A fault whose turn it is; counts down. */
function due(fault: Fault | undefined): Fault | undefined {
  if (fault?.after) {
    fault.after -= 1;
    return undefined;
  }
  if (fault?.times === undefined) return fault;
  if (fault.times === 0) return undefined;
  fault.times -= 1;
  return fault;
}

const errorXml = ({ error, message = error }: Fault): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${error}</Code><Message>${message}</Message></Error><RequestId>0</RequestId></ErrorResponse>`;

/** The operation, from the header of JSON protocols or the form of query protocols. */
function operationOf(incoming: IncomingMessage, body: Buffer): string {
  const target = incoming.headers["x-amz-target"];
  if (typeof target === "string") return target.slice(target.indexOf(".") + 1);
  return new URLSearchParams(body.toString()).get("Action") ?? "";
}
