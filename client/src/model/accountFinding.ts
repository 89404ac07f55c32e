/** Member names and list indexes that lead from the top of an input to a value. */
export type InputPath = readonly (string | number)[];

/** What is verified: each has a section in docs/verify.md. */
export type VerifyCode =
  | "account-alarm"
  | "account-capacity-provider"
  | "account-cluster"
  | "account-file-system"
  | "account-image"
  | "account-image-platform"
  | "account-log-group"
  | "account-network"
  | "account-parameter"
  | "account-role"
  | "account-secret"
  | "account-target-group"
  | "account-task-definition"
  | "account-not-verified";

/** A change of a file that mends a finding. */
export interface Mend {
  readonly title: string;
  /** A text that takes the value's place. */
  readonly value?: string;
  /** A member that is added beside the value. */
  readonly member?: { readonly name: string; readonly value: string };
}

/** A value of an input that does not fit the account, or of which that cannot be told. */
export interface AccountFinding {
  readonly path: InputPath;
  readonly code: VerifyCode;
  /** `information`: it could not be verified, or works under a condition. */
  readonly severity: "error" | "warning" | "information";
  readonly message: string;
  readonly mends: readonly Mend[];
}

/** What a verification has found. */
export interface Verification {
  /** How many values were held against the account. */
  readonly verified: number;
  readonly findings: readonly AccountFinding[];
}
