import type { ECSClient } from "@aws-sdk/client-ecs";
import type { Calls } from "../calls.ts";
import type { Identity } from "../identity.ts";
import type { WriteGuard, WritePlan } from "./guard.ts";
import { Permit } from "./permit.ts";

export interface WritesOptions {
  readonly client: ECSClient;
  readonly calls: Calls;
  readonly guard: WriteGuard;
  readonly identity: () => Promise<Identity>;
  readonly region: string;
}

/** The one door through which the product writes to AWS. */
export class Writes {
  readonly #options: WritesOptions;

  constructor(options: WritesOptions) {
    this.#options = options;
  }

  /** Asks the person, naming account and region; undefined when they decline. */
  async ask(plan: WritePlan): Promise<Permit | undefined> {
    const { client, calls, guard, identity, region } = this.#options;
    const { account } = await identity();
    const question = `${plan.question} in account ${account}, ${region}?`;
    const isAgreed = await guard.confirm({ ...plan, question });
    return isAgreed ? new Permit(client, calls, guard, { account, region }) : undefined;
  }
}
