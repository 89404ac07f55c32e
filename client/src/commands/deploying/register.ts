import { nameOfArn } from "../../model/arn.ts";
import { familyResource } from "../../model/resource.ts";
import { changesBetween, changeWords } from "../../model/changes.ts";
import { normalised } from "../../model/normalised.ts";
import { inputOf } from "../../model/taskDefinitionInput.ts";
import type { Command } from "../command.ts";
import { currentConnection } from "../choosing/currentConnection.ts";
import { withTags } from "./deployTaskDefinition.ts";
import { prepareTaskDefinition } from "./preparedFile.ts";
import { accountFacts } from "./verify.ts";

/** How many changes the question lists. */
const most = 8;

export const register: Command = {
  id: "taskwright.register",
  title: "Register Task Definition…",
  needsTrust: true,
  editorContext: "ecs@1",
  async run(context, _node, _selected, file) {
    const connection = await currentConnection(context);
    if (!connection) return;
    await connection.writes.requireWritable([]);
    const prepared = await prepareTaskDefinition(context, file);
    if (!prepared) return;
    const { family = "" } = prepared.input;
    await connection.writes.requireWritable([familyResource(family)]);
    const [newest] = await connection.ecs.newestRevisions(family, 1);
    const known = newest === undefined ? undefined : await connection.ecs.taskDefinitionWithTags(newest);
    const input = withTags(prepared.input, known?.tags);
    const changes =
      known && changesBetween(normalised(inputOf(known.definition, known.tags)), normalised(input));
    if (changes?.length === 0) {
      await context.ui.info(`Nothing to register: ${prepared.file.name} equals ${nameOfArn(newest ?? "")}.`);
      return;
    }

    const account = await accountFacts(context, connection, prepared);
    const since = changes
      ? [`Since ${nameOfArn(newest ?? "")}: ${changes.slice(0, most).map(changeWords).join("; ")}.`]
      : ["It is the family's first active revision."];
    const permit = await connection.writes.ask({
      question: `Register a new revision of ${family}`,
      facts: [...account, ...since],
      action: "Register",
      resources: [familyResource(family)],
    });
    if (!permit) return;
    const revision = await context.ui.busy(`Registering ${family}`, () =>
      permit.registerTaskDefinition(input),
    );
    void context.explorer.refresh();
    await context.ui.info(`Registered ${nameOfArn(revision.taskDefinitionArn ?? "")}.`);
  },
};
