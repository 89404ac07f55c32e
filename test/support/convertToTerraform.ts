import { readOnlyMembers } from "../../shared/src/readOnlyMembers.ts";
import type { Kind } from "./convert.ts";

/** Writes definitions as resources of Terraform, as people write them there. */

type Value = Readonly<Record<string, unknown>>;

/**
 * The arguments that are not called like the members of the API; what has no place in Terraform is undefined.
 */
const names: Readonly<Record<string, string>> = {
  serviceName: "name",
  role: "iam_role",
  placementStrategy: "ordered_placement_strategy",
  loadBalancers: "load_balancer",
  volumes: "volume",
  volumeConfigurations: "volume_configuration",
  inferenceAccelerators: "inference_accelerator",
  clientAliases: "client_alias",
  lifecycleHooks: "lifecycle_hook",
  configuredAtLaunch: "configure_at_launch",
  services: "service",
};

/** Members whose values are free maps, and lists of pairs that Terraform has as maps. */
const maps: ReadonlySet<string> = new Set(["options", "labels", "driverOpts", "dockerLabels", "hookDetails"]);
const pairs: ReadonlySet<string> = new Set(["tags", "properties"]);

/** True for a definition that Terraform has no words for, or other ones. */
export function isUnsayable(kind: Kind, value: Value): boolean {
  const network = value["networkConfiguration"];
  const awsvpc = isObject(network) ? network["awsvpcConfiguration"] : undefined;
  return (
    holdsNull(value) ||
    Object.keys(value).some((name) => unsayable.has(name)) ||
    (kind === "service" && network !== undefined && !isObject(awsvpc)) ||
    (isObject(awsvpc) && typeof awsvpc["assignPublicIp"] === "boolean") ||
    hasRepeatedTags(value["tags"])
  );
}

const unsayable: ReadonlySet<string> = new Set([
  "clientToken",
  "service",
  ...readOnlyMembers.service,
  ...readOnlyMembers.taskDefinition,
]);

function holdsNull(value: unknown): boolean {
  return value === null || (typeof value === "object" && Object.values(value).some(holdsNull));
}

/** In a map each key stands once. */
function hasRepeatedTags(tags: unknown): boolean {
  const keys = Array.isArray(tags) ? (tags as Value[]).map((tag) => tag["key"]) : [];
  return new Set(keys).size < keys.length;
}

/** A resource. */
export function toTerraform(kind: Kind, value: Value, style: "jsonencode" | "heredoc"): string {
  const type = kind === "service" ? "aws_ecs_service" : "aws_ecs_task_definition";
  const flat = kind === "service" ? flattened(value) : withHostPaths(value);
  return `resource "${type}" "this" {\n${body(flat, "  ", style)}}\n`;
}

function snake(name: string): string {
  return names[name] ?? name.replace(/[A-Z]+(?![a-z])|[A-Z]/g, (capitals) => `_${capitals.toLowerCase()}`);
}

function body(object: Value, indent: string, style: "jsonencode" | "heredoc"): string {
  return Object.entries(object)
    .map(([name, value]) => member(name, value, indent, style))
    .join("");
}

function member(name: string, value: unknown, indent: string, style: "jsonencode" | "heredoc"): string {
  if (value === null) return `${indent}${snake(name)} = null\n`;
  if (name === "containerDefinitions")
    return `${indent}container_definitions = ${containers(value, indent, style)}\n`;
  if (pairs.has(name) && Array.isArray(value)) {
    const entries = (value as Value[]).map(
      (pair) => [(pair["key"] ?? pair["name"] ?? "") as string, pair["value"]] as const,
    );
    return `${indent}${snake(name)} = ${expression(Object.fromEntries(entries), indent)}\n`;
  }
  if (maps.has(name)) return `${indent}${snake(name)} = ${expression(value, indent)}\n`;
  if (Array.isArray(value) && value.length > 0 && value.every(isObject))
    return value.map((item) => block(name, item, indent, style)).join("");
  return isObject(value)
    ? block(name, value, indent, style)
    : `${indent}${snake(name)} = ${expression(value, indent)}\n`;
}

function block(name: string, value: Value, indent: string, style: "jsonencode" | "heredoc"): string {
  return `${indent}${snake(name)} {\n${body(value, `${indent}  `, style)}${indent}}\n`;
}

function containers(value: unknown, indent: string, style: "jsonencode" | "heredoc"): string {
  if (style === "jsonencode") return `jsonencode(${expression(value, indent)})`;
  return `<<DEFINITION\n${JSON.stringify(value, null, 2).replaceAll("${", () => "$${")}\nDEFINITION`;
}

function expression(value: unknown, indent: string): string {
  if (typeof value === "string")
    return JSON.stringify(value)
      .replaceAll("${", () => "$${")
      .replaceAll("%{", () => "%%{");
  if (typeof value !== "object" || value === null) return String(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[${value.map((item) => expression(item, indent)).join(", ")}]`;
  const lines = Object.entries(value).map(
    ([name, item]) =>
      `${inner}${/^[A-Za-z_][\w-]*$/.test(name) ? name : JSON.stringify(name)} = ${expression(item, inner)}\n`,
  );
  return lines.length === 0 ? "{}" : `{\n${lines.join("")}${indent}}`;
}

/** The members of the deployment configuration that the resource has as arguments of its own. */
const outer: Readonly<Record<string, string>> = {
  maximumPercent: "deploymentMaximumPercent",
  minimumHealthyPercent: "deploymentMinimumHealthyPercent",
  deploymentCircuitBreaker: "deploymentCircuitBreaker",
  alarms: "alarms",
};

function flattened(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): (readonly [string, unknown])[] => {
      if (name === "networkConfiguration" && isObject(member) && isObject(member["awsvpcConfiguration"])) {
        const { assignPublicIp, ...rest } = member["awsvpcConfiguration"];
        const isPublic =
          assignPublicIp === "ENABLED" || assignPublicIp === "DISABLED"
            ? assignPublicIp === "ENABLED"
            : assignPublicIp;
        return [[name, { ...rest, ...(assignPublicIp !== undefined && { assignPublicIp: isPublic }) }]];
      }
      if (name !== "deploymentConfiguration" || !isObject(member)) return [[name, member]];
      const own = Object.entries(member).filter(([each]) => each in outer);
      const rest = Object.entries(member).filter(([each]) => !(each in outer));
      return [
        ...own.map(([each, inner]) => [outer[each]!, inner] as const),
        ...(rest.length > 0 ? [[name, Object.fromEntries(rest)] as const] : []),
      ];
    }),
  );
}

function withHostPaths(value: Value): Value {
  const { volumes } = value;
  if (!Array.isArray(volumes)) return value;
  return {
    ...value,
    volumes: volumes.map((volume: unknown) => {
      if (!isObject(volume) || !isObject(volume["host"])) return volume;
      return Object.fromEntries(
        Object.entries(volume).flatMap(([name, member]): (readonly [string, unknown])[] => {
          if (name !== "host") return [[name, member]];
          const path = (member as Value)["sourcePath"];
          return path === undefined ? [] : [["hostPath", path]];
        }),
      );
    }),
  };
}

function isObject(value: unknown): value is Value {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
