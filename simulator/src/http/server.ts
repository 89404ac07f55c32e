import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { ApiError } from "../apiError.ts";
import { EventStream } from "../eventStream.ts";
import { ConnectionReset } from "../trouble/troubleError.ts";
import { answerControl, type Control } from "./control.ts";
import { ec2Query } from "./ec2Query.ts";
import { eventMessage } from "./eventMessage.ts";
import { json } from "./json.ts";
import type { Call, Protocol, RawRequest, RawResponse } from "./protocol.ts";
import { query } from "./query.ts";
import { rest } from "./rest.ts";

const protocols: readonly Protocol[] = [json, ec2Query, query, rest];

/** Runs a call and resolves to its output. Rejects with an ApiError, which is answered, or a ConnectionReset. */
export type Dispatch = (call: Call) => Promise<object>;

/** An HTTP server that reads AWS requests, hands them to `dispatch` and writes the answers. */
export function createHttpServer(dispatch: Dispatch, control: Control, newRequestId: () => string): Server {
  return createServer((incoming, outgoing) => {
    const requestId = newRequestId();
    read(incoming)
      .then((request) => answerControl(request, control) ?? handle(request, dispatch, requestId))
      .then((response) => write(outgoing, response, requestId))
      .catch(() => outgoing.destroy());
  });
}

async function read(incoming: IncomingMessage): Promise<RawRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method = "GET", url = "/", headers } = incoming;
  return { method, path: url, headers, body: Buffer.concat(chunks).toString() };
}

async function handle(request: RawRequest, dispatch: Dispatch, requestId: string): Promise<RawResponse> {
  let call: Call | undefined;
  let protocol = json;
  try {
    for (protocol of protocols) {
      call = protocol.parse(request);
      if (call) return protocol.answer(call, await dispatch(call), requestId);
    }
    throw new ApiError("UnknownOperationException", `The simulator does not know the request ${request.method} ${request.path}.`, 404);
  } catch (error) {
    if (error instanceof ConnectionReset) throw error;
    return protocol.fail(asApiError(error), requestId, call);
  }
}

/** What is not an answer of AWS is a fault of the simulator, and says so. */
function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError("InternalFailure", `The simulator failed: ${error instanceof Error ? error.message : String(error)}`, 500);
}

function write(outgoing: ServerResponse, { status, contentType, headers, body }: RawResponse, requestId: string): void {
  outgoing.writeHead(status, { "content-type": contentType, "x-amzn-requestid": requestId, ...headers });
  if (!(body instanceof EventStream)) {
    outgoing.end(body);
    return;
  }
  const stop = body.start(
    (type, event) => outgoing.write(eventMessage(type, event)),
    () => outgoing.end(),
  );
  outgoing.once("close", stop);
}
