import type { Connection } from "../../aws/connection.ts";
import { nameOfArn } from "../../model/arn.ts";
import { normalised } from "../../model/normalised.ts";
import { sideBySide } from "../../model/sideBySide.ts";
import { inputOf } from "../../model/taskDefinitionInput.ts";
import type { CommandContext } from "../command.ts";

/** Shows two registered revisions side by side, in their normalised form and with secrets hidden. */
export async function showRevisions(
  context: CommandContext,
  connection: Connection,
  left: string,
  right: string,
): Promise<void> {
  const [before, after] = await Promise.all([
    normalisedRevision(connection, left),
    normalisedRevision(connection, right),
  ]);
  await showForms(
    context,
    `${nameOfArn(left)} ↔ ${nameOfArn(right)}`,
    { name: nameOfArn(left), form: before },
    { name: nameOfArn(right), form: after },
  );
}

/** A registered revision in its normalised form, with its tags. */
export async function normalisedRevision(connection: Connection, arn: string): Promise<object> {
  const { definition, tags } = await connection.ecs.taskDefinitionWithTags(arn);
  return normalised(inputOf(definition, tags));
}

interface NamedForm {
  readonly name: string;
  readonly form: object;
}

/** Shows two normalised forms side by side. */
export async function showForms(
  { ui }: CommandContext,
  title: string,
  left: NamedForm,
  right: NamedForm,
): Promise<void> {
  const texts = sideBySide(left.form, right.form);
  const document = (
    side: string,
    name: string,
    text: string,
  ): { name: string; language: string; text: string } => ({
    name: `${side}/${name.replaceAll(/[:/]/g, "-")}.json`,
    language: "json",
    text,
  });
  await ui.showDiff(
    title,
    document("before", left.name, texts.left),
    document("after", right.name, texts.right),
  );
}
