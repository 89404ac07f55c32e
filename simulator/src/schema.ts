/** The part of JSON Schema that the simulator's own schema uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** What is wrong with the value, each with the path to it; empty when it is valid. */
export function faults(value: unknown, schema: Schema, root: Schema, path = ""): string[] {
  if (schema.$ref !== undefined)
    return faults(value, root.definitions?.[schema.$ref.replace("#/definitions/", "")] ?? {}, root, path);
  const at = path === "" ? "the top level" : path;
  if (schema.type !== undefined && !hasType(value, schema.type))
    return [`${at} must be of type ${schema.type}`];
  if (Array.isArray(value)) return arrayFaults(value, schema, root, path);
  if (typeof value === "object" && value !== null) return objectFaults(value, schema, root, path);
  const wrong =
    typeof value === "number"
      ? outOfRange(value, schema)
      : typeof value === "string"
        ? unfit(value, schema)
        : undefined;
  return wrong === undefined ? [] : [`${at} ${wrong}`];
}

function hasType(value: unknown, type: NonNullable<Schema["type"]>): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  // JSON can write numbers that are read as Infinity.
  if (type === "number") return Number.isFinite(value);
  return typeof value === type;
}

function arrayFaults(
  value: readonly unknown[],
  { items = {}, minItems = 0 }: Schema,
  root: Schema,
  path: string,
): string[] {
  if (value.length < minItems) return [`${path} must have at least ${minItems} element`];
  return value.flatMap((item, index) => faults(item, items, root, `${path}/${index}`));
}

function objectFaults(
  value: object,
  { properties = {}, required = [], additionalProperties = true }: Schema,
  root: Schema,
  path: string,
): string[] {
  const missing = required
    .filter((key) => !(key in value))
    .map((key) => `${path || "the top level"} lacks "${key}"`);
  const members = Object.entries(value).flatMap(([key, member]) => {
    const property = properties[key];
    if (property) return faults(member, property, root, `${path}/${key}`);
    return additionalProperties
      ? []
      : [`${path}/${key} is not known; there are ${Object.keys(properties).join(", ")}`];
  });
  return [...missing, ...members];
}

function outOfRange(value: number, { minimum, exclusiveMinimum, maximum }: Schema): string | undefined {
  if (minimum !== undefined && value < minimum) return `must be at least ${minimum}`;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return `must be above ${exclusiveMinimum}`;
  if (maximum !== undefined && value > maximum) return `must be at most ${maximum}`;
  return undefined;
}

function unfit(value: string, schema: Schema): string | undefined {
  if (schema.enum && !schema.enum.includes(value)) return `must be one of ${schema.enum.join(", ")}`;
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value))
    return `must match ${schema.pattern}`;
  return undefined;
}
