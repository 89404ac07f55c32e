import type { Permit } from "../../aws/writes/permit.ts";
import { revisionResource } from "../../model/resource.ts";
import { nameOfArn } from "../../model/arn.ts";
import { counted } from "../../model/words.ts";
import type { TreeNode } from "../../tree/node.ts";
import type { Command, CommandContext } from "../command.ts";
import { groupsOf, requireAllWritable, writeGroups } from "../writing/groups.ts";
import { writeEach, type EachWords, type Item } from "../writing/writeEach.ts";
import { chooseRevisions, type ChosenRevision } from "./chooseRevisions.ts";
import { revisionsInUse } from "./revisionsInUse.ts";

/** The most that DeleteTaskDefinitions takes. */
const perCall = 10;

/** Deregisters the chosen revisions, or old ones of a family; those in use are left out. */
export const deregister: Command = {
  id: "taskwright.deregister",
  title: "Deregister…",
  needsTrust: true,
  on: ["revision", "family"],
  groups: ["8_delete@1"],
  palette: "never",
  run: (context, node, selected) =>
    remove(context, node, selected, {
      status: "ACTIVE",
      question: (what) => `Deregister ${what}`,
      facts: [
        "They can no longer be deployed or run, but still be looked at. Schedules of EventBridge are not looked through: one that runs such a revision would fail.",
      ],
      action: "Deregister",
      isDestructive: false,
      words: (what) => ({ title: `Deregistering ${what}`, noun: "revision", done: "deregistered" }),
      items: (permit, arns) =>
        arns.map((arn) => ({
          names: [nameOfArn(arn)],
          write: () => permit.deregisterTaskDefinition(arn),
        })),
    }),
};

/** Deletes revisions for good: they must be inactive, and not be in use. */
export const deleteRevisions: Command = {
  id: "taskwright.deleteRevisions",
  title: "Delete Revisions…",
  needsTrust: true,
  on: ["revision", "family"],
  groups: ["8_delete@2"],
  palette: "never",
  run: (context, node, selected) =>
    remove(context, node, selected, {
      status: "INACTIVE",
      question: (what) => `Delete ${what} for good`,
      facts: ["This cannot be undone."],
      action: "Delete",
      isDestructive: true,
      words: (what) => ({ title: `Deleting ${what}`, noun: "revision", done: "deleted" }),
      items: (permit, arns) =>
        batches(arns, perCall).map((batch) => ({
          names: batch.map(nameOfArn),
          write: () => permit.deleteTaskDefinitions(batch),
        })),
    }),
};

interface Removal {
  /** Of the revisions that can be removed so. */
  readonly status: "ACTIVE" | "INACTIVE";
  readonly question: (what: string) => string;
  readonly facts: readonly string[];
  readonly action: string;
  readonly isDestructive: boolean;
  readonly words: (what: string) => EachWords;
  readonly items: (permit: Permit, arns: readonly string[]) => readonly Item[];
}

async function remove(
  context: CommandContext,
  node: TreeNode | undefined,
  selected: readonly TreeNode[],
  removal: Removal,
): Promise<void> {
  const { ui, explorer } = context;
  const chosen = await chooseRevisions(ui, node, selected, removal.status);
  if (!chosen) return;
  const all = groupsOf(chosen.revisions, () => "");
  await requireAllWritable(all, ({ nodes }) => nodes.map(({ arn }) => revisionResource(arn)));
  const removable = await withoutUsed(context, chosen.revisions);
  if (!removable) return;
  const left = [...chosen.left, ...removable.left];
  await writeGroups(
    groupsOf(removable.unused, () => ""),
    {
      ui,
      plan: ({ nodes }) => {
        const arns = nodes.map(({ arn }) => arn);
        return {
          question: removal.question(what(arns)),
          facts: [...removal.facts, ...listed(arns), ...left],
          action: removal.action,
          resources: arns.map(revisionResource),
          isDestructive: removal.isDestructive,
        };
      },
      async write(permit, { nodes }) {
        const arns = nodes.map(({ arn }) => arn);
        const isDone = await writeEach(ui, removal.words(what(arns)), removal.items(permit, arns));
        void explorer.refresh();
        return isDone;
      },
    },
  );
}

interface Removable {
  readonly unused: readonly ChosenRevision[];
  /** Words about those that are left alone because they are in use; none when there are none. */
  readonly left: readonly string[];
}

/**
 * Leaves out what a service or task uses; undefined when nothing is left, which the user is told, or on
 * Cancel.
 */
async function withoutUsed(
  { ui }: CommandContext,
  revisions: readonly ChosenRevision[],
): Promise<Removable | undefined> {
  const connections = [...new Set(revisions.map(({ connection }) => connection))];
  const used = await ui.progress("Looking for what is in use", async (_progress, signal) => {
    const found = await Promise.all(
      connections.map((connection) => revisionsInUse(connection, signal)),
    ).catch((error: unknown) => {
      if (signal.aborted) return undefined;
      throw error;
    });
    return found && new Set(found.flatMap((arns) => [...arns]));
  });
  if (!used) return undefined;
  const inUse = revisions.filter(({ arn }) => used.has(arn));
  const names = inUse.map(({ arn }) => nameOfArn(arn)).join(", ");
  const left =
    inUse.length === 0 ? [] : [`${names} ${inUse.length === 1 ? "is" : "are"} in use and left alone.`];
  if (inUse.length < revisions.length) return { unused: revisions.filter(({ arn }) => !used.has(arn)), left };
  await ui.warn(left.join(" "));
  return undefined;
}

const what = (arns: readonly string[]): string =>
  arns.length === 1 ? nameOfArn(arns[0] ?? "") : counted(arns.length, "revision");
const listed = (arns: readonly string[]): readonly string[] =>
  arns.length > 1 ? [arns.map(nameOfArn).join(", ")] : [];

function batches<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_each, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
