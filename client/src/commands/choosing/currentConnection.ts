import type { Connection } from "../../aws/connection.ts";
import type { CommandContext } from "../command.ts";

/** The connection that a command uses; where there is none, says so and offers to choose. */
export async function currentConnection({
  ui,
  connections,
  runCommand,
}: CommandContext): Promise<Connection | undefined> {
  const connection = await connections.current();
  if (connection) return connection;
  const chosen = await ui.warn("No AWS profile is connected.", "Select Profile…");
  if (chosen !== undefined) await runCommand("taskwright.selectProfile");
  return undefined;
}
