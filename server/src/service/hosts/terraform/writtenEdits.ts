import { resolve, type Schema, schemaAt, hostSchemas } from "../../schema/ecsSchema.ts";
import type { InsertItems, InsertMembers, TreeEdit } from "../../syntax/edit.ts";
import { HclBlock } from "../../syntax/hcl/printHcl.ts";
import { JsonNode } from "../../syntax/jsonNode.ts";
import { argumentFor } from "./names.ts";
import { freePairs } from "./pairs.ts";

type Kind = "task-definition" | "service";
type Argument = readonly [name: string, value: unknown];

/**
 * An edit of a definition as edits of the resource. Undefined for what cannot be said there, or is computed.
 */
export function writtenEdits(edit: TreeEdit, kind: Kind): readonly TreeEdit[] | undefined {
  return new Written(kind).edits(edit);
}

class Written {
  readonly #kind: Kind;
  readonly #root: Schema;

  constructor(kind: Kind) {
    this.#kind = kind;
    this.#root = hostSchemas[kind]!;
  }

  edits(edit: TreeEdit): readonly TreeEdit[] | undefined {
    switch (edit.kind) {
      case "replace":
        return this.#replace(edit.node, edit.value);
      case "rename":
        return this.#rename(edit.member, edit.key);
      case "remove":
        return removal(edit.node);
      case "insert items":
        return this.#items(edit);
      case "insert members":
        return this.#members(edit);
      case "wrap": {
        const { origin: node } = edit.node;
        return node && isInContainers(edit.node) ? [{ ...edit, node }] : undefined;
      }
      case "unwrap": {
        const [outer, inner] = [edit.outer.origin, edit.inner.origin];
        return outer && inner && isInContainers(edit.outer) ? [{ ...edit, outer, inner }] : undefined;
      }
    }
  }

  #replace(node: JsonNode, value: unknown): readonly TreeEdit[] | undefined {
    const { origin } = node;
    if (!origin || !isWritable(value)) return undefined;
    if (isInContainers(node)) return [{ kind: "replace", node: origin, value: asWritten(value) }];
    if (isObject(value)) return undefined;
    const isPublic = node.key === "assignPublicIp" ? isEnabled(value) : undefined;
    return [{ kind: "replace", node: origin, value: isPublic ?? value }];
  }

  #rename(member: JsonNode, name: string): readonly TreeEdit[] | undefined {
    const { origin, parent } = member;
    if (!origin || !parent || origin.parent !== parent.origin) return undefined;
    const key = isInContainers(member)
      ? name
      : argumentFor(holderOf(parent) ?? this.#kind, [name], this.#schemaOf(parent));
    return key === undefined ? undefined : [{ kind: "rename", member: origin, key }];
  }

  #items(edit: InsertItems): readonly TreeEdit[] | undefined {
    const { into: list, values } = edit;
    const { origin: into } = list;
    if (!values.every(isWritable)) return undefined;
    if (into && (isInContainers(list) || !values.some(isObject)))
      return into.type === "array" ? [{ ...edit, into, values: values.map(asWritten) }] : undefined;
    return this.#blocks(list, values);
  }

  /** Blocks behind the last one of a list that blocks of one type make. */
  #blocks(list: JsonNode, values: readonly unknown[]): readonly TreeEdit[] | undefined {
    const { parent, key = "" } = list;
    const last = list.elements.at(-1)?.origin;
    if (!parent || !last?.parent || key in freePairs) return undefined;
    const name = argumentFor(holderOf(parent) ?? this.#kind, [key], this.#schemaOf(parent));
    const schema = this.#resolved(this.#schemaOf(list)?.items);
    const blocks = values.map((value) => this.#block(value, schema, key));
    if (name === undefined || !blocks.every((each) => each !== undefined)) return undefined;
    return [
      inserted(
        last.parent,
        blocks.map((block) => [name, block]),
        last,
      ),
    ];
  }

  #members({ into: object, members, after }: InsertMembers): readonly TreeEdit[] | undefined {
    if (!members.every(([, value]) => isWritable(value))) return undefined;
    const sibling = after instanceof JsonNode ? after.origin : after;
    if (isInContainers(object)) {
      const { origin: into } = object;
      const written = members.map(([key, value]) => [key, asWritten(value)] as const);
      return into && [{ kind: "insert members", into, members: written, after: sibling }];
    }
    // Members of an object that the resource does not have are arguments of the one around it.
    const way: string[] = [];
    let holder = object;
    for (; !holder.origin && holder.parent; holder = holder.parent) way.unshift(holder.key ?? "");
    const { origin: body } = holder;
    if (body?.type !== "object") return undefined;
    const schema = this.#schemaOf(holder);
    const found = members.map(([key, value]) =>
      this.#arguments(holderOf(holder) ?? this.#kind, [...way, key], value, schema),
    );
    if (!found.every((each) => each !== undefined)) return undefined;
    const isBeside = sibling === "start" || (sibling instanceof JsonNode && sibling.parent === body);
    return [inserted(body, found.flat(), isBeside ? sibling : undefined)];
  }

  /** The arguments that set a member of an object, and in it what the value has. */
  #arguments(
    holder: string,
    path: readonly string[],
    value: unknown,
    schema: Schema | undefined,
  ): readonly Argument[] | undefined {
    const below = path.reduce<Schema | undefined>(
      (at, step) => this.#resolved(at?.properties?.[step]),
      schema,
    );
    const name = argumentFor(holder, path, schema);
    if (!isObject(value))
      return name === undefined ? undefined : this.#argument(name, path.at(-1)!, value, below);
    const inside = Object.entries(value).map(([key, member]) => ({ key, member }));
    const moved = inside.filter(({ key }) => argumentFor(holder, [...path, key], schema) !== undefined);
    const own = inside.filter((each) => !moved.includes(each));
    const found = moved.map(({ key, member }) => this.#arguments(holder, [...path, key], member, schema));
    if (own.length > 0 || inside.length === 0) {
      if (name === undefined) return undefined;
      const rest = Object.fromEntries(own.map(({ key, member }) => [key, member]));
      found.push(this.#argument(name, path.at(-1)!, rest, below));
    }
    return found.every((each) => each !== undefined) ? found.flat() : undefined;
  }

  #argument(
    name: string,
    member: string,
    value: unknown,
    schema: Schema | undefined,
  ): readonly Argument[] | undefined {
    const isArray = Array.isArray(value);
    if (member === "containerDefinitions" || (member in freePairs && isArray)) return undefined;
    if (member === "assignPublicIp") return [[name, isEnabled(value) ?? value]];
    const items = this.#resolved(schema?.items);
    const isBlock = isArray
      ? items?.properties !== undefined
      : isObject(value) && schema?.properties !== undefined && schema.additionalProperties === false;
    if (!isBlock) return [[name, value]];
    const blocks = isArray
      ? value.map((item) => this.#block(item, items, member))
      : [this.#block(value, schema, member)];
    return blocks.every((each) => each !== undefined) ? blocks.map((block) => [name, block]) : undefined;
  }

  #block(value: unknown, schema: Schema | undefined, holder: string): HclBlock | undefined {
    if (!isObject(value)) return undefined;
    const found = Object.entries(value).map(([key, member]) =>
      this.#arguments(holder, [key], member, schema),
    );
    return found.every((each) => each !== undefined)
      ? new HclBlock(Object.fromEntries(found.flat()))
      : undefined;
  }

  #schemaOf(node: JsonNode): Schema | undefined {
    return schemaAt(this.#kind, "plain", node.path);
  }

  #resolved(schema: Schema | undefined): Schema | undefined {
    return resolve(this.#root, schema);
  }
}

/** What Terraform has for the two words of the API. */
function isEnabled(value: unknown): boolean | undefined {
  return value === "ENABLED" || value === "DISABLED" ? value === "ENABLED" : undefined;
}

/** Takes out the argument, block or member that sets a value, or all of them. */
function removal(node: JsonNode): readonly TreeEdit[] | undefined {
  const { origin, parent } = node;
  if (parent?.type === "dynamic") return undefined;
  if (origin) {
    const isEntry = origin.parent?.type === "object" || origin.parent?.type === "array";
    const isWhole = parent?.origin === undefined || origin.parent === parent.origin;
    return isEntry && isWhole ? [{ kind: "remove", node: origin }] : undefined;
  }
  const inside = node.elements.map(removal);
  return inside.length > 0 && inside.every((each) => each !== undefined) ? inside.flat() : undefined;
}

/** Terraform's JSON has objects where HCL has blocks. */
function inserted(into: JsonNode, members: readonly Argument[], after: InsertMembers["after"]): TreeEdit {
  const isJson = into.source.syntax === "json";
  return { kind: "insert members", into, members: isJson ? members.map(plainArgument) : members, after };
}

function plainArgument([name, value]: Argument): Argument {
  return [name, plain(value)];
}

function plain(value: unknown): unknown {
  if (!(value instanceof HclBlock)) return value;
  return Object.fromEntries(Object.entries(value.members).map(plainArgument));
}

/** Containers are written in the names of the API. */
function isInContainers({ path: [first] }: JsonNode): boolean {
  return first === "containerDefinitions";
}

/** The member that an object or list is the value of, or an entry of; undefined for the whole. */
function holderOf(node: JsonNode): string | undefined {
  return node.key ?? (node.parent && holderOf(node.parent));
}

/** Data in which values of the definition are those of the file. */
function asWritten(value: unknown): unknown {
  if (value instanceof JsonNode) return value.origin ?? value;
  if (Array.isArray(value)) return value.map(asWritten);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, asWritten(member)]));
}

function isWritable(value: unknown): boolean {
  if (value instanceof JsonNode) return value.origin !== undefined;
  return typeof value !== "object" || value === null || Object.values(value).every(isWritable);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof JsonNode);
}
