import type { HttpRequest } from "@smithy/types";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { Readable } from "node:stream";
import type { RawResponse } from "../../simulator/src/http/protocol.ts";
import type { Simulator } from "../../simulator/src/simulator.ts";
import { ConnectionReset, NoAnswer } from "../../simulator/src/trouble/troubleError.ts";

type Handle = NodeHttpHandler["handle"];

/**
 * Leads what the SDK sends to the simulator without sockets, which make most of the cost of a call: then all
 * that a call sets in motion is done within a turn of the event loop. Above it, everything is the product's
 * own.
 * @returns a function that undoes it
 */
export function shortWire(simulator: Simulator): () => void {
  const { prototype } = NodeHttpHandler;
  const before = Object.getOwnPropertyDescriptor(prototype, "handle")!;
  const handle: Handle = async (request, { abortSignal } = {}) => {
    const signal = abortSignal as AbortSignal | undefined;
    signal?.throwIfAborted();
    const answer = await Promise.race([answered(simulator, request), aborted(signal)]);
    return { response: responseOf(answer) as never };
  };
  Object.defineProperty(prototype, "handle", { ...before, value: handle });
  return () => void Object.defineProperty(prototype, "handle", before);
}

async function answered(simulator: Simulator, request: HttpRequest): Promise<RawResponse> {
  const { method, headers, body } = request;
  const bytes = bytesOf(body);
  try {
    return await simulator.answer({
      method,
      path: pathOf(request),
      headers: Object.fromEntries(
        Object.entries({ ...headers, host: "localhost" }).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      length: bytes.length,
      body: bytes.toString(),
      bytes,
    });
  } catch (error) {
    if (error instanceof NoAnswer) return new Promise(() => undefined);
    if (error instanceof ConnectionReset)
      throw Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
    throw error;
  }
}

const bytesOf = (body: unknown): Buffer =>
  body instanceof Uint8Array
    ? Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    : Buffer.from(typeof body === "string" ? body : "");

function pathOf({ path, query = {} }: HttpRequest): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value ?? ""].flat().map((each) => [name, each]),
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs as [string, string][]).toString()}`;
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) =>
    signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true }),
  );
}

/** What the SDK takes for an answer: its body comes as a stream, of which half may never come. */
function responseOf({ status, contentType, headers, body, breaksOff = false }: RawResponse): object {
  const bytes = Buffer.isBuffer(body) || typeof body === "string" ? Buffer.from(body) : Buffer.alloc(0);
  const stream = new Readable({ read: () => undefined });
  stream.push(breaksOff ? bytes.subarray(0, bytes.length / 2) : bytes);
  if (!breaksOff) stream.push(null);
  return { statusCode: status, headers: { "content-type": contentType, ...headers }, body: stream };
}
