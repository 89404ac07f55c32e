// Reads the shapes of ECS's inputs from the SDK. Run as a program, it writes the simulator's copy of them anew.
import { writeFileSync } from "node:fs";
import * as sdk from "@aws-sdk/client-ecs";
import { ecsOperations } from "../../simulator/src/ecs/index.ts";

type Schema = any;
export type Shapes = Record<string, Record<string, string>>;

const simple: Record<number, string> = { 0: "string", 1: "number", 2: "boolean", 4: "timestamp", 15: "document" };

/** The structures that the operations of the simulator take, by name: the type of each of their members. */
export function shapesOfSdk(): Shapes {
  const shapes: Shapes = {};
  const typeOf = (schema: Schema): string => {
    if (typeof schema === "function") return typeOf(schema());
    if (typeof schema === "number") return schema & 128 ? `{}${simple[schema & 63]!}` : schema & 64 ? `[]${simple[schema & 63]!}` : simple[schema]!;
    const [kind, , name, , ...rest] = schema;
    if (!Number.isInteger(kind) || typeof schema[1] !== "string") return typeOf(kind);
    if (kind === 0) return typeOf(rest[0]);
    if (kind === 1) return `[]${typeOf(rest[0])}`;
    if (kind === 2) return `{}${typeOf(rest[1])}`;
    if (!(name in shapes)) {
      shapes[name] = {};
      // The first members are the required ones.
      const [members, types, required = 0] = rest;
      members.forEach((member: string, index: number) => void (shapes[name]![member] = `${typeOf(types[index])}${index < required ? "!" : ""}`));
    }
    return name;
  };
  for (const { name } of ecsOperations) typeOf((sdk as Schema)[`${name}Request$`]);
  return Object.fromEntries(Object.entries(shapes).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The source text of the simulator's copy. */
export function shapesFile(): string {
  const members = (shape: Record<string, string>): string =>
    Object.entries(shape)
      .map(([name, type]) => `    ${name}: ${JSON.stringify(type)},\n`)
      .join("");
  const entries = Object.entries(shapesOfSdk()).map(([name, shape]) => (Object.keys(shape).length > 0 ? `  ${name}: {\n${members(shape)}  },\n` : `  ${name}: {},\n`));
  return `// Written by test/simulator/inputShapes.ts from the schemas of @aws-sdk/client-ecs.

/**
 * The structures in the inputs of ECS: by name, the type of each member. A type is \`string\`, \`number\`,
 * \`boolean\`, \`timestamp\`, \`document\` or the name of a structure; \`[]\` before it makes a list, \`{}\` a map;
 * \`!\` after it marks a member that is required.
 */
export const inputShapes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
${entries.join("")}};
`;
}

if (import.meta.main) writeFileSync(new URL("../../simulator/src/ecs/input/inputShapes.table.ts", import.meta.url), shapesFile());
