import capacityProviderSchema from "../../../../schemas/capacity-provider.schema.json" with { type: "json" };
import clusterSchema from "../../../../schemas/cluster.schema.json" with { type: "json" };
import daemonSchema from "../../../../schemas/daemon.schema.json" with { type: "json" };
import daemonTaskDefinitionSchema from "../../../../schemas/daemon-task-definition.schema.json" with {
  type: "json",
};
import expressServiceSchema from "../../../../schemas/express-service.schema.json" with { type: "json" };
import gatewaySchema from "../../../../schemas/gateway.schema.json" with { type: "json" };
import runTaskSchema from "../../../../schemas/run-task.schema.json" with { type: "json" };
import serviceSchema from "../../../../schemas/service.schema.json" with { type: "json" };
import taskDefinitionSchema from "../../../../schemas/task-definition.schema.json" with { type: "json" };
import taskSetSchema from "../../../../schemas/task-set.schema.json" with { type: "json" };
import type { Kind, Shape } from "../documents/classify.ts";

/**
 * A schema of schemas/, as far as features read it. The keywords that start with x- are told in
 * schemas/README.md.
 */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly (string | number)[];
  readonly enumDescriptions?: readonly string[];
  readonly default?: unknown;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly "x-documentation"?: string;
  readonly "x-launchTypes"?: readonly string[];
  readonly "x-windows"?: boolean;
  readonly "x-deprecated"?: string;
}

/** The schemas, by kind of file. */
export const schemaRoots: Readonly<Partial<Record<Kind, Schema>>> = {
  "task-definition": taskDefinitionSchema,
  service: serviceSchema,
  "run-task": runTaskSchema,
  "task-set": taskSetSchema,
  "express-service": expressServiceSchema,
  "daemon-task-definition": daemonTaskDefinitionSchema,
  daemon: daemonSchema,
  gateway: gatewaySchema,
  "capacity-provider": capacityProviderSchema,
  cluster: clusterSchema,
};

/**
 * The schemas by which the members of templates and modules are read, whose names for other inputs are their
 * own.
 */
export const hostSchemas: Readonly<Partial<Record<Kind, Schema>>> = {
  "task-definition": taskDefinitionSchema,
  service: serviceSchema,
};

/** The names of all members that task definitions and services have. */
export const memberNames: ReadonlySet<string> = new Set(
  [taskDefinitionSchema as Schema, serviceSchema as Schema].flatMap(({ properties = {}, definitions = {} }) =>
    [properties, ...Object.values(definitions).map((each) => each.properties ?? {})].flatMap(Object.keys),
  ),
);

/** The names of all members below one of the outermost members of a kind. */
export function memberNamesOf(kind: Kind, member: string): ReadonlySet<string> {
  const root = schemaRoots[kind];
  const names = new Set<string>();
  const visit = (schema: Schema | undefined): void => {
    const { properties = {}, items, additionalProperties } = (root && resolve(root, schema)) ?? {};
    for (const [name, property] of Object.entries(properties)) {
      names.add(name);
      visit(property);
    }
    if (items) visit(items);
    if (typeof additionalProperties === "object") visit(additionalProperties);
  };
  visit(root?.properties?.[member]);
  return names;
}

/** Follows a path of member names and positions from the root of a kind of file; references are resolved. */
export function schemaAt(kind: Kind, shape: Shape, path: readonly (string | number)[]): Schema | undefined {
  const root = schemaRoots[kind];
  if (!root) return undefined;
  const start = shape === "container-list" ? root.properties?.["containerDefinitions"] : root;
  return path.reduce<Schema | undefined>(
    (schema, step) => resolve(root, child(schema, step)),
    resolve(root, start),
  );
}

/** What a kind of file has under a member name or position of an object or list whose schema is known. */
export function schemaBelow(
  kind: Kind,
  schema: Schema | undefined,
  step: string | number,
): Schema | undefined {
  const root = schemaRoots[kind];
  return root && resolve(root, child(schema, step));
}

/** A property of an object's schema, with what the property itself says put before what its type says. */
export function resolve(root: Schema, schema: Schema | undefined): Schema | undefined {
  if (!schema?.$ref) return schema;
  const name = schema.$ref.replace("#/definitions/", "");
  return { ...root.definitions?.[name], ...schema };
}

function child(schema: Schema | undefined, step: string | number): Schema | undefined {
  if (!schema) return undefined;
  if (typeof step === "number") return schema.items;
  const { properties = {}, additionalProperties } = schema;
  if (Object.hasOwn(properties, step)) return properties[step];
  return typeof additionalProperties === "object" ? additionalProperties : undefined;
}
