import { targetLabel, type Target } from "../model/target.ts";
import type { Row, TreeNode } from "./node.ts";

/** The row of a demo account whose program has stopped by itself; a click starts it anew. */
export class StoppedDemoNode implements TreeNode {
  readonly kind = "connection";
  readonly id = "stopped-demo";
  readonly target: Target;

  constructor(target: Target) {
    this.target = target;
  }

  row(): Row {
    const label = targetLabel(this.target);
    return {
      label,
      description: "has stopped · click to start it anew",
      icon: { id: "warning", color: "list.warningForeground" },
      flags: ["simulated"],
      accessible: `${label} has stopped. Press Enter to start it anew.`,
      click: "taskwright.openDemoAccount",
    };
  }
}
