import type { Connection } from "../../aws/connection.ts";
import type { AccountFinding, Verification } from "../../model/accountFinding.ts";
import { targetLabel } from "../../model/target.ts";
import { counted } from "../../model/words.ts";
import type { Command, CommandContext } from "../command.ts";
import { currentConnection } from "../choosing/currentConnection.ts";
import { prepareFile, type PreparedFile } from "./preparedFile.ts";

/** How many findings a message names; the file has them all. */
const most = 3;

/** Holds a file against the account, and marks what does not fit at its place. */
export const verify: Command = {
  id: "taskwright.verify",
  title: "Verify Against Account",
  icon: "verified",
  editorContext: "ecs@4",
  async run(context, _node, _selected, file) {
    const prepared = await prepareFile(context, file, "it was not verified");
    if (!prepared) return;
    const connection = await currentConnection(context);
    const verification = connection && (await verifyAndMark(context, connection, prepared));
    if (verification) await report(context, prepared, connection, verification);
  },
};

/** Undefined when the user cancels. */
async function verifyAndMark(
  { ui, files }: CommandContext,
  connection: Connection,
  { file, input }: PreparedFile,
): Promise<Verification | undefined> {
  const verification = await ui.progress(
    `Verifying ${file.name} against ${targetLabel(connection.target)}`,
    (_progress, signal) =>
      connection.verify(input, signal).catch((error: unknown) => {
        if (signal.aborted) return undefined;
        throw error;
      }),
  );
  if (verification) await files.mark(file, verification.findings);
  return verification;
}

async function report(
  { ui, files }: CommandContext,
  { file }: PreparedFile,
  { target }: Connection,
  { verified, findings }: Verification,
): Promise<void> {
  const problems = findings.filter(({ severity }) => severity !== "information");
  const notes = findings.length - problems.length;
  const noted = notes === 0 ? [] : [`${counted(notes, "note")} in the file.`];
  if (problems.length === 0) {
    const words = [
      `${file.name} fits ${targetLabel(target)}: ${counted(verified, "value")} held against the account.`,
      ...noted,
    ].join(" ");
    const chosen = await (notes === 0 ? ui.info(words) : ui.info(words, "Show"));
    return chosen === "Show" ? files.reveal(file) : undefined;
  }
  const words = [
    `${file.name} does not fit ${targetLabel(target)}, in ${counted(problems.length, "place")}.`,
    ...named(problems, (more) => `And ${more} more.`),
    ...noted,
  ].join(" ");
  if ((await ui.warn(words, "Show")) === "Show") await files.reveal(file);
}

function named(problems: readonly AccountFinding[], moreWords: (more: number) => string): readonly string[] {
  const messages = [...new Set(problems.map(({ message }) => message))];
  return messages.length > most ? [...messages.slice(0, most), moreWords(messages.length - most)] : messages;
}

/**
 * What the question before a deploy says of the file: where the values of its placeholders are from, and what
 * of it does not fit the account.
 */
export async function accountFacts(
  context: CommandContext,
  connection: Connection,
  prepared: PreparedFile,
): Promise<readonly string[]> {
  return [...(await misfits(context, connection, prepared)), ...prepared.sources];
}

/** Nothing where the file fits, or where the settings do not want to know. */
async function misfits(
  context: CommandContext,
  connection: Connection,
  prepared: PreparedFile,
): Promise<readonly string[]> {
  if (!context.settings.verifyBeforeDeploy()) return [];
  const verification = await verifyAndMark(context, connection, prepared);
  if (!verification) return ["The file was not checked against the account."];
  const problems = verification.findings.filter(({ severity }) => severity !== "information");
  return named(problems, (more) => `${more} more in the account: see the problems of the file.`).map(
    (message) => `⚠ ${message}`,
  );
}
