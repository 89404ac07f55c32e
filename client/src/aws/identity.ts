import type { Calls } from "./calls.ts";
import type { Clients } from "./clients.ts";

/** Who the credentials belong to. */
export interface Identity {
  /** The account's twelve digits. */
  readonly account: string;
  readonly arn: string;
}

/** Asks STS, which needs no permission. */
export async function readIdentity(clients: Clients, calls: Calls): Promise<Identity> {
  const { GetCallerIdentityCommand, STSClient } = await import("@aws-sdk/client-sts");
  const sts = clients.of(STSClient, "STS");
  const { Account = "", Arn = "" } = await calls.read("GetCallerIdentity", {}, (abortSignal) =>
    sts.send(new GetCallerIdentityCommand({}), { abortSignal }),
  );
  return { account: Account, arn: Arn };
}

/** The account's alias; undefined when it has none. Throws where IAM may not be asked. */
export async function readAlias(clients: Clients, calls: Calls): Promise<string | undefined> {
  const { IAMClient, ListAccountAliasesCommand } = await import("@aws-sdk/client-iam");
  const iam = clients.of(IAMClient, "IAM");
  const input = { MaxItems: 1 };
  const { AccountAliases } = await calls.read("ListAccountAliases", input, (abortSignal) =>
    iam.send(new ListAccountAliasesCommand(input), { abortSignal }),
  );
  return AccountAliases?.[0];
}
