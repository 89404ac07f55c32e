import type { JsonNode } from "../../syntax/jsonNode.ts";
import type { KeywordRule, WrittenSchema } from "./writtenSchema.ts";

/** One keyword of a schema as a function. */
export interface Check {
  readonly keyword: string;
  /** What the schema says to report; undefined for the general id of the keyword. */
  readonly rule: KeywordRule | undefined;
  /** The subschema in which the keyword stands. */
  readonly written: WrittenSchema;
  /** The value or element that breaks the keyword. */
  readonly fault: (node: JsonNode) => JsonNode | undefined;
}

/**
 * For each keyword, how to find what breaks it in a value of the right type. An empty text or list counts as
 * absent, so only a minimum of 1 sees one.
 */
const faults: Readonly<Record<string, (schema: WrittenSchema) => Check["fault"]>> = {
  enum: ({ enum: values = [] }) => {
    const allowed = new Set<string | number | undefined>(values);
    return (node) => (node.raw === "" || allowed.has(node.raw ?? node.number) ? undefined : node);
  },
  pattern: ({ pattern = "" }) => {
    const expression = new RegExp(pattern, "u");
    return (node) => (!node.raw || expression.test(node.raw) ? undefined : node);
  },
  minLength:
    ({ minLength = 0 }) =>
    (node) =>
      lengthOf(node) < minLength && (minLength === 1 || node.raw !== "") ? node : undefined,
  maxLength:
    ({ maxLength = Infinity }) =>
    (node) =>
      lengthOf(node) > maxLength ? node : undefined,
  minimum:
    ({ minimum = -Infinity }) =>
    (node) =>
      node.number! < minimum ? node : undefined,
  maximum:
    ({ maximum = Infinity }) =>
    (node) =>
      node.number! > maximum ? node : undefined,
  minItems:
    ({ minItems = 0 }) =>
    (node) =>
      node.items.length < minItems && (minItems === 1 || !node.isEmpty) ? node : undefined,
  maxItems:
    ({ maxItems = Infinity }) =>
    (node) =>
      node.items[maxItems],
  uniqueItems: () => repeatedItem,
};

/** The keywords that say something of one value, its type and members aside. */
export const valueKeywords: readonly string[] = Object.keys(faults);

/** The checks of a schema and of the parts that stand in it as `allOf` or as advice. */
export function checksOf(written: WrittenSchema): readonly Check[] {
  const parts = [...(written.allOf ?? []), ...(written["x-advice"] ?? [])];
  return [...valueKeywords.flatMap((keyword) => checkOf(keyword, written) ?? []), ...parts.flatMap(checksOf)];
}

function checkOf(keyword: string, written: WrittenSchema): Check | undefined {
  const rule = written["x-rules"]?.[keyword];
  // Closed lists have a general id; the other keywords are reported where the schema says as what.
  const isReported = keyword in written && rule !== false && (rule !== undefined || keyword === "enum");
  return isReported ? { keyword, rule, written, fault: faults[keyword]!(written) } : undefined;
}

/** Characters as people count them. */
function lengthOf(node: JsonNode): number {
  const text = node.raw ?? "";
  return /[\uD800-\uDBFF]/.test(text) ? [...text].length : text.length;
}

function repeatedItem(list: JsonNode): JsonNode | undefined {
  const { items } = list;
  if (items.length < 2) return undefined;
  const seen = new Set<string | number>();
  return items.find((item) => {
    const value = item.string ?? item.number;
    if (value === undefined || value === "") return false;
    if (seen.has(value)) return true;
    seen.add(value);
    return false;
  });
}
