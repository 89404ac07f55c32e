import type { Command, CommandContext } from "./command.ts";

/**
 * Whether a command waits for the workspace to be trusted, which the user is then told. It comes before the
 * command, so that files and settings of a workspace lead neither to a call of AWS nor to a program.
 */
export async function waitsForTrust(
  { settings, ui }: Pick<CommandContext, "settings" | "ui">,
  { needsTrust, title }: Pick<Command, "needsTrust" | "title">,
): Promise<boolean> {
  if (!needsTrust || settings.isTrusted()) return false;
  await ui.warn(
    `“${title.replace("…", "")}” waits until this workspace is trusted. Trust it with “Workspaces: Manage Workspace Trust”, and run it again.`,
  );
  return true;
}
