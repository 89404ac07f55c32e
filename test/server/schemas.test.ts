import assert from "node:assert/strict";
import { readEcsSdkTypes, type SdkMember } from "../support/ecsSdkTypes.ts";
import {
  type InputName,
  inputRequests,
  readSchema,
  type SchemaFile,
  type SchemaName,
} from "../support/schemaFiles.ts";

/** The structures of the API that a schema describes at its top. */
const requests: Readonly<Record<SchemaName | InputName, readonly string[]>> = {
  ...inputRequests,
  "task-definition": ["RegisterTaskDefinitionRequest"],
  service: ["CreateServiceRequest", "UpdateServiceRequest"],
};

/** Where the schemas say something else than the SDK on purpose, and why. */
const deliberate: Readonly<Record<SchemaName, Readonly<Record<string, string>>>> = {
  "task-definition": {
    "ContainerDefinition.name: required by the schema only": "AWS refuses a container without name.",
    "ContainerDefinition.image: required by the schema only": "AWS refuses a container without image.",
    "KeyValuePair.name: required by the schema only": "AWS refuses a variable without name.",
    "MountPoint.sourceVolume: required by the schema only": "A mount point without volume mounts nothing.",
    "MountPoint.containerPath: required by the schema only": "A mount point without path mounts nothing.",
    "Tag.key: required by the schema only": "AWS refuses a tag without key.",
    "TaskDefinitionPlacementConstraint.expression: required by the schema only":
      "memberOf, the only type, needs an expression.",
    "Volume.name: required by the schema only": "A volume without name cannot be mounted.",
  },
  service: {
    "serviceName: required by the SDK only": "UpdateService has none, and ecspresso keeps it elsewhere.",
    "service: required by the SDK only": "CreateService has none.",
    "AdvancedConfiguration.alternateTargetGroupArn: required by the schema only":
      "Traffic cannot shift without it.",
    "AdvancedConfiguration.productionListenerRule: required by the schema only":
      "Traffic cannot shift without it.",
    "AdvancedConfiguration.roleArn: required by the schema only": "Traffic cannot shift without it.",
    "DeploymentLifecycleHook.lifecycleStages: required by the schema only":
      "AWS refuses a hook without stages.",
    "ServiceConnectTestTrafficHeaderRules.value: required by the schema only":
      "A header rule without value matches nothing.",
    "ServiceConnectTlsConfiguration.roleArn: required by the schema only":
      "ECS cannot obtain certificates without it.",
    "ServiceRegistry.registryArn: required by the schema only":
      "A registry entry without registry registers nowhere.",
    "Tag.key: required by the schema only": "AWS refuses a tag without key.",
  },
};

const sdk = readEcsSdkTypes();

describe("the schemas against the installed @aws-sdk/client-ecs", () => {
  for (const name of ["task-definition", "service"] as const) {
    it(`has every member, type, value and required member of the ${name} input, and none besides`, () => {
      const found = differences(name);
      const expected = deliberate[name];
      assert.deepEqual(
        found.filter((difference) => !(difference in expected)),
        [],
      );
      assert.deepEqual(
        Object.keys(expected).filter((difference) => !found.includes(difference)),
        [],
        "no longer a difference: take it out of the list",
      );
    });
  }

  for (const name of Object.keys(inputRequests) as InputName[])
    it(`has every member, type and value of the ${name} input, and what is required below the top`, () => {
      const known = new Set(Object.values(deliberate).flatMap(Object.keys));
      // At the top, the AWS CLI takes what is required from its arguments, too.
      const found = differences(name).filter(
        (difference) => !known.has(difference) && !/^\w+: required by the SDK only$/.test(difference),
      );
      assert.deepEqual(found, []);
    });

  it("describes the types that both files use with the same words", () => {
    const [one, other] = [
      readSchema("task-definition").definitions ?? {},
      readSchema("service").definitions ?? {},
    ];
    const both = Object.keys(one).filter((type) => type in other);
    assert.deepEqual(both, ["LogConfiguration", "LogDriver", "Secret", "Tag"]);
    for (const type of both) assert.deepEqual(one[type], other[type], type);
  });
});

function differences(name: SchemaName | InputName): string[] {
  const schema = readSchema(name);
  const definitions = schema.definitions ?? {};
  const members = new Map(requests[name].flatMap((request) => [...structureMembers(request)]));
  const types = reachableTypes(members);
  return [
    ...memberDifferences("", members, schema),
    ...[...types].filter((type) => !(type in definitions)).map((type) => `${type}: a type of the SDK only`),
    ...Object.entries(definitions).flatMap(([type, definition]) => typeDifferences(type, definition, types)),
  ];
}

/** The types that the members use, directly and through other types. */
function reachableTypes(members: ReadonlyMap<string, SdkMember>): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (more: ReadonlyMap<string, SdkMember>): void => {
    for (const { type } of more.values()) {
      const name = type.replace("[]", "");
      if (!sdk.has(name) || found.has(name)) continue;
      found.add(name);
      visit(structureMembers(name));
    }
  };
  visit(members);
  return found;
}

function structureMembers(name: string): ReadonlyMap<string, SdkMember> {
  const type = sdk.get(name);
  return type?.kind === "structure" ? type.members : new Map();
}

function typeDifferences(name: string, definition: SchemaFile, types: ReadonlySet<string>): string[] {
  const type = sdk.get(name);
  if (!type || !types.has(name)) return [`${name}: a type of the schema only`];
  if (type.kind === "structure") return memberDifferences(`${name}.`, type.members, definition);
  return listDifferences(`${name} value`, type.values, definition.enum ?? []);
}

function memberDifferences(
  prefix: string,
  members: ReadonlyMap<string, SdkMember>,
  schema: SchemaFile,
): string[] {
  const { properties = {}, required = [] } = schema;
  const shared = [...members].filter(([name]) => name in properties);
  return [
    ...listDifferences(`${prefix}member`, [...members.keys()], Object.keys(properties)),
    ...shared.flatMap(([name, { type }]) => {
      const written = schemaType(properties[name]!);
      return written === type ? [] : [`${prefix}${name}: ${type} in the SDK, ${written} in the schema`];
    }),
    ...shared
      .filter(([name, { isRequired }]) => isRequired && !required.includes(name))
      .map(([name]) => `${prefix}${name}: required by the SDK only`),
    ...shared
      .filter(([name, { isRequired }]) => !isRequired && required.includes(name))
      .map(([name]) => `${prefix}${name}: required by the schema only`),
  ];
}

function listDifferences(
  what: string,
  ofSdk: readonly string[],
  ofSchema: readonly (string | number)[],
): string[] {
  return [
    ...ofSdk.filter((value) => !ofSchema.includes(value)).map((value) => `${what} ${value}: of the SDK only`),
    ...ofSchema
      .filter((value) => !ofSdk.includes(String(value)))
      .map((value) => `${what} ${value}: of the schema only`),
  ];
}

/** The type of a property in the words of the SDK. */
function schemaType(property: SchemaFile): string {
  if (property.$ref) return property.$ref.replace("#/definitions/", "");
  switch (property.type) {
    case "integer":
      return "number";
    case "array":
      return `${schemaType(property.items ?? {})}[]`;
    case "object":
      return "Record<string, string>";
    case undefined:
      return "__DocumentType";
    default:
      return property.type;
  }
}
