import { healthStates } from "../model/health.ts";
import { counted } from "../model/words.ts";
import type { ServiceBoard } from "../account/serviceBoard.ts";
import type { Session } from "../account/session.ts";
import { MessageNode } from "./messageNode.ts";
import { MoreNode } from "./moreNode.ts";
import type { Asking, Row, TreeNode } from "./node.ts";
import { ServiceNode } from "./serviceNode.ts";

/** The services of a cluster, as far as they were asked for: a cluster may have thousands. */
export class ServicesNode implements TreeNode {
  readonly kind = "services";
  readonly id = "services";
  readonly doing = "list services";
  readonly pace = "live";
  readonly isFiltered = true;
  readonly #session: Session;
  readonly #cluster: string;
  readonly #count: number;
  readonly #board: ServiceBoard;

  /** @param count how many services DescribeClusters counted */
  constructor(session: Session, cluster: string, count: number) {
    this.#session = session;
    this.#cluster = cluster;
    this.#count = count;
    this.#board = session.services(cluster);
  }

  row(): Row {
    const { words } = this.#session.view;
    return {
      label: "Services",
      ...(words ? { description: words } : {}),
      icon: { id: "layers" },
      accessible: words ? `Services, ${words}` : "Services",
    };
  }

  below(): readonly TreeNode[] | undefined {
    if (!this.#board.names.items) return undefined;
    const candidates = this.#candidates();
    const rows = this.#arranged(candidates).map((arn) => new ServiceNode(this.#session, this.#cluster, arn));
    if (this.#board.hasMore(this.#admits)) return [...rows, this.#more(candidates.length)];
    if (rows.length > 0) return rows;
    const { words } = this.#session.view;
    return [new MessageNode(words ? `No service here is ${words}.` : "No services in this cluster.")];
  }

  async load(asking: Asking): Promise<readonly TreeNode[]> {
    const { signal, reason, isExpanded } = asking;
    if (reason === "tick") await this.#board.refresh(this.#candidates(), isExpanded, signal);
    else await this.#ask(asking, () => asking.show(() => this.below() ?? []));
    return this.below() ?? [];
  }

  async #ask({ signal, reason }: Asking, show: () => void): Promise<void> {
    const { names } = this.#board;
    if (reason === "open" && names.items) await names.again(signal);
    await this.#board.list(signal);
    if (this.#session.view.filter) await names.all(signal, show);
    if (reason === "open") await this.#board.describe(this.#candidates(), signal, show);
    else await this.#board.describeNew(this.#candidates(), signal, show);
  }

  readonly #admits = (name: string): boolean => this.#session.view.admits(name);

  /** The services that may be shown: those whose name is admitted, at most as many as the user asked for. */
  #candidates(): readonly string[] {
    return this.#board.first(this.#admits);
  }

  #arranged(arns: readonly string[]): readonly string[] {
    const { sort, unhealthyOnly } = this.#session.view;
    // ECS describes a deleted service for a while after it has gone from the list.
    const present = arns.filter((arn) => this.#board.service(arn)?.status !== "INACTIVE");
    const shown = unhealthyOnly
      ? present.filter((arn) => this.#rank(arn) < healthStates.indexOf("inactive"))
      : present;
    return sort === "state" ? shown.toSorted((a, b) => this.#rank(a) - this.#rank(b)) : shown;
  }

  /** 0 is worst; a service that was not described yet comes last. */
  #rank(arn: string): number {
    const health = this.#board.health(arn);
    return health ? healthStates.indexOf(health.state) : healthStates.length;
  }

  #more(shown: number): MoreNode {
    const { words } = this.#session.view;
    const looked = words
      ? `Looked at ${shown} of ${counted(this.#count, "service")}.`
      : `${shown} of ${counted(this.#count, "service")}.`;
    return new MoreNode(`${looked} Show more`, () => this.#board.raiseLimit());
  }
}
