import { readFile } from "node:fs/promises";
import { readEcsSdkTypes, type SdkMember } from "../../../test/support/ecsSdkTypes.ts";
import type { Part } from "../part.ts";
import {
  fractions,
  inputs,
  type InputTable,
  meanings,
  ranges,
  resembling,
  spokenFor,
  words,
} from "./inputs.table.ts";

type Schema = Readonly<Record<string, unknown>>;
type Properties = Readonly<Record<string, Schema>>;

/** The schemas that are written by hand, from which types and members are taken. */
interface Written {
  readonly definitions: Properties;
  /** Members of their outermost objects: those of services first. */
  readonly members: Properties;
}

const reference = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_";
const comments = { "^(\\$schema|//|_comment)": {} };
const sdk = readEcsSdkTypes();

/** The schemas of the inputs that no schema is written for by hand. */
export const inputSchemas: readonly Part[] = inputs.map((table) => ({
  file: `schemas/${table.name}.schema.json`,
  what: `the schema of ${table.operations.join(" and ")}`,
  async render() {
    return `${JSON.stringify(schemaOf(table, await readWritten(table)), null, 2)}\n`;
  },
}));

interface ByHand {
  readonly definitions: Properties;
  readonly properties: Properties;
}

async function readByHand(name: string): Promise<ByHand> {
  return JSON.parse(await readFile(`schemas/${name}.schema.json`, "utf8")) as ByHand;
}

async function readWritten({ name }: InputTable): Promise<Written> {
  const [service, task] = await Promise.all([readByHand("service"), readByHand("task-definition")]);
  const isTask = name === "daemon-task-definition" || name === "express-service";
  return {
    definitions: { ...service.definitions, ...task.definitions },
    members: isTask
      ? { ...service.properties, ...task.properties }
      : { ...task.properties, ...service.properties },
  };
}

function schemaOf(table: InputTable, written: Written): Schema {
  const found = new Map(table.operations.flatMap((operation) => [...membersOf(`${operation}Request`)]));
  const properties = Object.entries(table.members).map(([name, description]) => {
    const operation = table.operations.find((each) => membersOf(`${each}Request`).has(name))!;
    const link = `${reference}${operation}.html#ECS-${operation}-request-${name}`;
    const { type } = found.get(name)!;
    return [
      name,
      { description, "x-documentation": link, ...valueOf(type, name, written.members[name]) },
    ] as const;
  });
  const definitions = new Map<string, Schema>();
  for (const { type } of found.values()) define(type, written, definitions);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: table.title,
    description: `Input of the ${table.operations.join(" and ")} operation${table.operations.length > 1 ? "s" : ""} of Amazon ECS.`,
    type: "object",
    additionalProperties: false,
    patternProperties: comments,
    properties: Object.fromEntries(properties),
    ...(table.spokenFor && { "x-rules": rulesFor(table.spokenFor) }),
    definitions: Object.fromEntries(definitions),
  };
}

/** Adds a type, and those that it uses. */
function define(type: string, written: Written, definitions: Map<string, Schema>): void {
  const name = type.replace("[]", "");
  const known = sdk.get(name);
  if (!known || definitions.has(name)) return;
  definitions.set(name, written.definitions[name] ?? typeOf(name, written));
  if (known.kind === "structure")
    for (const { type: inner } of known.members.values()) define(inner, written, definitions);
}

function typeOf(name: string, written: Written): Schema {
  const type = sdk.get(name)!;
  const spoken = spokenFor[name];
  const rules = spoken && { "x-rules": rulesFor(spoken) };
  if (type.kind === "enum") {
    const values = meanings[name] ?? {};
    return { type: "string", enum: Object.keys(values), enumDescriptions: Object.values(values), ...rules };
  }
  const like = resembling[name];
  const theirs = (like === undefined ? {} : written.definitions[like]!["properties"]) as Properties;
  const required = [...type.members].flatMap(([member, { isRequired }]) => (isRequired ? [member] : []));
  return {
    type: "object",
    ...(required.length > 0 && { required }),
    additionalProperties: false,
    patternProperties: comments,
    properties: Object.fromEntries(
      [...type.members].map(([member, { type: held }]) => {
        const place = `${name}.${member}`;
        const value = valueOf(held, place, theirs[member]);
        const description =
          words[place] ?? theirs[member]?.["description"] ?? ranges[member as keyof typeof ranges];
        const link = `${reference}${name}.html#ECS-Type-${name}-${member}`;
        return [member, { description, "x-documentation": link, ...value }];
      }),
    ),
    ...((required.length > 0 || rules) && {
      "x-rules": { ...requiredRule(required), ...(rules?.["x-rules"] as object) },
    }),
  };
}

function requiredRule(required: readonly string[]): Schema {
  if (required.length === 0) return {};
  const message = 'This has no "{field}", and AWS refuses it without. Add it.';
  return { required: { id: "required-property", severity: "error", message } };
}

function rulesFor(keywords: readonly string[]): Schema {
  return Object.fromEntries(keywords.map((keyword) => [keyword, false]));
}

/** What a member holds: as it is described already where that is of the same type, else by its type alone. */
function valueOf(type: string, place: string, known: Schema | undefined): Schema {
  const plain = plainValue(type, place);
  if (!known || !isAlike(plain, known)) return plain;
  const own = new Set(["description", "x-documentation", "x-launchTypes", "x-windows"]);
  return Object.fromEntries(Object.entries(known).filter(([keyword]) => !own.has(keyword)));
}

function isAlike(one: Schema, other: Schema): boolean {
  const shape = ({ $ref, type, items }: Schema): string =>
    JSON.stringify([$ref, type, (items as Schema)?.["$ref"]]);
  return shape(one) === shape(other);
}

function plainValue(type: string, place: string): Schema {
  if (type.endsWith("[]")) return { type: "array", items: plainValue(type.slice(0, -2), place) };
  if (sdk.has(type)) return { $ref: `#/definitions/${type}` };
  if (type.startsWith("Record<")) return { type: "object", additionalProperties: { type: "string" } };
  if (type !== "number") return { type };
  return { type: fractions.has(place) ? "number" : "integer" };
}

function membersOf(structure: string): ReadonlyMap<string, SdkMember> {
  const type = sdk.get(structure);
  return type?.kind === "structure" ? type.members : new Map();
}
