import type { LookupKind, LookupValue, NewFileAnswers } from "../../../../server/src/protocol.ts";
import type { Connection } from "../../aws/connection.ts";
import type { CommandContext } from "../command.ts";

/**
 * What a new file says of the account: the region of the current target; of an open connection, account and
 * role.
 */
export async function accountAnswers({ connections, output }: CommandContext): Promise<NewFileAnswers> {
  const [target] = await connections.targets();
  if (!target) return {};
  try {
    const connection = await connections.opened();
    // Before a call has shown that the connection works, nothing of the account is asked.
    if (!connection?.hasWorked) return { region: target.region };
    const { account } = await connection.identity();
    const executionRole = executionRoleAmong(await valuesOf(connection, "role"));
    return { region: target.region, account, ...(executionRole !== undefined && { executionRole }) };
  } catch (error) {
    output.warn(`The account is not known, so the new file names an example: ${String(error)}`);
    return { region: target.region };
  }
}

/** Values of the account that a file may name; none if the connection is closed or cannot tell. */
export async function accountValues(
  { connections }: Pick<CommandContext, "connections">,
  kind: LookupKind,
): Promise<readonly LookupValue[]> {
  const connection = await connections.opened();
  return connection ? valuesOf(connection, kind) : [];
}

/** Milliseconds after which a file is made without the values that have not arrived. */
const patience = 5_000;

async function valuesOf(connection: Connection, kind: LookupKind): Promise<readonly LookupValue[]> {
  const { values } = await connection.lookUp({ kind }, AbortSignal.timeout(patience));
  return values;
}

/** The role of the ECS console, else the only one that is called an execution role. */
function executionRoleAmong(roles: readonly LookupValue[]): string | undefined {
  const arns = roles.map(({ value }) => value);
  const usual = arns.find((arn) => arn.endsWith("/ecsTaskExecutionRole"));
  const named = arns.filter((arn) => /execution[-_]?role/i.test(arn));
  return usual ?? (named.length === 1 ? named[0] : undefined);
}
