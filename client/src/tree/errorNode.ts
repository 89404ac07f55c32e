import { type Markdown, md } from "../../../shared/src/markdown.ts";
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
    const { kind, what, reason, message } = this.failure;
    const [click, action] =
      kind === "expired" ? ["taskwright.signIn", "sign in"] : ["taskwright.retry", "retry"];
    return {
      label: what,
      description: reason,
      icon: { id: "warning", color: "list.warningForeground" },
      flags: kind === "expired" ? [kind, "signs-in"] : [kind],
      accessible: `${message} Press Enter to ${action}.`,
      click,
    };
  }

  /** The whole sentence, which a row has no room for. */
  tooltip(): Markdown {
    return md`${this.failure.message}`;
  }
}
