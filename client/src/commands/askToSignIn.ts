import type { Connection } from "../aws/connection.ts";
import { errorText } from "../host/log.ts";
import { describeFailure, isCredentialFailure } from "../model/failure.ts";
import { targetLabel } from "../model/target.ts";
import type { CommandContext } from "./command.ts";
import { signInTo } from "./signIn.ts";

/**
 * Where it is the credentials that failed, says so once for all that waits for them, and offers to sign in.
 * Does not wait for an answer.
 */
export function askToSignIn(context: CommandContext, connection: Connection, error: unknown): void {
  const { kind, reason } = describeFailure(error, "look");
  if (!isCredentialFailure(kind) || !connection.credentials.claimNotice()) return;
  ask(context, connection, reason).catch((problem: unknown) =>
    context.output.error(`Could not sign in: ${errorText(problem)}`),
  );
}

async function ask(context: CommandContext, { target }: Connection, reason: string): Promise<void> {
  const words = `${targetLabel(target)}: ${reason} What was begun goes on in AWS, and is watched on when you have signed in.`;
  if ((await context.ui.warn(words, "Sign In")) !== undefined) await signInTo(context, target);
}
