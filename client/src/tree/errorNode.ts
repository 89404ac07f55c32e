import type { Failure } from "../model/failure.ts";
import type { Row, TreeNode } from "./node.ts";

/** A row that says why something cannot be shown; a click tries again, or signs in. */
export class ErrorNode implements TreeNode {
  readonly kind = "error";
  readonly id = "error";
  readonly failure: Failure;

  constructor(failure: Failure) {
    this.failure = failure;
  }

  row(): Row {
    const { message, kind } = this.failure;
    const [click, action] = kind === "expired" ? ["taskwright.signIn", "sign in"] : ["taskwright.retry", "retry"];
    return {
      label: message,
      icon: { id: "warning", color: "list.warningForeground" },
      flags: kind === "expired" ? [kind, "signs-in"] : [kind],
      accessible: `${message} Press Enter to ${action}.`,
      click,
    };
  }
}
