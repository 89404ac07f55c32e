import type { Connection } from "../aws/connection.ts";
import type { Tag } from "../aws/types.ts";
import {
  clusterResource,
  instanceResource,
  revisionResource,
  spokenNames,
  type Resource,
} from "../model/resource.ts";
import { nameOfArn } from "../model/arn.ts";
import { changeWords } from "../model/changes.ts";
import { ownTags, tagChanges } from "../model/tagChanges.ts";
import { ContainerInstanceNode } from "../tree/containerInstanceNode.ts";
import type { TreeNode } from "../tree/node.ts";
import { RevisionNode } from "../tree/revisionNode.ts";
import { ServiceNode } from "../tree/serviceNode.ts";
import type { Ui } from "../host/ui.ts";
import { serviceRefOf, serviceRefResource } from "./choosing/serviceRef.ts";
import type { Command } from "./command.ts";

/** A row of a resource that ECS keeps tags of. */
interface TaggedNode extends TreeNode {
  readonly arn: string;
  readonly connection: Connection;
}

/** Adds a tag to a resource, or changes or removes one. */
export const editTags: Command<TaggedNode> = {
  id: "taskwright.editTags",
  title: "Edit Tags…",
  needsTrust: true,
  on: ["cluster", "service", "revision", "container-instance"],
  groups: ["2_change@9"],
  palette: "never",
  async run({ ui }, node) {
    if (!node) return;
    const { arn, connection } = node;
    const name = node.name ?? nameOfArn(arn);
    const live = ownTags(await connection.ecs.tags(arn));
    const edited = await askEdit(ui, name, live);
    if (!edited) return;
    const { changes, set, removed } = tagChanges(live, edited);
    if (changes.length === 0) return;
    const resource = resourceOf(node);
    const permit = await connection.writes.ask({
      question: `Change the tags of ${spokenNames(resource).join(" / ")}`,
      facts: changes.map((change) => `${changeWords(change)}.`),
      action: "Change",
      resources: [resource],
    });
    if (!permit) return;
    if (set.length > 0) await permit.tagResource(arn, set);
    if (removed.length > 0) await permit.untagResource(arn, removed);
    await ui.info(`The tags of ${name} were changed.`);
  },
};

function resourceOf(node: TaggedNode): Resource {
  const { arn, name = nameOfArn(arn) } = node;
  if (node instanceof ServiceNode) return serviceRefResource(serviceRefOf(node));
  if (node instanceof ContainerInstanceNode) return instanceResource(node.cluster, arn, name);
  return node instanceof RevisionNode ? revisionResource(arn) : clusterResource(arn);
}

type Edit = (ui: Ui, tags: readonly Tag[]) => Promise<readonly Tag[] | undefined>;

/** The tags as they shall be; undefined when the user declines. */
async function askEdit(ui: Ui, name: string, tags: readonly Tag[]): Promise<readonly Tag[] | undefined> {
  const edit = await ui.pick<Edit>(`Tags of ${name}`, [
    ...tags.map((tag) => ({ label: tag.key ?? "", description: tag.value ?? "", value: editOf(tag) })),
    { label: "Add a Tag…", value: add },
  ]);
  return edit?.(ui, tags);
}

const add: Edit = async (ui, tags) => {
  const key = await ui.input({ title: "Add a tag", prompt: "Key", validate: notAKey });
  return key === undefined ? undefined : withValue(ui, tags, { key });
};

function editOf(tag: Tag): Edit {
  return async (ui, tags) => {
    const doing = await ui.pick(`Tag ${tag.key}`, [
      { label: "Change the Value…", value: "change" },
      { label: "Remove", value: "remove" },
    ]);
    if (doing === undefined) return undefined;
    return doing === "remove" ? tags.filter(({ key }) => key !== tag.key) : withValue(ui, tags, tag);
  };
}

async function withValue(
  ui: Ui,
  tags: readonly Tag[],
  { key, value: before = "" }: Tag,
): Promise<readonly Tag[] | undefined> {
  const value = await ui.input({
    title: `Tag ${key}`,
    prompt: "Value, which may be empty",
    value: before,
    validate: notAValue,
  });
  return value === undefined ? undefined : [...tags.filter((each) => each.key !== key), { key, value }];
}

/** The lengths that tags may have: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html */
const notAKey = (text: string): string | undefined => {
  if (/^aws:/i.test(text)) return "Keys that begin with aws: are for AWS.";
  return text.length >= 1 && text.length <= 128 ? undefined : "Type 1 to 128 characters.";
};
const notAValue = (text: string): string | undefined =>
  text.length <= 256 ? undefined : "Type at most 256 characters.";
