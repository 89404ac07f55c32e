import { resolve, type Schema, schemaAt, hostSchemas } from "../../schema/ecsSchema.ts";
import type { TreeEdit } from "../../syntax/edit.ts";
import { JsonNode } from "../../syntax/jsonNode.ts";
import type { FoundDefinition } from "../host.ts";
import { cloudFormationName } from "./names.ts";

type Kind = FoundDefinition["kind"];

/**
 * An edit of a definition as an edit of the properties in the template. Undefined where a function is in the
 * way.
 */
export function writtenEdit(edit: TreeEdit, kind: Kind): readonly TreeEdit[] | undefined {
  const written = new Written(kind).edit(edit);
  return written && [written];
}

class Written {
  readonly #kind: Kind;
  readonly #root: Schema | undefined;

  constructor(kind: Kind) {
    this.#kind = kind;
    this.#root = hostSchemas[kind];
  }

  edit(edit: TreeEdit): TreeEdit | undefined {
    switch (edit.kind) {
      case "replace":
        return this.#replace(edit.node, edit.value);
      case "rename":
        return this.#rename(edit.member, edit.key);
      case "remove": {
        const node = entryOf(edit.node);
        return node && { kind: "remove", node };
      }
      case "insert items":
      case "insert members":
        return this.#insertion(edit);
      case "wrap": {
        const { origin: node } = edit.node;
        const key = edit.key === undefined ? undefined : cloudFormationName(edit.key);
        return node && { kind: "wrap", node, key };
      }
      case "unwrap": {
        const [outer, inner] = [edit.outer.origin, edit.inner.origin];
        return outer && inner && { kind: "unwrap", outer, inner };
      }
    }
  }

  #replace(node: JsonNode, value: unknown): TreeEdit | undefined {
    const { origin } = node;
    if (!origin || !isWritable(value)) return undefined;
    return { kind: "replace", node: origin, value: this.#value(value, this.#schemaOf(node), holderOf(node)) };
  }

  #rename({ origin, parent }: JsonNode, key: string): TreeEdit | undefined {
    if (!origin || !parent) return undefined;
    const name = this.#name(key, this.#schemaOf(parent), holderOf(parent));
    return { kind: "rename", member: origin, key: name };
  }

  #insertion(edit: Extract<TreeEdit, { into: JsonNode }>): TreeEdit | undefined {
    const { origin: into } = edit.into;
    const schema = this.#schemaOf(edit.into);
    const holder = holderOf(edit.into);
    if (!into || into.type !== edit.into.type) return undefined;
    if (edit.kind === "insert items") {
      if (!edit.values.every(isWritable)) return undefined;
      const items = this.#resolved(schema?.items);
      return { ...edit, into, values: edit.values.map((value) => this.#value(value, items, holder)) };
    }
    const after = edit.after instanceof JsonNode ? entryOf(edit.after) : edit.after;
    if (!edit.members.every(([, value]) => isWritable(value))) return undefined;
    const members = edit.members.map(([key, value]) => this.#member(key, value, schema, holder));
    return { ...edit, into, after, members };
  }

  #member(
    key: string,
    value: unknown,
    schema: Schema | undefined,
    holder: string | undefined,
  ): readonly [string, unknown] {
    const free = schema?.additionalProperties;
    const below = schema?.properties?.[key] ?? (typeof free === "object" ? free : undefined);
    return [this.#name(key, schema, holder), this.#value(value, this.#resolved(below), key)];
  }

  #value(value: unknown, schema: Schema | undefined, holder: string | undefined): unknown {
    if (value instanceof JsonNode) return value.origin ?? value;
    if (Array.isArray(value)) {
      const items = this.#resolved(schema?.items);
      return value.map((item) => this.#value(item, items, holder));
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => this.#member(key, member, schema, holder)),
    );
  }

  /** Options and labels have the same names everywhere. */
  #name(name: string, schema: Schema | undefined, holder: string | undefined): string {
    const isKnown = schema?.properties !== undefined && schema.additionalProperties === false;
    return isKnown && Object.hasOwn(schema.properties, name) ? cloudFormationName(name, holder) : name;
  }

  #schemaOf(node: JsonNode): Schema | undefined {
    return schemaAt(this.#kind, "plain", node.path);
  }

  #resolved(schema: Schema | undefined): Schema | undefined {
    return this.#root && resolve(this.#root, schema);
  }
}

/** The entry of the template's object or list that a value is; undefined for one that a condition chooses. */
function entryOf(node: JsonNode): JsonNode | undefined {
  if (node.parent?.type === "dynamic") return undefined;
  let entry = node.origin;
  while (entry?.parent && entry.parent !== node.parent?.origin) entry = entry.parent;
  return entry?.parent && entry;
}

/** The member that an object or list is the value of, be it an element or a choice. */
function holderOf(node: JsonNode): string | undefined {
  return node.key ?? (node.parent && holderOf(node.parent));
}

/**
 * CloudFormation reads `{{resolve:…}}`, and `${…}` in some places; what other tools replace is a text to it.
 */
function isWritable(value: unknown): boolean {
  if (typeof value === "string") return !/\$\{|\{\{/.test(value);
  if (value instanceof JsonNode) return value.origin !== undefined;
  return typeof value !== "object" || value === null || Object.values(value).every(isWritable);
}
