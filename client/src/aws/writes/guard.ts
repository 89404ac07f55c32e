import type { ProtectionRules } from "./protection.ts";

/** What a command is about to write, in the words in which the person is asked. */
export interface WritePlan {
  /** A question that names the resource: "Deploy orders to live / orders". Account and region are added. */
  readonly question: string;
  /** The facts below the question, one a line. */
  readonly facts: readonly string[];
  /** The label of the button that goes on: a verb. */
  readonly action: string;
  /** Names of what is written to, outermost first: a cluster, a service. The settings' patterns apply to them. */
  readonly names: readonly string[];
  /** Whether the last name must be typed wherever it is, because the write cannot be undone. */
  readonly isDestructive?: boolean;
  /** Whether the person has just typed or chosen exactly this, so that only a protected place asks once more. */
  readonly isChosen?: boolean;
}

/** A plan as it is put to the person: question with account and region, and what to type. */
export interface WriteQuestion extends Pick<WritePlan, "question" | "facts" | "action"> {
  /** The name that must be typed before anything is written. */
  readonly typed?: string;
}

/** Stands at the door for writes: knows what is protected, asks the person and keeps the record. */
export interface WriteGuard {
  /** The person's settings, read each time anew. */
  rules(): ProtectionRules;
  /** False when the person declines. */
  confirm(question: WriteQuestion): Promise<boolean>;
  /** Hears of every write, when it has succeeded or failed. */
  audit(entry: AuditEntry): void;
}

export interface AuditEntry {
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  /** What was written to: a family, the name of a service. */
  readonly resource: string;
  /** What the call threw, if it failed. */
  readonly error?: unknown;
}
