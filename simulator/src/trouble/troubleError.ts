import { ApiError } from "../protocol/apiError.ts";
import type { Api } from "../apis.ts";
import { iamArn } from "../state/arn.ts";
import type { TroubleKind } from "./trouble.ts";
import type { Account } from "../state/types.ts";

/** Ends the connection without an answer. */
export class ConnectionReset extends Error {}

/** Leaves the connection open without an answer. */
export class NoAnswer extends Error {}

/** What leaves a call without its answer. */
type FailingKind = Exclude<TroubleKind, "stall">;

interface Named {
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

/**
 * The error of a trouble as the called API words it: JSON APIs, query APIs and EC2 differ in names and
 * status.
 */
export function troubleError(kind: FailingKind, account: Account, api: Api, operation: string): Error {
  if (kind === "reset") return new ConnectionReset();
  if (kind === "hang") return new NoAnswer();
  const dialect = api.protocol.kind === "ec2" ? "ec2" : api.protocol.kind === "query" ? "query" : "json";
  const { code, message, status } =
    kind === "accessDenied" ? denied(account, api, operation, dialect) : errors[kind][dialect];
  return new ApiError(code, message, status);
}

type Dialect = "json" | "query" | "ec2";

const expired = "The security token included in the request is expired";

const errors: Readonly<
  Record<Exclude<FailingKind, "reset" | "hang" | "accessDenied">, Readonly<Record<Dialect, Named>>>
> = {
  throttling: {
    json: { code: "ThrottlingException", message: "Rate exceeded", status: 400 },
    query: { code: "Throttling", message: "Rate exceeded", status: 400 },
    ec2: { code: "RequestLimitExceeded", message: "Request limit exceeded.", status: 503 },
  },
  serverError: {
    json: { code: "ServerException", message: "Service Unavailable. Please try again later.", status: 500 },
    query: {
      code: "InternalFailure",
      message: "The request processing has failed because of an unknown error, exception or failure.",
      status: 500,
    },
    ec2: { code: "InternalError", message: "An internal error has occurred", status: 500 },
  },
  unavailable: {
    json: {
      code: "ServiceUnavailableException",
      message: "Service Unavailable. Please try again later.",
      status: 503,
    },
    query: {
      code: "ServiceUnavailable",
      message: "The request has failed due to a temporary failure of the server.",
      status: 503,
    },
    ec2: {
      code: "Unavailable",
      message: "The server is overloaded and can't handle the request.",
      status: 503,
    },
  },
  expiredToken: {
    json: { code: "ExpiredTokenException", message: expired, status: 400 },
    query: { code: "ExpiredToken", message: expired, status: 403 },
    ec2: { code: "RequestExpired", message: "Request has expired.", status: 400 },
  },
};

function denied(account: Account, { name }: Api, operation: string, dialect: Dialect): Named {
  if (dialect === "ec2")
    return {
      code: "UnauthorizedOperation",
      message: "You are not authorized to perform this operation.",
      status: 403,
    };
  const action = `${name}:${operation}`;
  const message = `User: ${iamArn(account, "user/simulated")} is not authorized to perform: ${action} on resource: * because no identity-based policy allows the ${action} action`;
  return dialect === "query"
    ? { code: "AccessDenied", message, status: 403 }
    : { code: "AccessDeniedException", message, status: 400 };
}
