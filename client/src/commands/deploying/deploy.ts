import { ServiceNode } from "../../tree/serviceNode.ts";
import type { TreeNode } from "../../tree/node.ts";
import type { Command } from "../command.ts";
import { chosenNodes } from "../choosing/chosenNodes.ts";
import { deployServiceFile } from "./deployServiceFile.ts";
import { deployTaskDefinition } from "./deployTaskDefinition.ts";
import { deployToMany } from "./deployToMany.ts";
import { pickServiceRefs } from "../choosing/pickService.ts";
import { serviceRefOf, requireWritable } from "../choosing/serviceRef.ts";
import { fillFile, inspectFile } from "./preparedFile.ts";

export const deploy: Command<ServiceNode> = {
  id: "taskwright.deploy",
  title: "Deploy…",
  needsTrust: true,
  icon: "rocket",
  on: ["service"],
  groups: ["1_deploy@1", "inline@1"],
  editorContext: "ecs@2",
  editorTitle: "navigation@1",
  async run(context, node, selected, file) {
    const chosen =
      node &&
      chosenNodes<TreeNode>(node, selected)
        .filter((each) => each instanceof ServiceNode)
        .map(serviceRefOf);
    for (const ref of chosen ?? []) await requireWritable(ref);
    const inspected = await inspectFile(context, file);
    if (!inspected) return;
    if (inspected.kind === "service")
      return deployServiceFile(context, inspected, node && serviceRefOf(node));
    const refs = chosen ?? (await pickServiceRefs(context, inspected.file));
    for (const ref of refs) await requireWritable(ref);
    const [ref, ...others] = refs;
    if (!ref) return;
    const prepared = await fillFile(context, inspected);
    if (prepared?.kind !== "task-definition") return;
    if (others.length > 0) await deployToMany(context, prepared, refs);
    else await deployTaskDefinition(context, prepared, ref);
  },
};
