import { describeFailure } from "../model/failure.ts";
import type { CommandContext } from "./command.ts";

/**
 * Shows what failed, and logs it with where it came from. Says nothing of what the user cancelled.
 * @param doing completes "Could not …"
 */
export async function showFailure(
  { ui, output, showOutput }: Pick<CommandContext, "output" | "showOutput" | "ui">,
  error: unknown,
  doing: string,
): Promise<void> {
  const failure = describeFailure(error, doing);
  if (failure.kind === "aborted") return;
  output.error(`${failure.message}\n${error instanceof Error ? (error.stack ?? "") : ""}`);
  if ((await ui.error(failure.message, "Show Details")) !== undefined) showOutput();
}
