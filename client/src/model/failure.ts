export type FailureKind =
  | "aborted"
  | "denied"
  | "expired"
  | "no-credentials"
  | "not-found"
  | "other"
  | "other-account"
  | "throttled"
  | "unknown"
  | "unreachable";

/** A failed call in words that tell what happened and what one can do. */
export interface Failure {
  readonly kind: FailureKind;
  /** What could not be done, short enough for a row: `Could not list clusters`. */
  readonly what: string;
  readonly reason: string;
  /** Both in one sentence. */
  readonly message: string;
}

const kinds: ReadonlyMap<string, FailureKind> = new Map([
  ["AbortError", "aborted"],
  ["AccessDeniedException", "denied"],
  ["AccessDenied", "denied"],
  ["UnauthorizedException", "denied"],
  ["UnauthorizedOperation", "denied"],
  ["ExpiredToken", "expired"],
  ["ExpiredTokenException", "expired"],
  ["RequestExpired", "expired"],
  ["TokenRefreshRequired", "expired"],
  ["CredentialsProviderError", "no-credentials"],
  ["InvalidClientTokenId", "no-credentials"],
  ["UnrecognizedClientException", "no-credentials"],
  ["OtherAccountError", "other-account"],
  ["ServiceGoneError", "not-found"],
  ["ClusterNotFoundException", "not-found"],
  ["ServiceNotFoundException", "not-found"],
  ["ResourceNotFoundException", "not-found"],
  ["Throttling", "throttled"],
  ["ThrottlingException", "throttled"],
  ["TooManyRequestsException", "throttled"],
  ["RequestLimitExceeded", "throttled"],
  ["UnknownOutcomeError", "unknown"],
]);

/**
 * Whether it is the credentials that failed, so that every other call of the connection will fail as well.
 */
export function isCredentialFailure(kind: FailureKind): boolean {
  return kind === "expired" || kind === "no-credentials" || kind === "other-account";
}

/** Whether trying again by itself is of no use. */
export function needsPerson(failure: Failure): boolean {
  return failure.kind === "denied" || isCredentialFailure(failure.kind);
}

/** Whether a call may have been carried out although it failed: no answer came, or a server failed. */
export function isWithoutAnswer(error: unknown): boolean {
  const kind = kindOf(error);
  return (
    kind === "unreachable" ||
    kind === "unknown" ||
    (error as { readonly $fault?: string }).$fault === "server"
  );
}

/**
 * Whether a call that failed cannot have reached AWS, as there was no address or no connection to send it
 * over.
 */
export const neverArrived = (error: unknown): boolean =>
  ["connect", "getaddrinfo"].includes((error as { readonly syscall?: string }).syscall ?? "");

const networkCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/** Reads what an AWS call threw. `doing` completes "Could not …": `list clusters`. */
export function describeFailure(error: unknown, doing: string): Failure {
  const kind = kindOf(error);
  const what = `Could not ${doing}`;
  const reason = reasonOf(kind, error);
  return { kind, what, reason, message: `${what}: ${reason}` };
}

/** The class of an error, by the name that AWS or the operating system gave it. */
export function kindOf(error: unknown): FailureKind {
  if (!(error instanceof Error)) return "other";
  const known = kinds.get(error.name);
  if (known === "no-credentials" && /expired|refresh|re-?authenticate/i.test(error.message)) return "expired";
  if (known) return known;
  if (error.name === "TimeoutError") return "unreachable";
  return networkCodes.has(networkCode(error)) ? "unreachable" : "other";
}

function reasonOf(kind: FailureKind, error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  switch (kind) {
    case "denied":
      return `not authorized. ${text}`;
    case "expired":
      return "the session has expired. Sign in again.";
    case "no-credentials":
      return `no credentials. ${text}`;
    case "throttled":
      return "AWS is throttling this account's calls. Try again in a moment.";
    case "unreachable":
      return isLate(error)
        ? "AWS did not answer in time."
        : `the endpoint cannot be reached (${networkCode(error)}).`;
    default:
      return text;
  }
}

/** The SDK gives the same name to connections that were refused or reset. */
const isLate = (error: unknown): boolean =>
  error instanceof Error && error.name === "TimeoutError" && !networkCodes.has(networkCode(error));

function networkCode(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  if (typeof code === "string") return code;
  return error instanceof Error ? error.name : "";
}
