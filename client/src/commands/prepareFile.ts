import type { Problem } from "../../../server/src/protocol.ts";
import type { RegisterTaskDefinitionInput } from "../aws/types.ts";
import type { EcsFile } from "../files.ts";
import { counted } from "../model/words.ts";
import type { CommandContext } from "./command.ts";

/** How many problems a message names. */
const most = 3;

/**
 * The input of RegisterTaskDefinition that the file of the active editor stands for. Asks for the values of
 * placeholders. Undefined when the person gives up, or when the file has errors, which are then told.
 */
export async function prepareTaskDefinition(context: CommandContext): Promise<PreparedTaskDefinition | undefined> {
  const { ui, files } = context;
  const file = files.active();
  if (!file) {
    await ui.warn("Open a task definition first.");
    return undefined;
  }
  const values = await askPlaceholders(context, file);
  if (!values) return undefined;
  const { kind, input, problems } = await files.prepare(file, values);
  if (kind !== "task-definition") {
    await ui.warn(`${file.name} is not a task definition.`);
    return undefined;
  }
  // The server has checked it against the schema of RegisterTaskDefinition.
  if (input) return { file, input: input as unknown as RegisterTaskDefinitionInput };
  await tellProblems(context, file, problems);
  return undefined;
}

export interface PreparedTaskDefinition {
  readonly file: EcsFile;
  readonly input: RegisterTaskDefinitionInput;
}

async function askPlaceholders({ ui, files }: CommandContext, file: EcsFile): Promise<Record<string, string> | undefined> {
  const { unresolved } = await files.prepare(file);
  const values: Record<string, string> = {};
  for (const { name, text, fallback = "" } of unresolved) {
    const value = await ui.input({ title: file.name, prompt: `Value of ${text}`, value: fallback });
    if (value === undefined) return undefined;
    values[name] = value;
  }
  return values;
}

async function tellProblems({ ui, files }: CommandContext, file: EcsFile, problems: readonly Problem[]): Promise<void> {
  const named = problems.slice(0, most).map(({ message, range }) => `Line ${range.start.line + 1}: ${message}`);
  const rest = problems.length > most ? [`and ${problems.length - most} more`] : [];
  const message = [`${file.name} has ${counted(problems.length, "error")}, so nothing was registered.`, ...named, ...rest].join(" ");
  if ((await ui.error(message, "Show")) === "Show") await files.reveal(file);
}
