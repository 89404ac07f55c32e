import type { EcsDocument } from "../../documents/ecsDocument.ts";
import type { JsonNode } from "../../syntax/jsonNode.ts";
import type { Container } from "../../model/container.ts";
import { mappingOf } from "../../model/portMapping.ts";
import type { TaskDefinition } from "../../model/taskDefinition.ts";
import { appendItem, type Fix, insertMember, quickFix, replaceValue } from "../kit/fix.ts";
import { placeOf } from "../kit/placeOf.ts";
import type { RelatedPlace } from "../rule.ts";
import { mostAlike } from "../../../../../shared/src/alike.ts";
import { listOf } from "../kit/words.ts";

/** A container or port that a service names and its task definition does not have. */
export interface UnknownTarget {
  readonly node: JsonNode;
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly RelatedPlace[];
}

/** The container that an entry names, when the task definition has none of that name. */
export function unknownContainer(
  entry: JsonNode,
  task: TaskDefinition,
  taskDocument: EcsDocument | undefined,
): UnknownTarget | undefined {
  const node = entry.filled("containerName");
  const name = node?.string;
  if (!node || name === undefined || task.hasDynamicContainers || task.container(name)) return undefined;
  const names = task.symbols.names("container");
  return {
    node,
    message: `The task definition has no container "${name}"${
      names.length > 0
        ? `; it has ${listOf(
            names.map((each) => `"${each}"`),
            "and",
          )}`
        : ""
    }. AWS answers "The container ${name} does not exist in the task definition".`,
    fixes: likelyNames(name, names).map((choice) => quickFix(`Use "${choice}"`, replaceValue(node, choice))),
    related: placeOf(
      "The containers of the task definition",
      task.root.get("containerDefinitions"),
      taskDocument,
    ),
  };
}

/** The name that is most alike; where none is, the only one there is. */
export function likelyNames(name: string, names: readonly string[]): readonly string[] {
  const choice = mostAlike(name, names) ?? (names.length === 1 ? names[0] : undefined);
  return choice === undefined ? [] : [choice];
}

/** The port that an entry names, when its container maps no such port. */
export function unknownPort(
  entry: JsonNode,
  task: TaskDefinition,
  taskDocument: EcsDocument | undefined,
): UnknownTarget | undefined {
  const node = entry.get("containerPort");
  const container = task.container(entry.get("containerName")?.string);
  if (!node?.number || !container || mappingOf(container.portMappings, node.number) || mayMapMore(container))
    return undefined;
  const ports = container.portMappings.flatMap((mapping) => mapping.get("containerPort")?.number ?? []);
  const range =
    container.portMappings.length > 0
      ? `maps ${listOf(container.portMappings.map(portsOf), "and")}`
      : "maps no port";
  return {
    node,
    message: `Container ${container.label} ${range}, not ${node.number}. AWS answers "The container ${container.name} did not have a container port ${node.number} defined".`,
    fixes: [
      ...ports.map((port) => quickFix(`Use ${port}`, replaceValue(node, port))),
      ...mapPort(container, node.number, taskDocument),
    ],
    related: placeOf(
      `The container ${container.label}`,
      container.node.get("portMappings") ?? container.node.get("name"),
      taskDocument,
    ),
  };
}

/** True when a placeholder may map ports that the file does not show. */
function mayMapMore({ node, portMappings }: Container): boolean {
  const isUnknown = (mapping: JsonNode): boolean =>
    mapping.isDynamic ||
    ["containerPort", "containerPortRange"].some((key) => mapping.get(key)?.isDynamic) ||
    typeof mapping.get("containerPort")?.raw === "string";
  return node.get("portMappings")?.isDynamic === true || portMappings.some(isUnknown);
}

function portsOf(mapping: JsonNode): string {
  return (
    mapping.get("containerPortRange")?.string ??
    String(mapping.get("containerPort")?.number ?? "an unknown port")
  );
}

function mapPort(
  { name, node }: Container,
  containerPort: number,
  document: EcsDocument | undefined,
): readonly Fix[] {
  if (!document) return [];
  const title = `Map port ${containerPort} in container ${name} of the task definition`;
  const list = node.get("portMappings");
  const fix =
    list?.type === "array"
      ? quickFix(title, appendItem(list, { containerPort }))
      : quickFix(title, insertMember(node, "portMappings", [{ containerPort }], "image"));
  return [{ ...fix, document }];
}
