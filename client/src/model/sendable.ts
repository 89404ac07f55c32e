import { emptyTexts, maps } from "./sameToEcs.table.ts";
import { ownTags } from "./tagChanges.ts";

type Members = Readonly<Record<string, unknown>>;

/**
 * An input of ECS as it can be sent: without texts that are empty where that means nothing, as other tools
 * write them (`"launchType": ""`), and without tags of AWS, which nobody else may set.
 */
export const sendable = <Input extends object>(input: Input): Input =>
  withoutEmpty(input as Members, "") as unknown as Input;

function withoutEmpty(structure: Members, name: string): Members {
  if (maps.has(name)) return structure;
  const kept = Object.entries(structure)
    .filter(([member, value]) => !isAbsent(`${name}.${member}`, value))
    .map(([member, value]) => [member, cleaned(value, member), value] as const)
    // What is empty only now held nothing else.
    .filter(([, value, given]) => !isEmptied(value, given));
  return Object.fromEntries(kept.map(([member, value]) => [member, value]));
}

function cleaned(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => cleaned(item, name));
    return name === "tags" ? ownTags(items as object[]) : items;
  }
  return isStructure(value) ? withoutEmpty(value, name) : value;
}

const isAbsent = (path: string, value: unknown): boolean =>
  value === undefined || value === null || (value === "" && !emptyTexts.has(path));

const isEmptied = (value: unknown, given: unknown): boolean =>
  isStructure(value) &&
  isStructure(given) &&
  Object.keys(value).length === 0 &&
  Object.keys(given).length > 0;

const isStructure = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
