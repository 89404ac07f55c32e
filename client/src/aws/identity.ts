import type { AwsCredentialIdentity } from "@smithy/types";
import type { Calls } from "./calls.ts";
import type { Clients } from "./clients.ts";

/** Who the credentials belong to. */
export interface Identity {
  /** The account's twelve digits. */
  readonly account: string;
  readonly arn: string;
}

/** What AWS said of the account, and the access key for which it did. */
interface Known<T> {
  readonly accessKey: string;
  readonly answer: Promise<T>;
}

/**
 * Whose credentials a connection has. What AWS answers is kept as long as the access key is the same; a
 * failure is not.
 */
export class Caller {
  readonly #clients: Clients;
  readonly #calls: Calls;
  /** The credentials that the next call is signed with. */
  readonly credentials: () => Promise<AwsCredentialIdentity>;
  #identity: Known<Identity> | undefined;
  #alias: Known<string | undefined> | undefined;

  constructor(clients: Clients, calls: Calls, credentials: () => Promise<AwsCredentialIdentity>) {
    this.#clients = clients;
    this.#calls = calls;
    this.credentials = credentials;
  }

  async identity(): Promise<Identity> {
    return this.identityOf(await this.credentials());
  }

  /** The account to which these credentials belong, and no others that there may be by now. */
  async identityOf(credentials: AwsCredentialIdentity): Promise<Identity> {
    const { accessKeyId: accessKey } = credentials;
    if (this.#identity?.accessKey === accessKey) return this.#identity.answer;
    const known = { accessKey, answer: this.#readIdentity(credentials) };
    this.#identity = known;
    known.answer.catch(() => {
      if (this.#identity === known) this.#identity = undefined;
    });
    return known.answer;
  }

  /** The account's alias; undefined when it has none. Throws where it could not be asked. */
  async alias(): Promise<string | undefined> {
    const credentials = await this.credentials();
    const { accessKeyId: accessKey } = credentials;
    if (this.#alias?.accessKey === accessKey) return this.#alias.answer;
    const known = { accessKey, answer: this.#readAlias(credentials) };
    this.#alias = known;
    known.answer.catch(() => {
      if (this.#alias === known) this.#alias = undefined;
    });
    return known.answer;
  }

  /** Asks STS, which needs no permission. */
  async #readIdentity(credentials: AwsCredentialIdentity): Promise<Identity> {
    const { GetCallerIdentityCommand, STSClient } = await import("@aws-sdk/client-sts");
    const sts = this.#clients.signedBy(always(credentials)).of(STSClient, "STS");
    // A call under way for another access key is not shared.
    const question = { accessKey: credentials.accessKeyId };
    const { Account, Arn = "" } = await this.#calls.read("GetCallerIdentity", question, (abortSignal) =>
      sts.send(new GetCallerIdentityCommand({}), { abortSignal }),
    );
    if (!Account) throw new Error("STS did not say to which account the credentials belong.");
    this.#calls.belongTo(Account);
    return { account: Account, arn: Arn };
  }

  async #readAlias(credentials: AwsCredentialIdentity): Promise<string | undefined> {
    const { IAMClient, ListAccountAliasesCommand } = await import("@aws-sdk/client-iam");
    const iam = this.#clients.signedBy(always(credentials)).of(IAMClient, "IAM");
    const input = { MaxItems: 1 };
    const question = { accessKey: credentials.accessKeyId, ...input };
    const { AccountAliases } = await this.#calls.read("ListAccountAliases", question, (abortSignal) =>
      iam.send(new ListAccountAliasesCommand(input), { abortSignal }),
    );
    return AccountAliases?.[0];
  }
}

const always = (credentials: AwsCredentialIdentity) => (): Promise<AwsCredentialIdentity> =>
  Promise.resolve(credentials);
