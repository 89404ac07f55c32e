import type { Service, ServiceEvent } from "../aws/types.ts";
import { shortEvent } from "../model/events.ts";
import { ago, exactly } from "../model/time.ts";
import { factSheet } from "../model/markdown.ts";
import { Heading } from "./heading.ts";
import { MessageNode } from "./messageNode.ts";
import type { Row, TreeNode } from "./node.ts";
import { RowNode } from "./rowNode.ts";

/** What a service did, newest first, as DescribeServices tells it. */
export class EventsNode extends Heading<Service> {
  readonly kind = "events";

  row(): Row {
    const newest = this.owner.events?.[0];
    const words = newest ? this.#words(newest) : "none";
    return {
      label: "Events",
      description: words,
      icon: { id: "list-unordered" },
      accessible: `Events, ${words}`,
    };
  }

  below(): readonly TreeNode[] {
    const events = this.owner.events ?? [];
    if (events.length === 0) return [new MessageNode("No events.")];
    return events.map((event) => {
      const label = shortEvent(event.message ?? "");
      const age = ago(event.createdAt, this.session.now());
      return new RowNode({
        kind: "event",
        id: event.id ?? label,
        label,
        description: age,
        tooltip: factSheet(exactly(event.createdAt), [["Event", event.message]]),
        accessible: `${age}: ${label}`,
      });
    });
  }

  #words(event: ServiceEvent): string {
    return `${ago(event.createdAt, this.session.now())}: ${shortEvent(event.message ?? "")}`;
  }
}
