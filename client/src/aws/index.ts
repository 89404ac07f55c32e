/**
 * What dist/aws/index.mjs offers. The rest of the extension imports this file dynamically, on first use.
 * Reading the profiles takes little; the client of ECS is read in a turn of its own, so that neither blocks
 * for long.
 */
import type { Target } from "../model/target.ts";
import type { Connection, ConnectionOptions } from "./connection.ts";

export type { Connection, ConnectionOptions } from "./connection.ts";
export { readProfiles, type Profile } from "./profiles.ts";

/** Opens a connection; see `connection.ts`. */
export async function openConnection(target: Target, options: ConnectionOptions): Promise<Connection> {
  const connection = await import("./connection.ts");
  return connection.openConnection(target, options);
}
