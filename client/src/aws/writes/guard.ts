import type { ProtectionRules } from "./protection.ts";
import type { Resource } from "../../model/resource.ts";

/** What a command is about to write, in the words in which the user is asked. */
export interface WritePlan {
  /** A question that names the resource: "Deploy orders to live / orders". Account and region are added. */
  readonly question: string;
  /** The facts below the question, one a line. */
  readonly facts: readonly string[];
  /** The label of the button that goes on: a verb. */
  readonly action: string;
  /**
   * Everything that will be written to. The permit is good for nothing else, the question names them all, and
   * the settings' patterns apply to them.
   */
  readonly resources: readonly Resource[];
  /** Whether a name must be typed wherever it is, because the write cannot be undone. */
  readonly isDestructive?: boolean;
  /**
   * The words in which the user has just typed or chosen exactly this. Where they name account, region and
   * all resources, only a protected place asks once more.
   */
  readonly chosenIn?: string;
}

/** A plan as it is put to the user: question with account and region, and what to type. */
export interface WriteQuestion extends Pick<WritePlan, "question" | "facts" | "action"> {
  /** The name that must be typed before anything is written; never empty. */
  readonly typed?: string;
}

/** Stands at the door for writes: knows what is protected, asks the user and keeps the record. */
export interface WriteGuard {
  /** The user's settings, read each time anew. */
  rules(): ProtectionRules;
  /** False when the user declines. */
  confirm(question: WriteQuestion): Promise<boolean>;
  /** Hears of every write, when it has succeeded or failed. */
  audit(entry: AuditEntry): void;
}

export interface AuditEntry {
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  /** ARN of the user or role that wrote. */
  readonly identity: string;
  /** What was written to: `orders` for a family, `live / orders` for what is in a cluster. */
  readonly resource: string;
  /** What the call threw, if it failed. */
  readonly error?: unknown;
}
