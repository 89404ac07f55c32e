import { stringify } from "yaml";
import service from "../../schemas/service.schema.json" with { type: "json" };
import taskDefinition from "../../schemas/task-definition.schema.json" with { type: "json" };

/** Writes definitions, given as the API takes them, in the other ways in which people write them. */

export type Kind = "task-definition" | "service";

interface Schema {
  readonly type?: unknown;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const roots: Readonly<Record<Kind, Schema>> = {
  "task-definition": taskDefinition,
  service: service as Schema,
};

/** Values as YAML in blocks; texts in quotes, as a text like `on` means something else without them. */
export function toYaml(value: unknown): string {
  return stringify(value, { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 });
}

/** Values as YAML as people write it: without quotes where none are needed. */
export function toPlainYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, schema: "yaml-1.1" });
}

/** A template with one resource for each definition; a service refers to the first task definition. */
export function toTemplate(
  definitions: readonly { readonly kind: Kind; readonly value: unknown }[],
): unknown {
  const resources = definitions.map(({ kind, value }, index) => [
    `${kind === "service" ? "Service" : "Task"}${index}`,
    {
      Type: kind === "service" ? "AWS::ECS::Service" : "AWS::ECS::TaskDefinition",
      Properties: toCloudFormation(kind, value),
    },
  ]);
  return { AWSTemplateFormatVersion: "2010-09-09", Resources: Object.fromEntries(resources) as unknown };
}

/** The names of CloudFormation that are not those of the API with a capital. */
const irregular: Readonly<Record<string, string>> = {
  "/placementStrategy": "PlacementStrategies",
  "proxyConfiguration/properties": "ProxyConfigurationProperties",
  "volumes/efsVolumeConfiguration": "EFSVolumeConfiguration",
  "efsVolumeConfiguration/fileSystemId": "FilesystemId",
  "authorizationConfig/iam": "IAM",
  "volumes/fsxWindowsFileServerVolumeConfiguration": "FSxWindowsFileServerVolumeConfiguration",
  "volumes/s3filesVolumeConfiguration": "S3FilesVolumeConfiguration",
};

/** A definition with the names of CloudFormation. */
export function toCloudFormation(kind: Kind, value: unknown): unknown {
  return renamed(value, roots[kind], roots[kind], "");
}

function renamed(value: unknown, schema: Schema | undefined, root: Schema, holder: string): unknown {
  const resolved = schema?.$ref ? root.definitions?.[schema.$ref.replace("#/definitions/", "")] : schema;
  if (Array.isArray(value)) return value.map((item) => renamed(item, resolved?.items, root, holder));
  if (typeof value !== "object" || value === null) return value;
  const isClosed = resolved?.additionalProperties === false;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      isClosed && key in (resolved.properties ?? {})
        ? (irregular[`${holder}/${key}`] ?? key.charAt(0).toUpperCase() + key.slice(1))
        : key,
      renamed(member, resolved?.properties?.[key], root, key),
    ]),
  );
}
