import { ApiError } from "../protocol/apiError.ts";
import type { RawRequest } from "./protocol.ts";

/** The names of this machine to itself, behind any port: a tunnel may have another one. */
const ownHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;

/**
 * Throws for a request that a page of the web can have made: one for another host, whose name leads here, or
 * one from another site. Clients of AWS send neither an Origin nor what browsers say of a request.
 */
export function refuseStrangers({ headers }: RawRequest): void {
  const { host, origin } = headers;
  if (typeof host !== "string" || !ownHost.test(host))
    throw refuse("The simulator answers requests to 127.0.0.1 and localhost only.");
  if (origin !== undefined && origin !== `http://${host}`)
    throw refuse("The simulator answers no requests from other sites.");
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none")
    throw refuse("The simulator answers no requests from other sites.");
}

const refuse = (message: string): ApiError => new ApiError("ForbiddenException", message, 403);
