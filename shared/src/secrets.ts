import { looksRandom, secretForm } from "./secretForms.ts";
import { type Secrecy, secrecyOfName } from "./secretNames.ts";

/** What is judged of a value. */
export interface Judgment {
  readonly secrecy: Secrecy;
  /** Of a value that is known by its form: "an AWS access key". */
  readonly form?: string;
}

/** Values that are no secret whatever the name: switches, references and places. */
const switches = /^(?:true|false|yes|no|on|off|none|null|nil|enabled?|disabled?|auto|default)$/i;
const references = /^(?:arn:|s3:\/\/|file:|(?:https?|wss?|tcp|udp):\/\/)/i;
const paths = /^(?:\.{1,2}\/|\/|~\/|[A-Z]:\\)/i;

/**
 * The one judgment of what is a secret, by the name of a value and by its form. What is `secret` is reported
 * and hidden; what is `doubtful` is hidden only. A value may be stored only where {@link mayBeStored} says
 * so.
 */
export function judge(name: string, value: string): Judgment {
  const form = secretForm(value);
  if (form !== undefined) return { secrecy: "secret", form };
  const named = secrecyOfName(name);
  const random = looksRandom(value);
  if (named === "harmless") return { secrecy: random ? "doubtful" : "harmless" };
  if (isReference(value, random)) return { secrecy: "harmless" };
  if (named === "doubtful") return { secrecy: random ? "secret" : "doubtful" };
  return { secrecy: isShortNumber(value) && !/pass|pwd|pin/i.test(name) ? "doubtful" : "secret" };
}

/** Whether a value is hidden where people look at it and kept out of logs. */
export function isSecret(name: string, value: string): boolean {
  return judge(name, value).secrecy !== "harmless";
}

/** Whether an answer is to be typed unseen. */
export function mayBeSecretByName(name: string): boolean {
  return secrecyOfName(name) !== "harmless";
}

function isReference(value: string, isRandom: boolean): boolean {
  const text = value.trim();
  return text === "" || switches.test(text) || references.test(text) || (paths.test(text) && !isRandom);
}

const isShortNumber = (value: string): boolean => /^-?\d{1,6}(?:\.\d{1,3})?$/.test(value);

/** Last words of names whose values are words that everybody may know. */
const openSubjects =
  /(?:^|[^a-z])(?:account|alias|app|application|arch|architecture|az|branch|cluster|color|colour|commit|count|cpu|domain|env|environment|family|format|host|hostname|image|level|locale|log_level|memory|mode|name|namespace|org|platform|port|prefix|profile|project|region|release|replicas|repo|repository|revision|service|sha|size|stage|suffix|tag|team|tenant|tier|timezone|tz|user|username|version|zone)$/;

/**
 * Values that are open by their form: numbers, switches, regions, versions, ids and ARNs of AWS, names of
 * images and hosts.
 */
const openValues: readonly RegExp[] = [
  /^-?\d{1,6}(?:\.\d{1,3})?$/,
  /^\d{12}$/,
  /^[a-z]{2,4}(?:-[a-z]{2,10}){1,2}-\d[a-z]?$/,
  /^v?\d{1,5}(?:\.\d{1,5}){1,3}(?:-[a-z]{1,10}(?:\.?\d{1,5})?)?$/,
  /^(?:sha256:[0-9a-f]{64}|[0-9a-f]{40})$/,
  /^(?:vpc|subnet|sg|fs|fsap|eni|i|eipalloc)-[0-9a-f]{8,17}$/,
  /^arn:aws[a-z-]*:[a-z0-9-]{2,30}:[a-z0-9-]{0,30}:\d{0,12}:[\w+=,.@/:*-]{1,512}$/,
  /^(?:dev|develop|development|int|integration|live|local|prod|production|qa|sandbox|stage|staging|test|testing|uat)$/i,
  /^(?:trace|debug|info|warn|warning|error|fatal)$/i,
  /^(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?::\d{1,5})?(?:\/[\w./-]{1,200})?(?::[\w.-]{1,128})?(?:@sha256:[0-9a-f]{64})?$/i,
  /^https?:\/\/[a-z0-9.-]{1,253}(?::\d{1,5})?(?:\/[\w./-]{0,200})?$/i,
];

/**
 * Whether a value may be written to a disk: only what is plainly harmless. It has no secret's name or form,
 * and is open by its form, or a plain word under a name whose values are open.
 */
export function mayBeStored(name: string, value: string): boolean {
  if (secrecyOfName(name) !== "harmless" || isSecret(name, value)) return false;
  if (value === "" || switches.test(value) || openValues.some((form) => form.test(value))) return true;
  const subject = name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
  return openSubjects.test(subject) && /^[A-Za-z0-9][\w./:-]{0,62}$/.test(value);
}
