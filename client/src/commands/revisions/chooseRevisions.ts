import type { Connection } from "../../aws/connection.ts";
import { familyResource } from "../../model/resource.ts";
import type { Ui } from "../../host/ui.ts";
import { familyAndRevision, nameOfArn } from "../../model/arn.ts";
import { counted } from "../../model/words.ts";
import { FamilyNode } from "../../tree/familyNode.ts";
import type { TreeNode } from "../../tree/node.ts";
import { RevisionNode } from "../../tree/revisionNode.ts";
import { chosenNodes } from "../choosing/chosenNodes.ts";

export interface ChosenRevision {
  readonly connection: Connection;
  readonly arn: string;
}

export interface Chosen {
  readonly revisions: readonly ChosenRevision[];
  /**
   * Words about selected ones that are left alone because they are in the other state; none when there are
   * none.
   */
  readonly left: readonly string[];
}

type Status = "ACTIVE" | "INACTIVE";

/**
 * The selected revisions, and those to choose of each selected family, of whatever connection.
 * @returns undefined when there are none, which the user is told, or when they give up
 */
export async function chooseRevisions(
  ui: Ui,
  node: TreeNode | undefined,
  selected: readonly TreeNode[],
  status: Status,
): Promise<Chosen | undefined> {
  const nodes = chosenNodes(node, selected);
  const families = nodes.filter((each) => each instanceof FamilyNode);
  for (const { connection, family } of families)
    await connection.writes.requireWritable([familyResource(family)]);
  const rows = await ofRows(
    nodes.filter((each) => each instanceof RevisionNode),
    status,
  );
  const revisions = [...rows.revisions];
  for (const family of families) {
    const chosen = await ofFamily(ui, family, status);
    if (!chosen) return undefined;
    revisions.push(...chosen);
  }
  if (revisions.length > 0) return { revisions, left: rows.left };
  if (rows.left.length > 0)
    await ui.warn(
      status === "ACTIVE"
        ? "Those are not active any more."
        : "Only inactive revisions can be deleted: deregister them first.",
    );
  return undefined;
}

async function ofRows(nodes: readonly RevisionNode[], status: Status): Promise<Chosen> {
  const fitting: ChosenRevision[] = [];
  const others: string[] = [];
  for (const connection of new Set(nodes.map((each) => each.connection))) {
    const own = nodes.filter((each) => each.connection === connection);
    for (const family of new Set(own.map(({ arn }) => familyAndRevision(arn).family))) {
      const known = new Set(await connection.ecs.revisions(family, status));
      for (const { arn, name } of own.filter((each) => familyAndRevision(each.arn).family === family))
        if (known.has(arn)) fitting.push({ connection, arn });
        else others.push(name);
    }
  }
  if (others.length === 0) return { revisions: fitting, left: [] };
  const state = status === "ACTIVE" ? "not active any more" : "still active";
  const left = `${others.join(", ")} ${others.length === 1 ? "is" : "are"} ${state} and left alone.`;
  return { revisions: fitting, left: [left] };
}

/** None when the family has none to choose, which the user is told; undefined when they give up. */
async function ofFamily(
  ui: Ui,
  { connection, family }: FamilyNode,
  status: Status,
): Promise<readonly ChosenRevision[] | undefined> {
  const revisions = await connection.ecs.revisions(family, status);
  if (revisions.length === 0) {
    await ui.info(
      status === "ACTIVE"
        ? `${family} has no active revision.`
        : `${family} has no inactive revision to delete.`,
    );
    return [];
  }
  const arns = await pickRevisions(ui, family, revisions, status);
  return arns?.map((arn) => ({ connection, arn }));
}

/** How many of the newest revisions are offered to be kept. */
const keeps = [3, 5, 10, 20, 50];

/** Old ones by how many to keep, or any by hand. Revisions come newest first. */
async function pickRevisions(
  ui: Ui,
  family: string,
  revisions: readonly string[],
  status: Status,
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
