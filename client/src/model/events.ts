import type { ServiceEvent } from "../aws/types.ts";
import { withGroupNames } from "./targets.ts";

/**
 * An event's text as short as it stays clear: without the service's name in front, which the place of the row
 * tells, and with the ids of tasks cut to eight digits, as on their rows.
 */
export function shortEvent(message: string): string {
  return message.replace(/^\(service [^)]*\) /, "").replace(/\b([0-9a-f]{8})[0-9a-f]{24}\b/g, "$1");
}

/**
 * What keeps a service from running its tasks, in the words of its events: `unable to place a task. Reason:
 * …`.
 * @param events that came since the look before, oldest first
 * @param before what hindered it then; it does so until ECS starts tasks again or is done
 */
export function hindranceIn(events: readonly ServiceEvent[], before: string): string {
  return events.reduce((hindrance, { message = "" }) => {
    if (/unable to (?:place|consistently start|assume)|is unhealthy in/.test(message))
      return withGroupNames(shortEvent(message)).replace(/^was /, "");
    return /has started \d+ task|steady state|completed|rolling back/.test(message) ? "" : hindrance;
  }, before);
}
