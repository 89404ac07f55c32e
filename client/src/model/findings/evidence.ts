import type { Service, TargetHealthDescription, Task } from "../../aws/types.ts";

/** What was found out about a service that is not steady. */
export interface Evidence {
  readonly service: Service;
  /** Newest first. */
  readonly stopped: readonly Task[];
  readonly targets: readonly TargetState[];
  readonly logs: readonly LogTail[];
  /** What could not be found out, and why. */
  readonly missing: readonly string[];
  /** When it was gathered, in milliseconds since 1970. */
  readonly at: number;
}

export interface TargetState {
  readonly group: string;
  readonly health: TargetHealthDescription;
}

/** The last lines that a container of a stopped task wrote. */
export interface LogTail {
  readonly task: string;
  readonly container: string;
  readonly lines: readonly LogLine[];
}

export interface LogLine {
  readonly time: Date;
  readonly text: string;
}
