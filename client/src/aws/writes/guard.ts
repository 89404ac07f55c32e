/** What a command is about to write, in the words in which the person is asked. */
export interface WritePlan {
  /** A question that names the resource: "Deploy orders to live / orders". Account and region are added. */
  readonly question: string;
  /** The facts below the question, one a line. */
  readonly facts: readonly string[];
  /** The label of the button that goes on: a verb. */
  readonly action: string;
}

/** Stands at the door for writes: asks the person and keeps the record. */
export interface WriteGuard {
  /** False when the person declines. */
  confirm(plan: WritePlan): Promise<boolean>;
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
