/** One precondition of ECS Exec. */
export interface Check {
  readonly state: "met" | "missing" | "unknown";
  readonly words: string;
}
