import type { Calls } from "./calls.ts";
import type { Clients } from "./clients.ts";

/** Reads what roles may do. */
export class RoleReads {
  readonly #clients: Clients;
  readonly #calls: Calls;

  constructor(clients: Clients, calls: Calls) {
    this.#clients = clients;
    this.#calls = calls;
  }

  /**
   * Those of some actions that a role's policies do not allow: one call, for which IAM wants
   * iam:SimulatePrincipalPolicy.
   */
  async notAllowed(roleArn: string, actions: readonly string[]): Promise<readonly string[]> {
    const { IAMClient, SimulatePrincipalPolicyCommand } = await import("@aws-sdk/client-iam");
    const client = this.#clients.of(IAMClient, "IAM");
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
