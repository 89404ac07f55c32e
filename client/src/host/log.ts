import type { CallObserver } from "../aws/calls.ts";
import type { WriteGuard } from "../aws/writes/guard.ts";
import { isWithoutAnswer } from "../model/failure.ts";

/** What the extension writes to its output channel; VS Code's LogOutputChannel in the product. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Writes each AWS call to the log: name, time and error, never its input or output. */
export function logCalls(log: Log): Pick<CallObserver, "finished"> {
  return {
    finished(operation, milliseconds, error) {
      const time = `${Math.round(milliseconds)} ms`;
      if (error === undefined) log.debug(`${operation}: ${time}`);
      else log.warn(`${operation}: failed after ${time}: ${errorText(error)}`);
    },
  };
}

/**
 * Records what was written to AWS: operation, resource, account, region and by whom, never the input.
 * @param keep keeps a line beyond VS Code's logs
 */
export function auditWrites(log: Log, keep: (line: string) => void = () => undefined): WriteGuard["audit"] {
  return ({ operation, resource, account, region, identity, error }) => {
    const what = `${operation} ${resource} in ${account}, ${region}, as ${identity}`;
    const line = error === undefined ? `Wrote: ${what}` : `${outcomeOf(error)}: ${what}: ${errorText(error)}`;
    if (error === undefined) log.info(line);
    else log.error(line);
    keep(line);
  };
}

const outcomeOf = (error: unknown): string => (isWithoutAnswer(error) ? "Not known" : "Refused");

/** Where the record of writes is kept beyond VS Code's logs. */
export interface AuditRecord {
  /** All lines that are kept, oldest first; "" when nothing was written yet. */
  read(): Promise<string>;
}

/** An error in one line: its name and message. */
export function errorText(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
