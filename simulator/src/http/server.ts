import { createServer, type Server, type ServerResponse } from "node:http";
import { ApiError } from "../protocol/apiError.ts";
import { EventStream } from "../protocol/eventStream.ts";
import { ConnectionReset, NoAnswer } from "../trouble/troubleError.ts";
import { answerControl, type Control } from "./control.ts";
import { ec2Query } from "./ec2Query.ts";
import { eventMessage } from "./eventMessage.ts";
import { refuseStrangers } from "./guard.ts";
import { json } from "./json.ts";
import type { Call, Protocol, RawRequest, RawResponse } from "./protocol.ts";
import { query } from "./query.ts";
import { readRequest, refuseLong } from "./readRequest.ts";
import { rest } from "./rest.ts";
import { rpcCbor } from "./rpcCbor.ts";

const protocols: readonly Protocol[] = [rpcCbor, json, ec2Query, query, rest];

export interface Outcome {
  readonly output: object;
  /** The answer breaks off in its middle, and the connection stays open. */
  readonly breaksOff: boolean;
}

/**
 * Runs a call. Rejects with an ApiError, which is answered, or with a ConnectionReset or NoAnswer, which is
 * not.
 */
export type Dispatch = (call: Call) => Promise<Outcome>;

/**
 * An HTTP server that reads AWS requests, hands them to `dispatch` and writes the answers; `control` is for
 * whoever asks, if it is given.
 */
export function createHttpServer(
  dispatch: Dispatch,
  control: Control | undefined,
  newRequestId: () => string,
): Server {
  return createServer((incoming, outgoing) => {
    const requestId = newRequestId();
    readRequest(incoming)
      .then((request) => handle(request, dispatch, control, requestId))
      .then((response) => write(outgoing, response, requestId))
      .catch((error: unknown) => {
        if (!(error instanceof NoAnswer)) outgoing.destroy();
      });
  });
}

/** The answer to a request. Rejects with a ConnectionReset or NoAnswer where there is to be none. */
export async function handle(
  request: RawRequest,
  dispatch: Dispatch,
  control: Control | undefined,
  requestId: string,
): Promise<RawResponse> {
  let call: Call | undefined;
  let protocol = json;
  try {
    refuseStrangers(request);
    refuseLong(request);
    const controlled = control && answerControl(request, control);
    if (controlled) return controlled;
    for (protocol of protocols) {
      const parsed = protocol.parse(request);
      if (!parsed) continue;
      call = { ...parsed, accessKeyId: accessKeyOf(request) };
      const { output, breaksOff } = await dispatch(call);
      return { ...protocol.answer(call, output, requestId), breaksOff };
    }
    throw new ApiError(
      "UnknownOperationException",
      `The simulator does not know the request ${request.method} ${request.path}.`,
      404,
    );
  } catch (error) {
    if (error instanceof ConnectionReset || error instanceof NoAnswer) throw error;
    return protocol.fail(asApiError(error), requestId, call);
  }
}

/** The access key of a signature of version 4. */
const accessKeyOf = ({ headers }: RawRequest): string | undefined =>
  /\bCredential=([^/=]+)\//.exec(String(headers["authorization"] ?? ""))?.[1];

/** What is not an answer of AWS is a fault of the simulator, and says so. */
function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError(
    "InternalFailure",
    `The simulator failed: ${error instanceof Error ? error.message : String(error)}`,
    500,
  );
}

function write(
  outgoing: ServerResponse,
  { status, contentType, headers, body, breaksOff = false }: RawResponse,
  requestId: string,
): void {
  // Who has hung up is told nothing, and a stream that began now would never be stopped.
  if (outgoing.destroyed) return;
  outgoing.writeHead(status, { "content-type": contentType, "x-amzn-requestid": requestId, ...headers });
  if (!(body instanceof EventStream)) {
    if (breaksOff) outgoing.write(Buffer.from(body).subarray(0, body.length / 2));
    else outgoing.end(body);
    return;
  }
  const stop = body.start(
    (type, event) => outgoing.write(eventMessage(type, event)),
    () => outgoing.end(),
  );
  outgoing.once("close", stop);
}
