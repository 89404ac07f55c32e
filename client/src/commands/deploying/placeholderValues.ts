import { isSecret, mayBeSecretByName, mayBeStored } from "../../../../shared/src/secrets.ts";
import type { Placeholder } from "../../../../server/src/protocol.ts";
import type { EcsFile } from "../../host/files.ts";
import { parseDotEnv } from "../../model/dotEnv.ts";
import { hidden } from "../../model/masked.ts";
import type { CommandContext } from "../command.ts";

const key = "placeholders";

/** Values for the placeholders of a file. */
export interface FilledPlaceholders {
  readonly values: Readonly<Record<string, string>>;
  /** Where each value is from, one fact a line, for the question before anything is written. */
  readonly facts: readonly string[];
}

/** A value that stands somewhere. */
interface KnownValue {
  readonly value: string;
  /** "services/.env", "the environment of VS Code" */
  readonly source: string;
}

/**
 * Values for a file's placeholders: in a trusted workspace those of its `.env` file and of VS Code's
 * environment, the others asked, with the last answer of this workspace as the proposal. What may be a secret
 * is only taken from there when the user says so. Only what is plainly harmless is remembered. Undefined when
 * the user gives up.
 */
export async function placeholderValues(
  context: CommandContext,
  file: EcsFile,
  placeholders: readonly Placeholder[],
): Promise<FilledPlaceholders | undefined> {
  if (placeholders.length === 0) return { values: {}, facts: [] };
  const { known, facts } = await knownValues(context, file);
  const remembered = new Map(Object.entries(context.memory.get<Readonly<Record<string, string>>>(key) ?? {}));
  const values = new Map<string, string>();
  const told: string[] = [];
  for (const placeholder of placeholders) {
    const { name } = placeholder;
    const found = known.get(name);
    const use = found ? await mayUse(context, file, placeholder, found) : false;
    if (use === undefined) return undefined;
    const value = use && found ? found.value : await ask(context, file, placeholder, remembered.get(name));
    if (value === undefined) return undefined;
    values.set(name, value);
    told.push(factOf(name, value, use && found ? `from ${found.source}` : "as you typed it"));
    if (!use) remembered.set(name, value);
  }
  const kept = [...remembered].filter(([name, value]) => mayBeStored(name, value));
  await context.memory.update(key, Object.fromEntries(kept));
  return { values: Object.fromEntries(values), facts: [...facts, ...told] };
}

/** A workspace that is not trusted could name any variable of the user's environment. */
async function knownValues(
  { settings, files, environment }: CommandContext,
  file: EcsFile,
): Promise<{ readonly known: ReadonlyMap<string, KnownValue>; readonly facts: readonly string[] }> {
  const known = new Map<string, KnownValue>();
  if (!settings.isTrusted()) return { known, facts: [] };
  for (const [name, value] of Object.entries(environment))
    if (value !== undefined) known.set(name, { value, source: "the environment of VS Code" });
  const found = await files.environmentFile(file);
  if (found?.refused !== undefined)
    return { known, facts: [`${found.name} was not read: ${found.refused}.`] };
  for (const [name, value] of Object.entries(parseDotEnv(found?.text ?? "")))
    known.set(name, { value, source: found?.name ?? "" });
  return { known, facts: [] };
}

/** Whether a value that stands somewhere is taken; undefined when the user gives up. */
async function mayUse(
  { ui }: CommandContext,
  file: EcsFile,
  { name, text }: Placeholder,
  { value, source }: KnownValue,
): Promise<boolean | undefined> {
  if (!isSecret(name, value) && !mayBeSecretByName(name)) return true;
  return ui.pick(`${file.name}: ${text} may be a secret`, [
    {
      label: `Use the value from ${source}`,
      description: "Who may read the revision will see it",
      value: true,
    },
    { label: "Type another value…", value: false },
  ]);
}

async function ask(
  { ui }: CommandContext,
  file: EcsFile,
  { name, text, fallback = "" }: Placeholder,
  last: string | undefined,
): Promise<string | undefined> {
  const password = mayBeSecretByName(name);
  const value = password ? "" : (last ?? fallback);
  return ui.input({ title: file.name, prompt: `Value of ${text}`, value, password });
}

function factOf(name: string, value: string, origin: string): string {
  const shown = isSecret(name, value) || mayBeSecretByName(name) ? hidden : value || "empty";
  return `${name} is ${shown.length > 60 ? `${shown.slice(0, 59)}…` : shown}, ${origin}.`;
}
