import { ApiError } from "../protocol/apiError.ts";
import { apis, type Api } from "../apis.ts";
import { EventStream } from "../protocol/eventStream.ts";
import type { Protocol, RawResponse } from "./protocol.ts";

const targetOf = (api: Api): string | undefined =>
  api.protocol.kind === "json" ? api.protocol.target : undefined;

/** AWS JSON 1.0 and 1.1: one POST, the operation in the header X-Amz-Target. */
export const json: Protocol = {
  parse({ headers, body }) {
    const [target, operation] = String(headers["x-amz-target"] ?? "").split(".");
    if (!target || !operation) return undefined;
    const api = apis.find((candidate) => targetOf(candidate) === target);
    if (!api)
      throw new ApiError("UnknownOperationException", `The simulator does not play the API "${target}".`);
    return { api, operation, input: readObject(body) };
  },

  answer: ({ api }, output) =>
    output instanceof EventStream
      ? { status: 200, contentType: "application/vnd.amazon.eventstream", body: output }
      : response(200, api, output),

  fail: (error, _requestId, call) =>
    response(error.status, call?.api, { __type: error.code, message: error.message, ...error.details }),
};

function response(status: number, api: Api | undefined, body: object): RawResponse {
  const version = api?.protocol.kind === "json" ? api.protocol.version : "1.1";
  return { status, contentType: `application/x-amz-json-${version}`, body: JSON.stringify(body) };
}

function readObject(body: string): object {
  const value = parse(body === "" ? "{}" : body);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new ApiError("SerializationException", "Unexpected field type");
}

function parse(body: string): unknown {
  try {
    // To the service, a null is a member that was left out.
    return JSON.parse(body, (_key, value: unknown) => value ?? undefined);
  } catch {
    throw new ApiError("SerializationException", "Request body is not valid JSON.");
  }
}
