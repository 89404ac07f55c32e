import type { JsonNode } from "../../jsonNode.ts";
import type { KeywordRule, WrittenSchema } from "./compiledSchema.ts";

/** One keyword of a schema as a function. */
export interface Check {
  readonly keyword: string;
  /** What the schema says to report; undefined for the general id of the keyword. */
  readonly rule: KeywordRule | undefined;
  readonly written: WrittenSchema;
  /** The value or element that breaks the keyword. */
  fault(node: JsonNode): JsonNode | undefined;
}

type Test = (node: JsonNode) => JsonNode | undefined;

/** For each keyword, how to test a value of the right type against the keyword's argument. */
const tests: Readonly<Record<string, (schema: WrittenSchema) => Test>> = {
  enum: ({ enum: values = [] }) => {
    const allowed: ReadonlySet<string | number | undefined> = new Set(values);
    return (node) => (node.raw === "" || allowed.has(node.raw ?? node.number) ? undefined : node);
  },
  pattern: ({ pattern = "" }) => {
    const expression = new RegExp(pattern, "u");
    return (node) => (node.raw === "" || expression.test(node.raw ?? "") ? undefined : node);
  },
  minLength: ({ minLength = 0 }) => (node) => ((node.raw?.length ?? 0) < minLength && (minLength === 1 || node.raw !== "") ? node : undefined),
  maxLength: ({ maxLength = 0 }) => (node) => ((node.raw?.length ?? 0) > maxLength ? node : undefined),
  minimum: ({ minimum = 0 }) => (node) => ((node.number ?? minimum) < minimum ? node : undefined),
  exclusiveMinimum: ({ exclusiveMinimum = 0 }) => (node) => ((node.number ?? Infinity) <= exclusiveMinimum ? node : undefined),
  maximum: ({ maximum = 0 }) => (node) => ((node.number ?? maximum) > maximum ? node : undefined),
  multipleOf: ({ multipleOf = 1 }) => (node) => (isMultiple(node.number ?? 0, multipleOf) ? undefined : node),
  minItems: ({ minItems = 0 }) => (node) => (node.items.length < minItems && (minItems === 1 || !node.isEmpty) ? node : undefined),
  maxItems: ({ maxItems = 0 }) => (node) => node.items[maxItems],
  uniqueItems: () => repeatedItem,
};

const numeric = ["minimum", "exclusiveMinimum", "maximum", "multipleOf"];
const textual = ["pattern", "minLength", "maxLength"];

/** The checks of a schema for values of its type, those of its advice included. */
export function checksOf(written: WrittenSchema): readonly Check[] {
  const checks = Object.keys(tests).flatMap((keyword) => checkOf(keyword, written) ?? []);
  const advice = (written["x-advice"] ?? []).flatMap((part) => checksOf({ ...part, ...(written.type && { type: written.type }) }));
  return [...checks, ...advice];
}

function checkOf(keyword: string, written: WrittenSchema): Check | undefined {
  const rule = written["x-rules"]?.[keyword];
  if (!(keyword in written) || rule === false) return undefined;
  // Only the closed lists have a general id; other keywords are reported where the schema says how.
  if (rule === undefined && keyword !== "enum") return undefined;
  return { keyword, rule, written, fault: tests[keyword]!(written) };
}

/** Decimal fractions are compared with a tolerance: 0.3 is a multiple of 0.1. */
function isMultiple(value: number, step: number): boolean {
  const quotient = value / step;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

function repeatedItem(list: JsonNode): JsonNode | undefined {
  const seen = new Set<unknown>();
  return list.items.find((item) => {
    const value = item.string ?? item.number;
    if (value === undefined) return false;
    const isRepeated = seen.has(value);
    seen.add(value);
    return isRepeated;
  });
}

void numeric;
void textual;
