import type { Calls } from "./calls.ts";
import type { SettingsFor } from "./clientSettings.ts";

/** Who the credentials belong to. */
export interface Identity {
  /** The account's twelve digits. */
  readonly account: string;
  /** The account's alias; absent when it has none or IAM may not be asked. */
  readonly alias?: string;
  readonly arn: string;
}

/** Asks STS, which needs no permission, and IAM for the account's alias. */
export async function readIdentity(settingsFor: SettingsFor, calls: Calls): Promise<Identity> {
  const { GetCallerIdentityCommand, STSClient } = await import("@aws-sdk/client-sts");
  const sts = new STSClient(settingsFor("STS"));
  const { Account = "", Arn = "" } = await calls.read("GetCallerIdentity", {}, (abortSignal) => sts.send(new GetCallerIdentityCommand({}), { abortSignal }));
  const alias = await readAlias(settingsFor, calls);
  return { account: Account, arn: Arn, ...(alias === undefined ? {} : { alias }) };
}

/** The alias is only a nicety: where IAM refuses to tell it, the log has the reason and the account number stands alone. */
async function readAlias(settingsFor: SettingsFor, calls: Calls): Promise<string | undefined> {
  const { IAMClient, ListAccountAliasesCommand } = await import("@aws-sdk/client-iam");
  const iam = new IAMClient(settingsFor("IAM"));
  const input = { MaxItems: 1 };
  const aliases = await calls.read("ListAccountAliases", input, (abortSignal) => iam.send(new ListAccountAliasesCommand(input), { abortSignal })).catch(() => undefined);
  return aliases?.AccountAliases?.[0];
}
