import type { Calls } from "./calls.ts";
import type { ClientSettings } from "./clientSettings.ts";

/** Reads what roles may do. */
export class RoleReads {
  readonly #settings: ClientSettings;
  readonly #calls: Calls;

  constructor(settings: ClientSettings, calls: Calls) {
    this.#settings = settings;
    this.#calls = calls;
  }

  /** Those of some actions that a role's policies do not allow: one call, for which IAM wants iam:SimulatePrincipalPolicy. */
  async notAllowed(roleArn: string, actions: readonly string[]): Promise<readonly string[]> {
    const { IAMClient, SimulatePrincipalPolicyCommand } = await import("@aws-sdk/client-iam");
    const client = new IAMClient(this.#settings);
    const input = { PolicySourceArn: roleArn, ActionNames: [...actions] };
    const { EvaluationResults = [] } = await this.#calls.read(
      "SimulatePrincipalPolicy",
      input,
      (abortSignal) => client.send(new SimulatePrincipalPolicyCommand(input), { abortSignal }),
    );
    return EvaluationResults.flatMap(({ EvalActionName = "", EvalDecision }) =>
      EvalDecision === "allowed" ? [] : [EvalActionName],
    );
  }
}
