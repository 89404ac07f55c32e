import type { CallObserver } from "../aws/calls.ts";
import type { WriteGuard } from "../aws/writes/guard.ts";

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

/** Keeps the record of what was written to AWS: operation, resource, account, region and by whom, never the input. */
export function auditWrites(log: Log): WriteGuard["audit"] {
  return ({ operation, resource, account, region, identity, error }) => {
    const line = `${operation} ${resource} in ${account}, ${region}, as ${identity}`;
    if (error === undefined) log.info(`Wrote: ${line}`);
    else log.error(`Refused: ${line}: ${errorText(error)}`);
  };
}

/** An error in one line: its name and message. */
export function errorText(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
