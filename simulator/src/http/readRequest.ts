import type { IncomingMessage } from "node:http";
import { ApiError } from "../protocol/apiError.ts";
import type { RawRequest } from "./protocol.ts";

/** Bytes of a request's body; no operation needs as many. */
const most = 1024 * 1024;

/**
 * Reads a request to its end, so that its caller listens to the answer; of a body that is too long, nothing
 * is kept.
 */
export async function readRequest(incoming: IncomingMessage): Promise<RawRequest> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
    else chunks.length = 0;
  }
  const bytes = Buffer.concat(chunks);
  const { method = "GET", url = "/", headers } = incoming;
  return { method, path: url, headers, length, bytes, body: bytes.toString() };
}

/** Throws RequestEntityTooLargeException for a request whose body was not kept. */
export function refuseLong({ length }: RawRequest): void {
  if (length > most)
    throw new ApiError("RequestEntityTooLargeException", `The request has more than ${most} bytes.`, 413);
}
