import type { Connection } from "../../aws/connection.ts";
import type { Permit } from "../../aws/writes/permit.ts";
import type { WritePlan } from "../../aws/writes/guard.ts";
import type { Ui } from "../../host/ui.ts";

/** Rows of one connection and one cluster: what one question is about. */
export interface Group<N> {
  readonly connection: Connection;
  /** ARN; "" for what is in none. */
  readonly cluster: string;
  readonly nodes: readonly N[];
}

interface GroupedNode {
  readonly arn: string;
  readonly connection: Connection;
}

/** The rows by connection and cluster, each resource once. */
export function groupsOf<N extends GroupedNode>(
  nodes: readonly N[],
  clusterOf: (node: N) => string,
): readonly Group<N>[] {
  const groups: Group<N>[] = [];
  for (const node of nodes) {
    const { connection } = node;
    const cluster = clusterOf(node);
    const index = groups.findIndex((each) => each.connection === connection && each.cluster === cluster);
    const group = groups[index] ?? { connection, cluster, nodes: [] };
    if (group.nodes.some(({ arn }) => arn === node.arn)) continue;
    groups.splice(index < 0 ? groups.length : index, 1, { ...group, nodes: [...group.nodes, node] });
  }
  return groups;
}

/** How a command writes to a group. */
export interface GroupWrite<N> {
  readonly ui: Ui;
  readonly plan: (group: Group<N>) => WritePlan;
  /** False when not everything was done, so that no other group is asked about. */
  readonly write: (permit: Permit, group: Group<N>) => Promise<boolean>;
}

/** @throws ReadOnlyError where the settings forbid to write to one of the groups, before anything is asked */
export async function requireAllWritable<N>(
  groups: readonly Group<N>[],
  resources: (group: Group<N>) => WritePlan["resources"],
): Promise<void> {
  for (const group of groups) await group.connection.writes.requireWritable(resources(group));
}

/**
 * Asks about one group after the other and writes to it. The first that is declined ends it, which is told.
 */
export async function writeGroups<N>(
  groups: readonly Group<N>[],
  { ui, plan, write }: GroupWrite<N>,
): Promise<void> {
  for (const [index, group] of groups.entries()) {
    const permit = await group.connection.writes.ask(plan(group));
    if (permit && (await write(permit, group))) continue;
    if (groups.length > 1) await reportLeft(ui, groups.slice(permit ? index + 1 : index), plan);
    return;
  }
}

async function reportLeft<N>(ui: Ui, left: readonly Group<N>[], plan: GroupWrite<N>["plan"]): Promise<void> {
  if (left.length === 0) return;
  const questions = left.map(
    async (group) => `${plan(group).question} in ${await group.connection.writes.where()}`,
  );
  await ui.info(`Not done: ${(await Promise.all(questions)).join("; ")}.`);
}
