import { describeFailure } from "../model/failure.ts";
import { targetLabel, type Target } from "../model/target.ts";
import type { TreeNode } from "../tree/node.ts";
import { ConnectionNode } from "../tree/connectionNode.ts";
import type { Command, CommandContext } from "./command.ts";
import { awsCli, findProgram } from "./findProgram.ts";

/** Renews an expired session: runs the login command of the AWS CLI, and goes on when it is done. */
export const signIn: Command = {
  id: "taskwright.signIn",
  title: "Sign In",
  needsTrust: true,
  icon: "sign-in",
  on: ["error"],
  needs: "signs-in",
  groups: ["inline@1"],
  async run(context, node) {
    const target = targetOf(context, node) ?? (await context.connections.targets())[0];
    if (!target) {
      await context.ui.warn("There is no connection. Select a profile first.");
      return;
    }
    await signInTo(context, target);
  },
};

/** Renews the session of a target. What waits for it, such as a watched deployment, goes on by itself. */
export async function signInTo(context: CommandContext, target: Target): Promise<void> {
  const { ui, connections, environment } = context;
  const profile = (await connections.profiles()).find(({ name }) => name === target.profile);
  if (!profile?.signIn) return readAgain(context, target);
  const command = await findProgram(awsCli, environment);
  if (command === undefined) {
    await ui.warn(`Signing in as ${profile.name} needs the AWS CLI, which was not found on this machine.`);
    return;
  }
  const args = [...profile.signIn];
  const exitCode = await ui.runInTerminal({ name: `Sign in ${profile.name}`, command, args });
  if (exitCode !== 0) {
    await ui.warn(`Signing in as ${profile.name} did not succeed.`);
    return;
  }
  await connections.reconnect(target);
}

/** For credentials that the AWS CLI cannot renew: the user may have done so where they come from. */
async function readAgain({ ui, connections }: CommandContext, target: Target): Promise<void> {
  await connections.reconnect(target);
  const connection = await connections.open(target);
  try {
    await connection.identity();
  } catch (error) {
    const { reason } = describeFailure(error, "connect");
    await ui.warn(
      `The credentials of ${targetLabel(target)} were read again, and still fail: ${reason} Renew them where they come from, then refresh.`,
    );
  }
}

function targetOf({ explorer }: CommandContext, node: TreeNode | undefined): Target | undefined {
  if (!node) return undefined;
  return [node, ...explorer.ancestors(node)].find((each) => each instanceof ConnectionNode)?.target;
}
