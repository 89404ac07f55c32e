import type { LookupKind } from "../../../../server/src/protocol.ts";
import type { AccountFinding, InputPath, Mend, VerifyCode } from "../../model/accountFinding.ts";
import { describeFailure, isCredentialFailure } from "../../model/failure.ts";
import type { InputValue } from "../../model/inputValues.ts";
import { alike } from "../../../../shared/src/alike.ts";
import { lookUp } from "../lookups/index.ts";
import type { LookupContext } from "../lookups/lookup.ts";

/** What a check works with. */
export interface VerifyContext extends LookupContext {
  /** The input of RegisterTaskDefinition or CreateService. */
  readonly input: unknown;
  /** The account that the credentials belong to, twelve digits. */
  readonly account: string;
  readonly region: string;
}

/** What a check held against the account, and what does not fit. */
export interface Checked {
  readonly values: readonly InputValue[];
  readonly findings: readonly AccountFinding[];
}

/** Holds one kind of value against the account. */
export type Check = (context: VerifyContext) => Promise<Checked>;

/**
 * Looks at the account for some values. Where it may not or cannot be read, each of them gets a note instead:
 * that is no fault of the file. Credentials that fail would fail every check, so they are thrown.
 * @param what completes "Could not verify …"
 */
export async function checked(
  values: readonly InputValue[],
  what: string,
  look: () => Promise<readonly AccountFinding[]>,
): Promise<Checked> {
  if (values.length === 0) return { values, findings: [] };
  try {
    return { values, findings: await look() };
  } catch (error) {
    const failure = describeFailure(error, `verify ${what}`);
    if (failure.kind === "aborted" || isCredentialFailure(failure.kind)) throw error;
    return { values, findings: values.map(({ path }) => note(path, failure.message)) };
  }
}

export async function joined(checks: readonly Promise<Checked>[]): Promise<Checked> {
  const all = await Promise.all(checks);
  return { values: all.flatMap(({ values }) => values), findings: all.flatMap(({ findings }) => findings) };
}

export const note = (path: InputPath, message: string): AccountFinding => ({
  path,
  code: "account-not-verified",
  severity: "information",
  message,
  mends: [],
});

/** The same finding at every place of a value. */
export function atEach(
  values: readonly InputValue[],
  code: VerifyCode,
  message: string,
  mends: readonly Mend[] = [],
): readonly AccountFinding[] {
  return values.map(({ path }) => ({ path, code, severity: "error", message, mends }));
}

/** How many existing values are proposed in place of one that does not exist. */
const proposed = 3;

/**
 * Proposes what the account has and is most like a value. Asked only when something is missing.
 * @param spelled brings what the account has to the spelling of the value
 */
export async function proposals(
  context: VerifyContext,
  kind: LookupKind,
  value: string,
  spelled: (existing: string) => string = (existing) => existing,
): Promise<readonly Mend[]> {
  const { values } = await lookUp({ kind }, context);
  return alike(
    value,
    values.map((each) => spelled(each.value)),
    proposed,
  ).map(replacement);
}

export const replacement = (value: string): Mend => ({ title: `Use ${value}`, value });
