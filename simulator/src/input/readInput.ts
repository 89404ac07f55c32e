import { ApiError } from "../protocol/apiError.ts";

/** Structures by name: the type of each member, as inputShapes.table.ts says. */
export type Shapes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Members that may hold a fraction; all other numbers are whole. */
const fractions = new Set(["canaryPercent", "stepPercent", "doubleValue", "value"]);

/**
 * Reads the input of an operation by its shape: members that the API does not know are left out, as the
 * service does. Throws SerializationException for a value of the wrong JSON type.
 */
export function readInput(shapes: Shapes, operation: string, input: object): object {
  return readStructure(shapes, `${operation}Request`, input);
}

function readStructure(shapes: Shapes, name: string, value: object): object {
  const shape = shapes[name] ?? {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([member, content]) => {
      const type = Object.hasOwn(shape, member) ? shape[member]?.replace("!", "") : undefined;
      return type === undefined || content === undefined
        ? []
        : [[member, read(shapes, type, content, member)]];
    }),
  );
}

function read(shapes: Shapes, type: string, value: unknown, member: string): unknown {
  if (type === "document") return value;
  if (type.startsWith("[]")) return readList(shapes, type.slice(2), value, member);
  if (type.startsWith("{}")) return readMap(shapes, type.slice(2), value, member);
  if (type in scalars) return readScalar(type, value, member);
  if (typeof value !== "object" || value === null) throw refuse("Unexpected field type");
  if (Array.isArray(value)) throw refuse("Start of list found where not expected");
  return readStructure(shapes, type, value);
}

function readList(shapes: Shapes, type: string, value: unknown, member: string): unknown {
  if (Array.isArray(value))
    return Array.from(value, (element: unknown) => readElement(shapes, type, element, member)).filter(
      (element) => element !== undefined,
    );
  throw refuse(
    typeof value === "object"
      ? "Start of structure or map found where not expected."
      : "Expected list or null",
  );
}

/** A null stands for a structure without members; a null scalar is left out. */
function readElement(shapes: Shapes, type: string, value: unknown, member: string): unknown {
  if (value !== undefined) return read(shapes, type, value, member);
  return type in scalars ? undefined : {};
}

function readMap(shapes: Shapes, type: string, value: unknown, member: string): unknown {
  if (typeof value !== "object" || value === null) throw refuse("Expected map or null");
  if (Array.isArray(value)) throw refuse("Start of list found where not expected");
  return Object.fromEntries(
    Object.entries(value).map(([key, content]) => [
      key,
      content === undefined ? content : read(shapes, type, content, member),
    ]),
  );
}

/** The JSON type of each scalar, and its name in messages. */
const scalars: Readonly<Record<string, { readonly json: string; readonly name: string }>> = {
  string: { json: "string", name: "String" },
  number: { json: "number", name: "Integer" },
  boolean: { json: "boolean", name: "Boolean" },
  timestamp: { json: "number", name: "Date" },
};

function readScalar(type: string, value: unknown, member: string): unknown {
  const { json, name } = scalars[type] ?? { json: "", name: "" };
  if (Array.isArray(value)) throw refuse("Start of list found where not expected");
  if (typeof value === "object") throw refuse("Start of structure or map found where not expected.");
  const whole = type !== "number" || Number.isInteger(value) || fractions.has(member);
  if (typeof value !== json || !whole) throw refuse(`${tokenOf(value)} cannot be converted to ${name}`);
  return value;
}

const tokenOf = (value: unknown): string =>
  value === true
    ? "TRUE_VALUE"
    : value === false
      ? "FALSE_VALUE"
      : typeof value === "number"
        ? "NUMBER_VALUE"
        : "STRING_VALUE";

const refuse = (message: string): ApiError => new ApiError("SerializationException", message);
