import { secrecyOfName } from "../../../../../../shared/src/secretNames.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { CursorSite, ValueProvider } from "../cursorSite.ts";
import { nameOf, type Suggestion, valueOf } from "../suggestion.ts";
import { imageForms } from "./arns.ts";

/** Names that the file, or the task definition of a service, gives. */
export const names: readonly ValueProvider[] = [
  { path: "containerDefinitions/*/links/*", suggest: linkable },
  { path: "containerDefinitions/*/volumesFrom/*/sourceContainer", suggest: otherContainers },
  {
    path: "containerDefinitions/*/mountPoints/*/sourceVolume",
    suggest: ({ task }) => (task?.symbols.names("volume") ?? []).map((name) => nameOf(name)),
  },
  { path: "proxyConfiguration/containerName", suggest: containers },
  { path: "loadBalancers/*/containerName", suggest: containersWithPorts },
  { path: "loadBalancers/*/containerPort", suggest: portsOfContainer },
  { path: "serviceRegistries/*/containerName", suggest: containersWithPorts },
  { path: "serviceRegistries/*/containerPort", suggest: portsOfContainer },
  { path: "serviceConnectConfiguration/services/*/portName", suggest: portNames },
  { path: "vpcLatticeConfigurations/*/portName", suggest: portNames },
  {
    path: "volumeConfigurations/*/name",
    suggest: ({ task }) =>
      (task?.volumes ?? []).flatMap((volume) => {
        const name = volume.get("name")?.string;
        return name !== undefined && volume.get("configuredAtLaunch")?.boolean
          ? [nameOf(name, "configured at launch")]
          : [];
      }),
  },
  {
    path: "desiredCount",
    suggest: () => [
      valueOf(1, "one task"),
      valueOf(2, "one in each of two zones"),
      valueOf(3, "one in each of three zones"),
    ],
  },
  { path: "capacityProviderStrategy/*/weight", suggest: () => [1, 2, 3, 4].map((weight) => valueOf(weight)) },
  { path: "containerDefinitions/*/image", suggest: images },
  {
    path: "taskDefinition",
    suggest: ({ workspace, definition }) =>
      workspace
        .familiesNear(definition.document.uri)
        .map((family) => nameOf(family, "family in this workspace")),
  },
  { path: "containerDefinitions/*/environment/*/name", suggest: openVariableNames },
  { path: "containerDefinitions/*/secrets/*/name", suggest: variableNames },
];

function containers({ task }: CursorSite): Suggestion[] {
  return (task?.containers ?? []).flatMap(({ name }) => (name === undefined ? [] : [nameOf(name)]));
}

function otherContainers(site: CursorSite): Suggestion[] {
  return containers(site).filter(({ label }) => label !== site.containerName);
}

/** The other containers, without those that are linked to this one. */
function linkable(site: CursorSite): Suggestion[] {
  const { task, containerName } = site;
  if (task?.isAwsvpc) return [];
  const linked = (name: string): boolean =>
    task
      ?.container(name)
      ?.node.get("links")
      ?.items.some((item) => item.string?.split(":")[0] === containerName) ?? false;
  return otherContainers(site).filter(({ label }) => !linked(label));
}

function containersWithPorts({ task }: CursorSite): Suggestion[] {
  return (task?.containers ?? []).flatMap(({ name, portMappings }) => {
    const ports = portMappings.flatMap((mapping) => mapping.get("containerPort")?.integer ?? []);
    return name === undefined || portMappings.length === 0
      ? []
      : [nameOf(name, ports.length > 0 ? `port ${ports.join(", ")}` : undefined)];
  });
}

function portsOfContainer(site: CursorSite): Suggestion[] {
  const container = site.task?.container(site.enclosing(1)?.get("containerName")?.string);
  const mappings = container ? container.portMappings : (site.task?.portMappings ?? []);
  return mappings.flatMap((mapping) => {
    const port = mapping.get("containerPort")?.integer;
    return port === undefined ? [] : [valueOf(port, mapping.get("name")?.string)];
  });
}

function portNames({ task }: CursorSite): Suggestion[] {
  return (task?.portMappings ?? []).flatMap((mapping) => {
    const name = mapping.get("name")?.string;
    return name === undefined ? [] : [nameOf(name, `port ${mapping.get("containerPort")?.sourceText ?? ""}`)];
  });
}

/** The images of the workspace, and the forms in which images are named. */
function images(site: CursorSite): Suggestion[] {
  const found = containersOfWorkspace(site).flatMap((container) => container.get("image")?.string || []);
  const used = [...new Set(found)].filter((image) => image !== site.cursor.typed).sort();
  return [...used.map((image) => nameOf(image, "used in this workspace")), ...imageForms(site)];
}

function containersIn(root: JsonNode | undefined): readonly JsonNode[] {
  return root?.get("containerDefinitions")?.items ?? root?.items ?? [];
}

/** The names of variables in the workspace, without those that this container has. */
function variableNames(site: CursorSite): Suggestion[] {
  const own = site.enclosing(3);
  const taken = new Set([...namesIn(own, "environment"), ...namesIn(own, "secrets")]);
  taken.delete(site.cursor.typed);
  const containersOfAll = containersOfWorkspace(site);
  const found = containersOfAll.flatMap((container) => [
    ...namesIn(container, "environment"),
    ...namesIn(container, "secrets"),
  ]);
  return [...new Set(found)]
    .filter((name) => !taken.has(name))
    .sort()
    .map((name) => nameOf(name, "used in this workspace"));
}

/** Those whose values may stand in the file: no name that is a secret somewhere, or sounds like one. */
function openVariableNames(site: CursorSite): Suggestion[] {
  const secret = new Set(containersOfWorkspace(site).flatMap((container) => namesIn(container, "secrets")));
  return variableNames(site).filter(({ label }) => !secret.has(label) && secrecyOfName(label) !== "secret");
}

function containersOfWorkspace({ definition, workspace }: CursorSite): readonly JsonNode[] {
  return [definition, ...workspace.definitions]
    .filter(({ kind }) => kind === "task-definition")
    .flatMap(({ root }) => containersIn(root));
}

function namesIn(container: JsonNode | undefined, list: "environment" | "secrets"): string[] {
  return (container?.get(list)?.items ?? []).flatMap((entry) => entry.get("name")?.string || []);
}
