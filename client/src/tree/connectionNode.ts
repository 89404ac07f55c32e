import { md, type Markdown } from "../../../shared/src/markdown.ts";
import { targetKey, targetLabel, type Target } from "../model/target.ts";
import type { Session } from "../account/session.ts";
import type { Sessions } from "../account/sessions.ts";
import { ClustersNode } from "./clustersNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";
import { TaskDefinitionsNode } from "./taskDefinitionsNode.ts";

/** A profile in a region. */
export class ConnectionNode implements TreeNode {
  readonly kind = "connection";
  readonly doing = "connect";
  readonly id: string;
  readonly target: Target;
  readonly #sessions: Sessions;

  constructor(target: Target, sessions: Sessions) {
    this.target = target;
    this.id = targetKey(target);
    this.#sessions = sessions;
  }

  row(): Row {
    const session = this.#sessions.known(this.target);
    const { account } = session?.identity ?? {};
    const alias = session?.alias;
    const words = account && (alias ? `${account} (${alias})` : account);
    const { profile, region, simulated } = this.target;
    const name = simulated
      ? `Simulated demo account in ${region}`
      : `Profile ${profile ?? "of the environment"} in ${region}`;
    return {
      label: targetLabel(this.target),
      ...(words ? { description: words } : {}),
      icon: { id: simulated ? "beaker" : "account" },
      flags: [simulated ? "simulated" : "real"],
      accessible: words ? `${name}, account ${words}` : name,
      expanded: true,
    };
  }

  /** Says why the row lacks the account's alias. */
  tooltip(): Markdown | undefined {
    const failure = this.#sessions.known(this.target)?.aliasFailure;
    return failure && md`${failure.message}`;
  }

  /** Asks who the credentials belong to: that shows at once whether they are any good. */
  async load({ show }: Asking): Promise<readonly TreeNode[]> {
    const session = await this.#sessions.open(this.target);
    if (session.identity) show(() => rowsOf(session));
    await session.identify();
    show(() => rowsOf(session));
    await session.findAlias();
    return rowsOf(session);
  }
}

const rowsOf = (session: Session): readonly TreeNode[] => [
  new ClustersNode(session),
  new TaskDefinitionsNode(session),
];
