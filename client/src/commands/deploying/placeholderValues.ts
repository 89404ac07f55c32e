import { mayBeSecretByName, mayBeStored } from "../../../../shared/src/secrets.ts";
import type { Placeholder } from "../../../../server/src/protocol.ts";
import type { EcsFile } from "../../host/files.ts";
import { parseDotEnv } from "../../model/dotEnv.ts";

import type { CommandContext } from "../command.ts";

const key = "placeholders";

/**
 * Values for a file's placeholders: those of its `.env` file and of the environment as they are, the others asked, with
 * the last answer of this workspace as the proposal. Only what is plainly harmless is remembered. Undefined when the
 * person gives up.
 */
export async function placeholderValues(
  context: CommandContext,
  file: EcsFile,
  placeholders: readonly Placeholder[],
): Promise<Readonly<Record<string, string>> | undefined> {
  const { ui, files, memory, environment } = context;
  if (placeholders.length === 0) return {};
  const known: Readonly<Record<string, string | undefined>> = {
    ...environment,
    ...parseDotEnv((await files.environmentText(file)) ?? ""),
  };
  const remembered = memory.get<Readonly<Record<string, string>>>(key) ?? {};
  const values: Record<string, string> = {};
  const asked: Record<string, string> = {};
  for (const { name, text, fallback = "" } of placeholders) {
    const given = known[name];
    if (given !== undefined) {
      values[name] = given;
      continue;
    }
    const password = mayBeSecretByName(name);
    const value = await ui.input({
      title: file.name,
      prompt: `Value of ${text}`,
      value: password ? "" : (remembered[name] ?? fallback),
      password,
    });
    if (value === undefined) return undefined;
    values[name] = value;
    if (mayBeStored(name, value)) asked[name] = value;
  }
  await memory.update(key, { ...remembered, ...asked });
  return values;
}
