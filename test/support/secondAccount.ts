import type { Connection } from "../../client/src/aws/connection.ts";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";
import type { Scenario } from "../../simulator/src/scenario/scenario.ts";
import { useConfiguration } from "./awsConfiguration.ts";
import type { SimulatedAccount } from "./simulatedAccount.ts";

/** One more account beside the simulated one, reached by a profile of its own. */
export interface SecondAccount {
  readonly simulator: Simulator;
  readonly connection: Connection;
  readonly session: Awaited<ReturnType<SimulatedAccount["sessions"]["open"]>>;
  /** Close it before the first one. */
  close(): Promise<void>;
}

/** The target of the second account. */
export const secondTarget = { profile: "second", region: "eu-west-1" };

export async function secondAccount(account: SimulatedAccount, scenario: Scenario): Promise<SecondAccount> {
  const simulator = await startSimulator({
    scenario: { ...scenario, account: "210987654321" },
    clock: "step",
  });
  const keys = "aws_access_key_id = AKIASIMULATED\naws_secret_access_key = simulated\n";
  const configuration = await useConfiguration(`[profile simulated]
region = eu-west-1
endpoint_url = ${account.proxy.endpoint}
${keys}
[profile second]
region = eu-west-1
endpoint_url = ${simulator.endpoint}
${keys}`);
  const session = await account.sessions.open(secondTarget);
  return {
    simulator,
    session,
    connection: session.connection,
    async close() {
      await simulator.close();
      await configuration.restore();
    },
  };
}
