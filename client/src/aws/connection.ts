import type { Target } from "../model/target.ts";
import { Calls, type CallObserver } from "./calls.ts";
import { clientSettings, type ClientSettings, type Prompts } from "./clientSettings.ts";
import { EcsReads } from "./ecsReads.ts";
import { ecsClient } from "./ecsClient.ts";
import { readIdentity, type Identity } from "./identity.ts";

export interface ConnectionOptions {
  readonly prompts: Prompts;
  readonly observer: CallObserver;
}

/** One profile in one region. All features share its clients, its call budget and its caches. */
export class Connection {
  readonly target: Target;
  readonly ecs: EcsReads;
  /** What every AWS client of this connection is made with. */
  readonly settings: ClientSettings;
  /** The one way to call AWS: within the budget, shared while in flight, observed. */
  readonly calls: Calls;
  #identity: Promise<Identity> | undefined;

  constructor(target: Target, { prompts, observer }: ConnectionOptions) {
    this.target = target;
    this.settings = clientSettings(target, prompts);
    this.calls = new Calls(observer);
    this.ecs = new EcsReads(ecsClient(this.settings), this.calls);
  }

  /** The account behind the credentials, asked once. */
  identity(): Promise<Identity> {
    this.#identity ??= readIdentity(this.settings, this.calls).catch((error: unknown) => {
      this.#identity = undefined;
      throw error;
    });
    return this.#identity;
  }
}
