import type { Service } from "../aws/types.ts";
import { summarize } from "../model/findings/summary.ts";
import { healthOf } from "../model/health.ts";
import type { Session } from "../account/session.ts";
import type { Row, TreeNode } from "./node.ts";

/** The row that says in a few words why a service is not steady, and opens the whole explanation. */
export class FindingNode implements TreeNode {
  readonly kind = "finding";
  readonly id = "finding";
  readonly session: Session;
  readonly service: Service;

  constructor(session: Session, service: Service) {
    this.session = session;
    this.service = service;
  }

  row(): Row {
    const question =
      healthOf(this.service, this.session.now()).state === "rolled-back"
        ? "Why was it rolled back?"
        : "Why is this not steady?";
    const words = summarize(this.service, this.session.stoppedOf(this.service), this.session.now());
    return {
      label: question,
      description: words,
      icon: { id: "lightbulb", color: "list.warningForeground" },
      accessible: `${question} ${words}. Press Enter for the whole explanation.`,
      click: "taskwright.explain",
    };
  }
}
