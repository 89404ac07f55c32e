/**
 * An event's text as short as it stays clear: without the service's name in front, which the place of the row tells,
 * and with the ids of tasks cut to eight digits, as on their rows.
 */
export function shortEvent(message: string): string {
  return message.replace(/^\(service [^)]*\) /, "").replace(/\b([0-9a-f]{8})[0-9a-f]{24}\b/g, "$1");
}
