import { apiText } from "../model/apiText.ts";
import type { NodeKind } from "../tree/kinds.ts";
import type { TreeNode } from "../tree/node.ts";
import type { Command, CommandContext } from "./command.ts";

const kinds: readonly NodeKind[] = [
  "cluster",
  "service",
  "task",
  "container",
  "revision",
  "container-instance",
];

/** Shows the resource as DescribeX gives it, with the values of environment variables hidden. */
export const describe: Command = {
  id: "taskwright.describe",
  title: "Describe",
  icon: "json",
  on: kinds,
  groups: ["7_open@3"],
  palette: "never",
  run: (context, node) => show(context, node, { masked: true }),
};

export const describeWithValues: Command = {
  id: "taskwright.describeWithValues",
  title: "Describe with Environment Values",
  on: ["service", "task", "revision"],
  groups: ["7_open@4"],
  palette: "never",
  run: (context, node) => show(context, node, { masked: false }),
};

async function show(
  { ui }: CommandContext,
  node: TreeNode | undefined,
  options: { readonly masked: boolean },
): Promise<void> {
  if (!node?.describe) return;
  const found = await node.describe(new AbortController().signal);
  const name = (node.name ?? node.row().label).replaceAll(":", "-");
  await ui.showDocument({
    name: `${node.kind}/${name}.json`,
    language: "json",
    text: apiText(found, options),
  });
}
