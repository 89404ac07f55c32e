import { apis } from "../apis.ts";
import { ApiError } from "../protocol/apiError.ts";
import { CborTime, decodeCbor, encodeCbor } from "./cbor.ts";
import type { Protocol, RawResponse } from "./protocol.ts";

/**
 * Smithy RPC v2 with CBOR, which clients in Go speak to CloudWatch:
 * https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html
 */
export const rpcCbor: Protocol = {
  parse({ headers, path, bytes }) {
    if (headers["smithy-protocol"] !== "rpc-v2-cbor") return undefined;
    const [, service, operation = ""] = /^\/service\/([^/]+)\/operation\/([^/]+)$/.exec(path) ?? [];
    const api = apis.find(({ protocol }) => protocol.kind === "json" && protocol.target === service);
    if (!api)
      throw new ApiError(
        "UnknownOperationException",
        `The simulator does not play the API "${service ?? path}".`,
      );
    return { api, operation, input: read(bytes) };
  },

  answer: (_call, output) => response(200, output),
  fail: ({ status, code, message }) => response(status, { __type: code, message }),
};

const response = (status: number, body: object): RawResponse => ({
  status,
  contentType: "application/cbor",
  headers: { "smithy-protocol": "rpc-v2-cbor" },
  body: encodeCbor(timed(body)),
});

function read(bytes: Buffer): object {
  try {
    const input = bytes.length === 0 ? {} : decodeCbor(bytes);
    if (typeof input === "object" && input !== null && !Array.isArray(input)) return input;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new ApiError("SerializationException", "Request body is not valid CBOR.");
}

/** Times are a type of their own; CloudWatch calls all of them so. */
const isTime = (name: string): boolean => /Timestamps?$/.test(name);

function timed(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => timed(item, name));
  if (typeof value === "number" && isTime(name)) return new CborTime(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([member, inner]) => [member, timed(inner, member)]));
}
