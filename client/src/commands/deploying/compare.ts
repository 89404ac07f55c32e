import { nameOfArn } from "../../model/arn.ts";
import { changesBetween } from "../../model/changes.ts";
import { normalised } from "../../model/normalised.ts";
import { RevisionNode } from "../../tree/revisionNode.ts";
import { ServiceNode } from "../../tree/serviceNode.ts";
import type { TreeNode } from "../../tree/node.ts";
import type { Connection } from "../../aws/connection.ts";
import type { Command, CommandContext } from "../command.ts";
import { chosenNodes } from "../choosing/chosenNodes.ts";
import { currentConnection } from "../choosing/currentConnection.ts";
import { withTags } from "./deployTaskDefinition.ts";
import { findService, serviceRefOf } from "../choosing/serviceRef.ts";
import { prepareFile, type PreparedFile } from "./preparedFile.ts";
import { formsAt, withFullRevision } from "./servicePlan.ts";
import { normalisedRevision, showForms, showRevisions } from "./showRevisions.ts";

/** Shows a file beside what is live, or two revisions beside each other. */
export const compare: Command = {
  id: "taskwright.compare",
  title: "Compare…",
  icon: "diff",
  on: ["revision", "service"],
  groups: ["1_deploy@3"],
  editorContext: "ecs@3",
  editorTitle: "navigation@2",
  async run(context, node, selected, file) {
    if (node instanceof RevisionNode)
      return compareRevisions(
        context,
        node,
        chosenNodes<TreeNode>(node, selected).filter((each) => each instanceof RevisionNode),
      );
    const prepared = await prepareFile(context, file);
    if (!prepared) return;
    const service = node instanceof ServiceNode ? node : undefined;
    const connection = service?.connection ?? (await currentConnection(context));
    if (connection) await compareFile(context, prepared, connection, service);
  },
};

/** Two selected revisions, or one and another to choose. */
async function compareRevisions(
  context: CommandContext,
  node: RevisionNode,
  chosen: readonly RevisionNode[],
): Promise<void> {
  const [first, second] = chosen.map(({ arn }) => arn).sort(byRevision);
  if (first !== undefined && second !== undefined)
    return showRevisions(context, node.connection, first, second);
  const family = nameOfArn(node.arn).split(":")[0] ?? "";
  const others = (await node.connection.ecs.revisions(family)).filter((arn) => arn !== node.arn);
  const other = await context.ui.pick(
    `Compare ${node.name} with`,
    others.map((arn) => ({ label: nameOfArn(arn), value: arn })),
  );
  const [older, newer] = [node.arn, other ?? ""].sort(byRevision);
  if (other !== undefined) await showRevisions(context, node.connection, older ?? "", newer ?? "");
}

const byRevision = (a: string, b: string): number =>
  Number(a.split(":").at(-1)) - Number(b.split(":").at(-1));

async function compareFile(
  context: CommandContext,
  prepared: PreparedFile,
  connection: Connection,
  node: ServiceNode | undefined,
): Promise<void> {
  if (prepared.kind === "service") return compareService(context, prepared, connection, node);
  const { file, input } = prepared;
  const arn =
    node?.service.taskDefinition ?? (await connection.ecs.newestRevisions(input.family ?? "", 1))[0];
  if (arn === undefined) {
    await context.ui.info(`${input.family ?? file.name} has no active revision yet.`);
    return;
  }
  const { tags } = await connection.ecs.taskDefinitionWithTags(arn);
  const [before, after] = [await normalisedRevision(connection, arn), normalised(withTags(input, tags))];
  if (changesBetween(before, after).length === 0) {
    await context.ui.info(`${file.name} equals ${nameOfArn(arn)}.`);
    return;
  }
  await showForms(
    context,
    `${nameOfArn(arn)} ↔ ${file.name}`,
    { name: nameOfArn(arn), form: before },
    { name: file.name, form: after },
  );
}

async function compareService(
  context: CommandContext,
  { file, input }: Extract<PreparedFile, { kind: "service" }>,
  connection: Connection,
  node: ServiceNode | undefined,
): Promise<void> {
  const ref = node
    ? serviceRefOf(node)
    : { connection, cluster: input.cluster ?? "default", service: input.serviceName ?? "" };
  const service = await findService(ref);
  if (!service) {
    await context.ui.info(`There is no service ${ref.service} in ${nameOfArn(ref.cluster)} yet.`);
    return;
  }
  const { live, file: form } = await formsAt(ref, service, await withFullRevision(connection, input));
  if (changesBetween(live, form).length === 0) {
    await context.ui.info(`${ref.service} is as ${file.name} says.`);
    return;
  }
  await showForms(
    context,
    `${ref.service} ↔ ${file.name}`,
    { name: `${ref.service}-live`, form: live },
    { name: file.name, form },
  );
}
