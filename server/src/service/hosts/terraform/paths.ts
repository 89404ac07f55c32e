import { resolve, type Schema, hostSchemas } from "../../schema/ecsSchema.ts";
import type { JsonNode } from "../../syntax/jsonNode.ts";
import type { HostPaths, Path } from "../host.ts";
import { memberPath } from "./names.ts";

type Kind = "task-definition" | "service";

/**
 * The ways through the blocks of a resource. The arguments are offered by the extension for Terraform, what
 * is in `jsonencode` is not.
 */
export function resourcePaths(
  kind: Kind,
  [type, name]: readonly [string, string],
  root: JsonNode,
): HostPaths {
  return {
    inside: ([resource, ownType, ownName, ...rest], offset) =>
      resource === "resource" && ownType === type && ownName === name
        ? apiPath(kind, rest, { root, offset })
        : undefined,
    nameOf: ([first, ...others], member) =>
      first === "containerDefinitions" && others.length > 0 ? member : undefined,
  };
}

/** How far a way was followed. */
interface Followed {
  readonly path: Path;
  readonly schema: Schema | undefined;
  readonly node: JsonNode | undefined;
  /** The member that the schema is of. */
  readonly holder: string;
}

function apiPath(
  kind: Kind,
  written: Path,
  { root, offset }: { readonly root: JsonNode; readonly offset: number },
): Path | undefined {
  const schemas = hostSchemas[kind]!;
  let at: Followed = { path: [], schema: schemas, node: root, holder: kind };
  for (const [index, step] of written.entries()) {
    // Containers are written as the API has them.
    if (at.path[0] === "containerDefinitions") return [...at.path, ...written.slice(index)];
    if (typeof step === "number") at = element(at, step, schemas);
    else {
      const members = memberPath(at.holder, step, at.schema);
      if (!members) return undefined;
      at = members.reduce((from, name) => member(from, name, schemas), at);
      const isBlock = typeof written[index + 1] !== "number" && isListOfObjects(at, schemas);
      if (isBlock) at = element(at, blockAt(at.node, offset), schemas);
    }
  }
  return at.path;
}

function member({ path, schema, node }: Followed, name: string, schemas: Schema): Followed {
  const below = resolve(schemas, schema?.properties?.[name]);
  return { path: [...path, name], schema: below, node: node?.get(name), holder: name };
}

function element({ path, schema, node, holder }: Followed, index: number, schemas: Schema): Followed {
  const below = resolve(schemas, schema?.items);
  return { path: [...path, index], schema: below, node: node?.elements[index], holder };
}

function isListOfObjects({ schema, holder }: Followed, schemas: Schema): boolean {
  return holder !== "containerDefinitions" && resolve(schemas, schema?.items)?.properties !== undefined;
}

/** Which of the blocks that make a list together an offset is in. */
function blockAt(list: JsonNode | undefined, at: number): number {
  const blocks = list?.elements ?? [];
  const own = blocks.findIndex(({ offset, length }) => offset <= at && at <= offset + length);
  return own < 0 ? blocks.length : own;
}
