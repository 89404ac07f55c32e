import { Ajv, type ErrorObject } from "ajv";
import { readSchema, type SchemaFile, schemaNames } from "./schemaFiles.ts";

const ajv = new Ajv({ strict: false, allErrors: true, verbose: true, unicodeRegExp: true });
const roots = schemaNames.map((name) => readSchema(name));

/**
 * What the schemas report of a value, each as `error: rule-id`, without the product's validator: by ajv.
 * The place is a member (`family`, `PortMapping.hostPort`), or a type (`Tag`).
 */
export function reported(place: string, value: unknown): string[] {
  const found = roots.flatMap((root) => {
    const schema = subschemaAt(root, place);
    if (!schema) return [];
    const validate = ajv.compile(expanded(schema, root));
    return validate(value) ? [] : (validate.errors ?? []).flatMap(ruleOf);
  });
  return [...new Set(found)].sort();
}

function subschemaAt(root: SchemaFile, place: string): SchemaFile | undefined {
  const [type = "", ...members] = place.split(".");
  const start = root.definitions?.[type] ?? root.properties?.[type];
  return members.reduce<SchemaFile | undefined>((schema, member) => schema?.properties?.[member], start);
}

function ruleOf({ keyword, params, parentSchema }: ErrorObject): string[] {
  const rules = (parentSchema as SchemaFile)["x-rules"] ?? {};
  const rule = rules[`${keyword}:${String(params["missingProperty"])}`] ?? rules[keyword];
  return rule ? [`${rule.severity}: ${rule.id}`] : [];
}

/**
 * The schema as ajv should see it: references replaced by their targets, rules beside them included, and
 * advice as `allOf`.
 */
function expanded<Part>(part: Part, root: SchemaFile): Part {
  if (Array.isArray(part)) return part.map((element: unknown) => expanded(element, root)) as Part;
  if (typeof part !== "object" || part === null) return part;
  const { $ref, ...own } = part as SchemaFile;
  const target = $ref ? root.definitions?.[$ref.replace("#/definitions/", "")] : undefined;
  const {
    "x-rules": rules,
    "x-advice": advice = [],
    ...schema
  } = { ...target, ...own, "x-rules": { ...target?.["x-rules"], ...own["x-rules"] } };
  const merged = { ...schema, ...(advice.length > 0 && { allOf: [...(schema.allOf ?? []), ...advice] }) };
  const entries = Object.entries(merged).map(
    ([key, value]) => [key, expanded(value as unknown, root)] as const,
  );
  return { ...Object.fromEntries(entries), "x-rules": rules } as Part;
}
