import type { Session } from "../account/session.ts";
import { FamilyNode } from "./familyNode.ts";
import { InactiveFamiliesNode } from "./inactiveFamiliesNode.ts";
import { MessageNode } from "./messageNode.ts";
import { MoreNode } from "./moreNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";

/** How many more rows the user gets at a time: one page of families. */
const step = 100;

/** The families of task definitions, which ECS lists by name. */
export class TaskDefinitionsNode implements TreeNode {
  readonly kind = "task-definitions";
  readonly id = "task-definitions";
  readonly doing = "list task definitions";
  readonly isFiltered = true;
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  row(): Row {
    const { filter } = this.#session.view;
    const words = filter && `named “${filter}”`;
    return {
      label: "Task definitions",
      ...(words ? { description: words } : {}),
      icon: { id: "file-code" },
      accessible: words ? `Task definitions, ${words}` : "Task definitions",
    };
  }

  below(): readonly TreeNode[] | undefined {
    const { families, view } = this.#session;
    if (!families.items) return undefined;
    const admitted = families.items.filter((family) => view.admits(family));
    const rows: TreeNode[] = admitted.map((family) => new FamilyNode(this.#session, family));
    if (families.isPartial)
      return [
        ...rows,
        new MoreNode(
          `${families.items.length} families so far. Show more`,
          () => void (this.#session.familyLimit += step),
        ),
      ];
    if (rows.length === 0)
      rows.push(
        new MessageNode(view.filter ? `No family is named “${view.filter}”.` : "No task definitions."),
      );
    return [...rows, new InactiveFamiliesNode(this.#session)];
  }

  async load({ signal, reason, show }: Asking): Promise<readonly TreeNode[]> {
    const { families, view } = this.#session;
    if (reason === "open" && families.items) await families.again(signal);
    while (families.isPartial && (families.items?.length ?? 0) < this.#session.familyLimit)
      await families.more(signal);
    if (view.filter) await families.all(signal, () => show(() => this.below() ?? []));
    return this.below() ?? [];
  }
}
