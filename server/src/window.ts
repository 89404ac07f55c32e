import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import { oneLine, shortened } from "../../shared/src/plainText.ts";

/** The most characters of a message. */
const longest = 1_000;

/**
 * The one door for messages of the server. Editors may find links in them, and they hold what strangers wrote
 * into files: lint lets no other file send one (scripts/lint/shownText.ts).
 */
export async function showWarning(
  connection: Pick<Connection, "sendNotification">,
  message: string,
): Promise<void> {
  await connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Warning,
    message: shortened(oneLine(message), longest),
  });
}
