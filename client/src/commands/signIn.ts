import { targetLabel, type Target } from "../model/target.ts";
import type { TreeNode } from "../tree/node.ts";
import { ConnectionNode } from "../tree/connectionNode.ts";
import type { Command, CommandContext } from "./command.ts";

/** Renews an expired session: runs the login command of the AWS CLI, and goes on when it is done. */
export const signIn: Command = {
  id: "taskwright.signIn",
  title: "Sign In",
  icon: "sign-in",
  on: ["error"],
  needs: "signs-in",
  groups: ["inline@1"],
  async run(context, node) {
    const target = targetOf(context, node) ?? (await context.connections.targets())[0];
    if (!target) return void (await context.ui.warn("There is no connection. Select a profile first."));
    const profile = (await context.connections.profiles()).find(({ name }) => name === target.profile);
    if (profile?.source !== "SSO") {
      await context.ui.warn(
        `The credentials of ${targetLabel(target)} have expired. Renew them where they come from, then refresh.`,
      );
      await context.connections.reconnect(target);
      return;
    }
    const exitCode = await context.ui.runInTerminal({
      name: `Sign in ${profile.name}`,
      command: "aws",
      args: ["sso", "login", "--profile", profile.name],
    });
    if (exitCode !== 0) return void (await context.ui.warn(`Signing in as ${profile.name} did not succeed.`));
    await context.connections.reconnect(target);
  },
};

function targetOf({ explorer }: CommandContext, node: TreeNode | undefined): Target | undefined {
  if (!node) return undefined;
  return [node, ...explorer.ancestors(node)].find((each) => each instanceof ConnectionNode)?.target;
}
