import { ServiceNode } from "../../tree/serviceNode.ts";
import type { TreeNode } from "../../tree/node.ts";
import type { Command } from "../command.ts";
import { chosenNodes } from "../choosing/chosenNodes.ts";
import { deployServiceFile } from "./deployServiceFile.ts";
import { deployTaskDefinition } from "./deployTaskDefinition.ts";
import { deployToMany } from "./deployToMany.ts";
import { pickPlacesFor } from "../choosing/pickService.ts";
import { placeOf, requireWritable } from "../choosing/serviceRef.ts";
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
        .map(placeOf);
    for (const place of chosen ?? []) await requireWritable(place);
    const inspected = await inspectFile(context, file);
    if (!inspected) return;
    if (inspected.kind === "service") return deployServiceFile(context, inspected, node && placeOf(node));
    const places = chosen ?? (await pickPlacesFor(context, inspected.file));
    for (const place of places) await requireWritable(place);
    const [place, ...others] = places;
    if (!place) return;
    const prepared = await fillFile(context, inspected);
    if (prepared?.kind !== "task-definition") return;
    if (others.length > 0) await deployToMany(context, prepared, places);
    else await deployTaskDefinition(context, prepared, place);
  },
};
