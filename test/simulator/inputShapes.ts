// Reads the shapes of inputs from the SDK. Run as a program, it writes the simulator's copies of them anew.
import { writeFileSync } from "node:fs";
import * as autoScaling from "@aws-sdk/client-application-auto-scaling";
import * as cloudwatch from "@aws-sdk/client-cloudwatch";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as ecr from "@aws-sdk/client-ecr";
import * as ecs from "@aws-sdk/client-ecs";
import * as secretsManager from "@aws-sdk/client-secrets-manager";
import * as ssm from "@aws-sdk/client-ssm";
import { apis } from "../../simulator/src/apis.ts";
import { ecsOperations } from "../../simulator/src/ecs/index.ts";
import type { Operation } from "../../simulator/src/protocol/operation.ts";

type Schema = any;
export type Shapes = Record<string, Record<string, string>>;

const simple: Record<number, string> = {
  0: "string",
  1: "number",
  2: "boolean",
  4: "timestamp",
  15: "document",
};

function simpleType(schema: number): string {
  const type = simple[schema & 63];
  if (type === undefined) throw new Error(`Unknown type ${schema} in a schema of the SDK.`);
  return (schema & 128 ? "{}" : schema & 64 ? "[]" : "") + type;
}

/** The structures that operations take, by name: the type of each of their members. */
export function shapesOf(sdk: Schema, operations: readonly Operation[]): Shapes {
  const shapes: Shapes = {};
  const typeOf = (schema: Schema): string => {
    if (typeof schema === "function") return typeOf(schema());
    if (typeof schema === "number") return simpleType(schema);
    const [kind, , name, , ...rest] = schema;
    if (!Number.isInteger(kind) || typeof schema[1] !== "string") return typeOf(kind);
    if (kind === 0) return typeOf(rest[0]);
    if (kind === 1) return `[]${typeOf(rest[0])}`;
    if (kind === 2) return `{}${typeOf(rest[1])}`;
    return structure(name, rest);
  };
  const structure = (name: string, [members, types, required = 0]: Schema[]): string => {
    if (!(name in shapes)) {
      shapes[name] = {};
      // The first members are the required ones.
      members.forEach(
        (member: string, index: number) =>
          void (shapes[name]![member] = `${typeOf(types[index])}${index < required ? "!" : ""}`),
      );
    }
    return name;
  };
  for (const { name } of operations) {
    const [, , , , input] = sdk[`${name}$`];
    // Some APIs call the input of an operation otherwise.
    structure(`${name}Request`, input().slice(4));
  }
  return Object.fromEntries(Object.entries(shapes).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const neighbours: Readonly<Record<string, Schema>> = {
  "application-autoscaling": autoScaling,
  cloudwatch,
  ecr,
  logs,
  secretsmanager: secretsManager,
  ssm,
};

/** The structures in TypeScript, each on a line of its own after the indentation. */
function written(shapes: Shapes, indent: string): string {
  const members = (shape: Record<string, string>): string =>
    Object.entries(shape)
      .map(([name, type]) => `${indent}  ${name}: ${JSON.stringify(type)},\n`)
      .join("");
  const entries = Object.entries(shapes).map(([name, shape]) =>
    Object.keys(shape).length > 0
      ? `${indent}${name}: {\n${members(shape)}${indent}},\n`
      : `${indent}${name}: {},\n`,
  );
  return entries.join("");
}

/** The simulator's copies, by their path from simulator/src. */
export function shapeFiles(): Readonly<Record<string, string>> {
  const byApi = Object.entries(neighbours).map(
    ([name, sdk]) =>
      `  ${JSON.stringify(name)}: {\n${written(shapesOf(sdk, apis.find((api) => api.name === name)!.operations), "    ")}  },\n`,
  );
  return {
    "ecs/input/inputShapes.table.ts": `// Written by test/simulator/inputShapes.ts from the schemas of @aws-sdk/client-ecs.

/**
 * The structures in the inputs of ECS: by name, the type of each member. A type is \`string\`, \`number\`,
 * \`boolean\`, \`timestamp\`, \`document\` or the name of a structure; \`[]\` before it makes a list, \`{}\` a map;
 * \`!\` after it marks a member that is required.
 */
export const inputShapes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
${written(shapesOf(ecs, ecsOperations), "  ")}};
`,
    "input/neighbourShapes.table.ts": `// Written by test/simulator/inputShapes.ts from the schemas of the AWS SDK.
import type { Shapes } from "./readInput.ts";

/** The structures in the inputs of the JSON APIs beside ECS, by API; the types are written as those of ECS. */
export const neighbourShapes: Readonly<Record<string, Shapes>> = {
${byApi.join("")}};
`,
  };
}

if (import.meta.main)
  for (const [path, text] of Object.entries(shapeFiles()))
    writeFileSync(new URL(`../../simulator/src/${path}`, import.meta.url), text);
