import type { Permit } from "../../client/src/aws/writes/permit.ts";
import type { Resource } from "../../client/src/model/resource.ts";
import type { SimulatedAccount } from "./simulatedAccount.ts";

/** A permit for these, as a user gives it who agrees to everything, destruction included. */
export async function permitFor(
  account: SimulatedAccount,
  ...resources: readonly Resource[]
): Promise<Permit> {
  const { confirmWrite } = account;
  account.confirmWrite = async () => true;
  const plan = { question: "Write", facts: [], action: "Write", resources, isDestructive: true };
  const permit = await account.connection.writes.ask(plan);
  account.confirmWrite = confirmWrite;
  if (!permit) throw new Error("The permit was not given.");
  return permit;
}
