import { readFileSync } from "node:fs";

/** A subschema of schemas/, as far as its tests read it. */
export interface SchemaFile {
  readonly $ref?: string;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly enum?: readonly (string | number)[];
  readonly enumDescriptions?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaFile>>;
  readonly additionalProperties?: boolean | SchemaFile;
  readonly patternProperties?: Readonly<Record<string, SchemaFile>>;
  readonly items?: SchemaFile;
  readonly allOf?: readonly SchemaFile[];
  readonly definitions?: Readonly<Record<string, SchemaFile>>;
  readonly "x-documentation"?: string;
  readonly "x-deprecated"?: string;
  readonly "x-rules"?: Readonly<
    Record<
      string,
      | false
      | { readonly id: string; readonly severity: string; readonly message: string; readonly fix?: unknown }
    >
  >;
  readonly "x-advice"?: readonly SchemaFile[];
}

export type SchemaName = "task-definition" | "service";
export const schemaNames: readonly SchemaName[] = ["task-definition", "service"];

/**
 * Schemas that are made of the types of the SDK and of words of ours, and the structures that they describe.
 */
export const inputRequests = {
  "run-task": ["RunTaskRequest", "StartTaskRequest"],
  "task-set": ["CreateTaskSetRequest", "UpdateTaskSetRequest"],
  "express-service": ["CreateExpressGatewayServiceRequest", "UpdateExpressGatewayServiceRequest"],
  "daemon-task-definition": ["RegisterDaemonTaskDefinitionRequest"],
  daemon: ["CreateDaemonRequest"],
  gateway: ["CreateGatewayRequest"],
  "capacity-provider": ["CreateCapacityProviderRequest"],
  cluster: ["CreateClusterRequest"],
} as const;

export type InputName = keyof typeof inputRequests;

export function readSchema(name: SchemaName | InputName): SchemaFile {
  return JSON.parse(
    readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8"),
  ) as SchemaFile;
}

/**
 * Every subschema with its place, the root first: `ContainerDefinition.cpu`, `LogConfiguration.options.mode`.
 */
export function subschemas(schema: SchemaFile, place = ""): (readonly [string, SchemaFile])[] {
  const at = (name: string): string => (place === "" ? name : `${place}.${name}`);
  return [
    [place, schema],
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => subschemas(property, at(name))),
    ...(schema.items ? subschemas(schema.items, `${place}[]`) : []),
    ...(typeof schema.additionalProperties === "object"
      ? subschemas(schema.additionalProperties, at("*"))
      : []),
    ...(schema.allOf ?? []).flatMap((part) => subschemas(part, at("allOf"))),
    ...(schema["x-advice"] ?? []).flatMap((part) => subschemas(part, at("advice"))),
    ...Object.entries(schema.definitions ?? {}).flatMap(([name, definition]) => subschemas(definition, name)),
  ];
}

/** The documented members: those of the root and of the types, and the known keys of maps. */
export function properties(schema: SchemaFile): (readonly [string, SchemaFile])[] {
  return subschemas(schema).flatMap(([place, { properties: members = {} }]) =>
    Object.entries(members).map(
      ([name, member]) => [place === "" ? name : `${place}.${name}`, member] as const,
    ),
  );
}
