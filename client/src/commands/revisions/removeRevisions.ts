import type { Connection } from "../../aws/connection.ts";
import { nameOfArn } from "../../model/arn.ts";
import { counted } from "../../model/words.ts";
import { FamilyNode } from "../../tree/familyNode.ts";
import type { TreeNode } from "../../tree/node.ts";
import { RevisionNode } from "../../tree/revisionNode.ts";
import { chosenNodes } from "../choosing/chosenNodes.ts";
import type { Ui } from "../../host/ui.ts";
import type { Command, CommandContext } from "../command.ts";
import { revisionsInUse } from "./revisionsInUse.ts";

/** The most that DeleteTaskDefinitions takes. */
const perCall = 10;

/** Deregisters the chosen revisions, or old ones of a family; those in use are left out. */
export const deregister: Command = {
  id: "taskwright.deregister",
  title: "Deregister…",
  on: ["revision", "family"],
  groups: ["8_delete@1"],
  palette: "never",
  async run(context, node, selected) {
    const chosen = await choose(context, node, selected, "ACTIVE");
    if (!chosen) return;
    const { connection, arns, family } = chosen;
    const removable = await withoutUsed(context, connection, arns);
    if (!removable) return;
    const { unused, kept } = removable;
    const permit = await connection.writes.ask({
      question: `Deregister ${words(unused)}`,
      facts: [
        "They can no longer be deployed or run, but still be looked at. Schedules of EventBridge are not looked through: one that runs such a revision would fail.",
        ...listed(unused),
        ...kept,
      ],
      action: "Deregister",
      names: [family],
    });
    if (!permit) return;
    await context.ui.progress(`Deregistering ${words(unused)}`, async (progress, signal) => {
      for (const arn of unused) {
        signal.throwIfAborted();
        progress.report(nameOfArn(arn));
        await permit.deregisterTaskDefinition(arn);
      }
    });
    void context.explorer.refresh();
  },
};

/** Deletes revisions for good: they must be inactive, and not be in use. */
export const deleteRevisions: Command = {
  id: "taskwright.deleteRevisions",
  title: "Delete Revisions…",
  on: ["revision", "family"],
  groups: ["8_delete@2"],
  palette: "never",
  async run(context, node, selected) {
    const chosen = await choose(context, node, selected, "INACTIVE");
    if (!chosen) return;
    const { connection, arns, family } = chosen;
    const removable = await withoutUsed(context, connection, arns);
    if (!removable) return;
    const { unused, kept } = removable;
    const permit = await connection.writes.ask({
      question: `Delete ${words(unused)} for good`,
      facts: ["This cannot be undone.", ...listed(unused), ...kept],
      action: "Delete",
      names: [family],
      isDestructive: true,
    });
    if (!permit) return;
    await context.ui.progress(`Deleting ${words(unused)}`, async (_progress, signal) => {
      for (let from = 0; from < unused.length; from += perCall) {
        signal.throwIfAborted();
        await permit.deleteTaskDefinitions(unused.slice(from, from + perCall));
      }
    });
    void context.explorer.refresh();
  },
};

interface Chosen {
  readonly connection: Connection;
  readonly family: string;
  readonly arns: readonly string[];
}

async function choose(
  { ui }: CommandContext,
  node: TreeNode | undefined,
  selected: readonly TreeNode[],
  status: "ACTIVE" | "INACTIVE",
): Promise<Chosen | undefined> {
  if (node instanceof RevisionNode) {
    const arns = chosenNodes<TreeNode>(node, selected).flatMap((each) =>
      each instanceof RevisionNode ? [each.arn] : [],
    );
    const all = new Set(await node.connection.ecs.revisions(familyOf(node.arn), status));
    const fitting = arns.filter((arn) => all.has(arn));
    if (fitting.length === 0)
      await ui.warn(
        status === "ACTIVE"
          ? "Those are not active any more."
          : "Only inactive revisions can be deleted: deregister them first.",
      );
    return fitting.length === 0
      ? undefined
      : { connection: node.connection, family: familyOf(node.arn), arns: fitting };
  }
  if (!(node instanceof FamilyNode)) return undefined;
  const { connection, family } = node;
  const revisions = await connection.ecs.revisions(family, status);
  if (revisions.length === 0) {
    await ui.info(
      status === "ACTIVE"
        ? `${family} has no active revision.`
        : `${family} has no inactive revision to delete.`,
    );
    return undefined;
  }
  const arns = await pickRevisions(ui, family, revisions, status);
  return arns === undefined || arns.length === 0 ? undefined : { connection, family, arns };
}

/** How many of the newest revisions are offered to be kept. */
const keeps = [3, 5, 10, 20, 50];

/** Old ones by how many to keep, or any by hand. Revisions come newest first. */
async function pickRevisions(
  ui: Ui,
  family: string,
  revisions: readonly string[],
  status: "ACTIVE" | "INACTIVE",
): Promise<readonly string[] | undefined> {
  const title = `${status === "ACTIVE" ? "Deregister" : "Delete"} revisions of ${family}`;
  const byHand = { label: "Choose revisions…", value: 0 };
  const olds = keeps
    .filter((count) => count < revisions.length)
    .map((count) => ({
      label: `Keep the newest ${count}`,
      description: `${counted(revisions.length - count, "older revision")}`,
      value: count,
    }));
  const keep = olds.length === 0 ? 0 : await ui.pick(title, [byHand, ...olds]);
  if (keep === undefined || keep > 0) return keep === undefined ? undefined : revisions.slice(keep);
  return ui.pickMany(
    `${title}, newest first`,
    revisions.map((arn) => ({ label: nameOfArn(arn), value: arn })),
  );
}

interface Removable {
  readonly unused: readonly string[];
  /** Words about those that are left alone because they are in use; none when there are none. */
  readonly kept: readonly string[];
}

/** Leaves out what a service or task uses; undefined when nothing is left, which the person is told. */
async function withoutUsed(
  { ui }: CommandContext,
  connection: Connection,
  arns: readonly string[],
): Promise<Removable | undefined> {
  const used = await ui.progress("Looking for what is in use", () => revisionsInUse(connection));
  const inUse = arns.filter((arn) => used.has(arn));
  const kept =
    inUse.length === 0
      ? []
      : [`${inUse.map(nameOfArn).join(", ")} ${inUse.length === 1 ? "is" : "are"} in use and left alone.`];
  if (inUse.length < arns.length) return { unused: arns.filter((arn) => !used.has(arn)), kept };
  await ui.warn(kept.join(" "));
  return undefined;
}

const familyOf = (arn: string): string => nameOfArn(arn).split(":")[0] ?? "";
const words = (arns: readonly string[]): string =>
  arns.length === 1 ? nameOfArn(arns[0] ?? "") : counted(arns.length, "revision");
const listed = (arns: readonly string[]): readonly string[] =>
  arns.length > 1 ? [arns.map(nameOfArn).join(", ")] : [];
