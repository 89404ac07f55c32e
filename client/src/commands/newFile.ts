import type { NewFileChoices, ScaffoldChoice } from "../../../server/src/protocol.ts";
import { serviceLanguage, taskDefinitionLanguage } from "../model/languages.ts";
import type { Ui } from "../host/ui.ts";
import { accountAnswers } from "./choosing/accountAnswers.ts";
import { askNewFileDetails } from "./choosing/askNewFileDetails.ts";
import type { Command } from "./command.ts";

/** Asks what kind of task it is, and opens a task definition that is clean. */
export const newTaskDefinition: Command = {
  id: "taskwright.newTaskDefinition",
  title: "New Task Definition…",
  icon: "new-file",
  isNewFile: true,
  on: ["task-definitions"],
  groups: ["1_new@1"],
  async run(context) {
    const { ui, files } = context;
    const choices = await files.newFileChoices("task-definition");
    const scaffold = await pickScaffold(ui, "New task definition: for what?", choices);
    if (!scaffold) return;
    const family = await askName(ui, "Family", "Name shared by all revisions");
    if (family === undefined) return;
    const answers = await askNewFileDetails(context, scaffold, choices);
    if (!answers) return;
    const text = await files.newFileText({
      kind: "task-definition",
      scaffold: scaffold.id,
      answers: { ...(await accountAnswers(context)), ...answers, family },
    });
    await ui.openNew(taskDefinitionLanguage, text);
  },
};

/** Asks which task definition the service runs, and opens a service that is clean. */
export const newService: Command = {
  id: "taskwright.newService",
  title: "New Service…",
  icon: "new-file",
  isNewFile: true,
  on: ["services"],
  groups: ["1_new@1"],
  async run(context) {
    const { ui, files } = context;
    const choices = await files.newFileChoices("service");
    const scaffold = await pickScaffold(ui, "New service: of what kind?", choices);
    if (!scaffold) return;
    const taskDefinition = await pickFamily(ui, choices.families);
    if (taskDefinition === undefined) return;
    const family = await askName(ui, "Service", "What the service is called in its cluster", taskDefinition);
    if (family === undefined) return;
    const cluster = await askName(ui, "Cluster", "Where it runs", "default");
    if (cluster === undefined) return;
    const answers = { ...(await accountAnswers(context)), family, cluster, taskDefinition };
    await ui.openNew(
      serviceLanguage,
      await files.newFileText({ kind: "service", scaffold: scaffold.id, answers }),
    );
  },
};

function pickScaffold(
  ui: Ui,
  title: string,
  { scaffolds }: NewFileChoices,
): Promise<ScaffoldChoice | undefined> {
  return ui.pick(
    title,
    scaffolds.map((scaffold) => ({
      label: scaffold.label,
      description: scaffold.description,
      value: scaffold,
    })),
  );
}

/**
 * Names of families, services and clusters:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 */
function askName(ui: Ui, title: string, prompt: string, value = ""): Promise<string | undefined> {
  return ui.input({
    title,
    prompt,
    value,
    validate: (text) => (/^[\w-]{1,255}$/.test(text) ? undefined : "Letters, digits, _ and -, at most 255."),
  });
}

async function pickFamily(ui: Ui, families: readonly string[]): Promise<string | undefined> {
  const other = "Another family…";
  const choices = [
    ...families.map((family) => ({ label: family, description: "in this workspace", value: family })),
    { label: other, value: other },
  ];
  const chosen = families.length === 0 ? other : await ui.pick("Which task definition does it run?", choices);
  return chosen === other ? askName(ui, "Task definition", "The family that the service runs") : chosen;
}
