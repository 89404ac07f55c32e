/** What dist/aws/index.mjs offers. The rest of the extension imports this file dynamically, on first use. */
export { openConnection, type Connection, type ConnectionOptions } from "./connection.ts";
export { readProfiles, type Profile } from "./profiles.ts";
