import type { Placeholder, PrepareResult, Problem } from "../../../../server/src/protocol.ts";
import type { CreateServiceInput, RegisterTaskDefinitionInput } from "../../aws/types.ts";
import type { EcsFile } from "../../host/files.ts";
import { sendable } from "../../model/sendable.ts";
import { counted } from "../../model/words.ts";
import type { CommandContext } from "../command.ts";
import { placeholderValues } from "./placeholderValues.ts";

/** How many problems a message names. */
const most = 3;

/** A file as the input of the call that it stands for. */
export type PreparedFile = PreparedTaskDefinition | PreparedService;

export interface PreparedTaskDefinition {
  readonly kind: "task-definition";
  readonly file: EcsFile;
  /** Where the values of its placeholders are from, one fact a line. */
  readonly sources: readonly string[];
  readonly input: RegisterTaskDefinitionInput;
}

export interface PreparedService {
  readonly kind: "service";
  readonly file: EcsFile;
  /** Where the values of its placeholders are from, one fact a line. */
  readonly sources: readonly string[];
  readonly input: CreateServiceInput;
}

/** A file without errors so far, whose placeholders have no values yet. */
export interface InspectedFile {
  readonly kind: PreparedFile["kind"];
  readonly file: EcsFile;
  readonly unresolved: readonly Placeholder[];
  /** What errors mean for the command. */
  readonly consequence: string;
}

/**
 * Looks at a file, that of the active editor if none is given, and asks nothing. Undefined when there is none
 * that a command can take, or when it has errors, which are then told.
 * @param consequence what errors mean for the command
 */
export async function inspectFile(
  context: CommandContext,
  given: EcsFile | undefined,
  consequence = "nothing was registered",
): Promise<InspectedFile | undefined> {
  const { ui, files } = context;
  const file = given ?? files.active();
  if (!file) {
    await ui.warn("Open a task definition or a service first.");
    return;
  }
  const { kind, unresolved, problems } = await files.prepare(file);
  if (kind === "unknown") {
    await ui.warn(`${file.name} is neither a task definition nor a service.`);
    return;
  }
  if (problems.length > 0) return reportProblems(context, file, problems, consequence);
  return { kind, file, unresolved, consequence };
}

/**
 * The input that a file stands for. Asks for the values of placeholders; undefined when the user gives up, or
 * when errors come out with the values.
 */
export async function fillFile(
  context: CommandContext,
  { file, unresolved, consequence }: InspectedFile,
): Promise<PreparedFile | undefined> {
  const filled = await placeholderValues(context, file, unresolved);
  if (!filled) return undefined;
  const { kind, input, problems } = await context.files.prepare(file, filled.values);
  if (!input || kind === "unknown") return reportProblems(context, file, problems, consequence);
  return typed(kind, { file, sources: filled.facts }, input);
}

/** {@link inspectFile}, then {@link fillFile}. */
export async function prepareFile(
  context: CommandContext,
  given: EcsFile | undefined,
  consequence?: string,
): Promise<PreparedFile | undefined> {
  const inspected = await inspectFile(context, given, consequence);
  return inspected && fillFile(context, inspected);
}

/** Like {@link prepareFile}, for what only a task definition can do. */
export async function prepareTaskDefinition(
  context: CommandContext,
  given: EcsFile | undefined,
): Promise<PreparedTaskDefinition | undefined> {
  const prepared = await prepareFile(context, given);
  if (prepared?.kind !== "service") return prepared;
  await context.ui.warn(`${prepared.file.name} is not a task definition.`);
  return undefined;
}

/** The server has checked the input against the schema of the call. */
function typed(
  kind: "task-definition" | "service",
  origin: Pick<PreparedFile, "file" | "sources">,
  input: NonNullable<PrepareResult["input"]>,
): PreparedFile {
  const sent = sendable(input);
  if (kind === "service") return { kind, ...origin, input: sent as unknown as CreateServiceInput };
  return { kind, ...origin, input: sent as unknown as RegisterTaskDefinitionInput };
}

async function reportProblems(
  { ui, files }: CommandContext,
  file: EcsFile,
  problems: readonly Problem[],
  consequence: string,
): Promise<undefined> {
  const named = problems
    .slice(0, most)
    .map(({ message, range }) => `Line ${range.start.line + 1}: ${message}`);
  const rest = problems.length > most ? [`and ${problems.length - most} more`] : [];
  const message = [
    `${file.name} has ${counted(problems.length, "error")}, so ${consequence}.`,
    ...named,
    ...rest,
  ].join(" ");
  if ((await ui.error(message, "Show")) === "Show") await files.reveal(file);
}
