import { memberNamesOf, type Schema } from "../../schema/ecsSchema.ts";
import type { Spelling } from "../../syntax/spelling.ts";

/**
 * Where the arguments of resources go that are not called like the members of the API, or stand elsewhere
 * there. The member that holds them comes first, `service` and `task-definition` for those of the resource
 * itself. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service
 */
const moved: ReadonlyMap<string, readonly string[]> = new Map([
  ["service.name", ["serviceName"]],
  ["service.iam_role", ["role"]],
  ["service.ordered_placement_strategy", ["placementStrategy"]],
  ["service.network_configuration", ["networkConfiguration", "awsvpcConfiguration"]],
  ["service.deployment_maximum_percent", ["deploymentConfiguration", "maximumPercent"]],
  ["service.deployment_minimum_healthy_percent", ["deploymentConfiguration", "minimumHealthyPercent"]],
  ["service.deployment_circuit_breaker", ["deploymentConfiguration", "deploymentCircuitBreaker"]],
  ["service.alarms", ["deploymentConfiguration", "alarms"]],
  ["volumes.host_path", ["host", "sourcePath"]],
  ["volumes.configure_at_launch", ["configuredAtLaunch"]],
]);

/** Arguments that tell Terraform what to do, and are nothing of ECS. */
const ofTerraform: ReadonlySet<string> = new Set([
  "task-definition.id",
  "service.service",
  "service.client_token",
]);

/**
 * The way from an object to the member that an argument sets; undefined for arguments that the API does not
 * have. A block that may be repeated is called like one of the entries that the API lists.
 */
export function memberPath(
  holder: string,
  argument: string,
  schema: Schema | undefined,
): readonly string[] | undefined {
  const key = `${holder}.${argument}`;
  if (ofTerraform.has(key)) return undefined;
  const known = moved.get(key);
  if (known) return known;
  const squeezed = argument.replaceAll("_", "");
  const name = Object.keys(schema?.properties ?? {}).find((each) =>
    [squeezed, `${squeezed}s`, `${squeezed}es`].includes(each.toLowerCase()),
  );
  return name === undefined ? undefined : [name];
}

/** The argument that sets the member at the end of a way; undefined where there is none of that kind. */
export function argumentFor(
  holder: string,
  path: readonly string[],
  schema: Schema | undefined,
): string | undefined {
  const isWanted = (each: readonly string[] | undefined): boolean => each?.join(".") === path.join(".");
  const known = [...moved].find(([key, to]) => key.startsWith(`${holder}.`) && isWanted(to));
  if (known) return known[0].slice(holder.length + 1);
  const name = path.length === 1 ? argumentName(path[0]!) : "";
  return name !== "" && isWanted(memberPath(holder, name, schema)) ? name : undefined;
}

const irregular: ReadonlyMap<string, string> = new Map(
  [...moved].map(([key, path]) => [path.at(-1)!, key.split(".")[1]!]),
);

/** Names of blocks that the API lists under their plural. */
const blocks: ReadonlyMap<string, string> = new Map([
  ["loadBalancers", "load_balancer"],
  ["volumes", "volume"],
  ["volumeConfigurations", "volume_configuration"],
  ["clientAliases", "client_alias"],
  ["lifecycleHooks", "lifecycle_hook"],
  ["inferenceAccelerators", "inference_accelerator"],
  ["networkConfiguration", "network_configuration"],
]);

function argumentName(name: string): string {
  return (
    irregular.get(name) ??
    blocks.get(name) ??
    name.replace(/[A-Z]+(?![a-z])|[A-Z]/g, (capitals) => `_${capitals.toLowerCase()}`)
  );
}

/** Containers are written in the spelling of the API, as they are given to `jsonencode`. */
const inContainers: ReadonlySet<string> = memberNamesOf("task-definition", "containerDefinitions");

export const terraformSpelling: Readonly<Record<"task-definition" | "service", Spelling>> = {
  "task-definition": { write: (name) => (inContainers.has(name) ? name : argumentName(name)) },
  service: { write: argumentName },
};
