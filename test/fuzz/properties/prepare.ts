import { parse, type ParseError } from "jsonc-parser";
import { open } from "../case.ts";
import { Lines } from "../edits.ts";
import { Fault } from "../fault.ts";
import type { Property } from "../property.ts";

/** What would be registered is what the text says, and problems are told where they are in the file. */
export const prepare: Property = {
  name: "the prepared input is what the text says",
  oneIn: 2,
  check(subject) {
    const { service, document } = open(subject);
    const names = service.prepare(document, {}).unresolved.map(({ name }) => name);
    const values = Object.fromEntries(names.map((name, index) => [name, `value${index}`]));
    const { input, problems, unresolved } = service.prepare(document, values);
    if (unresolved.length > 0)
      throw new Fault("a placeholder with a value is not resolved", JSON.stringify(unresolved));
    const lines = new Lines(subject.text);
    for (const { range, code } of problems) checkRange(lines, range, code);
    if (input === undefined || names.length > 0 || !/\.jsonc?$/.test(subject.name)) return;
    const faults: ParseError[] = [];
    const said = parse(subject.text.replace(/^\uFEFF/, ""), faults, { allowTrailingComma: false }) as unknown;
    if (faults.length > 0)
      throw new Fault("an input is prepared of a text that is not sound", JSON.stringify(faults));
    // A template of CloudFormation says it in its own words.
    if (typeof said === "object" && said !== null && "Resources" in said) return;
    const bare = withoutNulls(said);
    for (const [key, value] of Object.entries(input)) {
      const own = membersOf(bare, key);
      if (!own.some((each) => sameValue(each, value)))
        throw new Fault(
          "a prepared value is not what the text says",
          `${key}: ${JSON.stringify(value)?.slice(0, 500)}`,
        );
    }
  },
};

function checkRange(lines: Lines, range: Parameters<Lines["spanOf"]>[0], code: string): void {
  try {
    lines.spanOf(range);
  } catch {
    throw new Fault("a problem of a prepared file outside of its text", `${code} ${JSON.stringify(range)}`);
  }
}

/** The values of that name in an object and in the objects that it wraps. */
function membersOf(value: unknown, key: string): readonly unknown[] {
  if (Array.isArray(value))
    return key === "containerDefinitions" ? [value] : value.flatMap((item) => membersOf(item, key));
  if (typeof value !== "object" || value === null) return [];
  const members = value as Record<string, unknown>;
  const own = Object.hasOwn(members, key) ? [members[key]] : [];
  return [
    ...own,
    ...["taskDefinition", "service", "services"].flatMap((wrapper) =>
      Object.hasOwn(members, wrapper) ? membersOf(members[wrapper], key) : [],
    ),
  ];
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => [key, withoutNulls(member)]),
  );
}

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
