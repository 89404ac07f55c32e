import { nameOfArn } from "../model/arn.ts";
import type { Command } from "./command.ts";
import { currentConnection } from "./currentConnection.ts";
import { prepareTaskDefinition } from "./prepareFile.ts";

export const register: Command = {
  id: "taskwright.register",
  title: "Register Task Definition…",
  editorContext: "ecs@1",
  async run(context) {
    const prepared = await prepareTaskDefinition(context);
    if (!prepared) return;
    const connection = await currentConnection(context);
    if (!connection) return;
    const { family } = prepared.input;
    const permit = await connection.writes.ask({ question: `Register a new revision of ${family}`, facts: [`File: ${prepared.file.name}`], action: "Register", names: [family ?? ""] });
    if (!permit) return;
    const revision = await context.ui.progress(`Registering ${family}`, () => permit.registerTaskDefinition(prepared.input));
    void context.explorer.refresh();
    await context.ui.info(`Registered ${nameOfArn(revision.taskDefinitionArn ?? "")}.`);
  },
};
