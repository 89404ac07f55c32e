import type { Calls } from "./calls.ts";
import type { ClientSettings } from "./clientSettings.ts";

/** Who the credentials belong to. */
export interface Identity {
  /** The account's twelve digits. */
  readonly account: string;
  readonly arn: string;
}

/** Asks STS, which needs no permission. */
export async function readIdentity(settings: ClientSettings, calls: Calls): Promise<Identity> {
  const { GetCallerIdentityCommand, STSClient } = await import("@aws-sdk/client-sts");
  const sts = new STSClient(settings);
  const { Account, Arn } = await calls.read("GetCallerIdentity", {}, (abortSignal) =>
    sts.send(new GetCallerIdentityCommand({}), { abortSignal }),
  );
  return { account: Account ?? "", arn: Arn ?? "" };
}
