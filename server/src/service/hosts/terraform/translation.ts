import { type Schema, resolve, hostSchemas } from "../../schema/ecsSchema.ts";
import { JsonNode, type JsonSource, type Span } from "../../syntax/jsonNode.ts";
import { callOf, containersIn, isCall, localName, unconverted } from "./calls.ts";
import { memberPath } from "./names.ts";
import { freePairs } from "./pairs.ts";

/** Where a translated value goes. */
interface Target {
  readonly parent: JsonNode;
  readonly key?: { readonly name: string; readonly span: Span };
  readonly schema: Schema | undefined;
}

/** The values of the file's `locals` by name; of one that is repeated none. */
export type Locals = ReadonlyMap<string, JsonNode>;

/**
 * Turns a resource into a definition as the API takes it: arguments and blocks become members under the API's
 * names, values get the type that Terraform converts them to, and what is computed is dynamic. All keep their
 * place in the file.
 */
export class Translation {
  readonly #resource: JsonNode;
  readonly #kind: "task-definition" | "service";
  readonly #schemas: Schema;
  readonly #source: JsonSource & { readonly blanked: Set<number> };
  readonly #locals: Locals;

  constructor(resource: JsonNode, kind: "task-definition" | "service", locals: Locals) {
    this.#locals = locals;
    this.#resource = resource;
    this.#kind = kind;
    this.#schemas = hostSchemas[kind]!;
    this.#source = { ...resource.source, blanked: new Set(), memberNames: new Set() };
  }

  /** @param place where to point when the definition as a whole lacks something */
  root(place: Span): JsonNode {
    const { offset, length } = this.#resource;
    const root = new JsonNode(this.#source, "object", offset, length, undefined, { span: place });
    root.origin = this.#resource;
    this.#arguments(this.#resource, root, this.#schemas, this.#kind);
    return root;
  }

  /** @param holder what the object is: the member that it is the value or an entry of */
  #arguments(from: JsonNode, to: JsonNode, schema: Schema | undefined, holder: string): void {
    for (const member of from.members) {
      if (member.key === "dynamic" && member.type === "object") this.#generated(member, to, schema, holder);
      else if (member.type !== "null") this.#argument(member, to, schema, holder);
    }
  }

  /** Blocks that are computed: how many there are and what is in them is not known. */
  #generated(block: JsonNode, to: JsonNode, schema: Schema | undefined, holder: string): void {
    for (const label of block.members) {
      const path = memberPath(holder, label.key!, schema);
      if (!path) continue;
      const place = this.#parentOf(path, to, schema, label);
      if (place.schema?.type === "array") this.#node("dynamic", label, this.#listAt(place, label));
      else this.#node("dynamic", label, place);
    }
  }

  #argument(member: JsonNode, to: JsonNode, schema: Schema | undefined, holder: string): void {
    const path = memberPath(holder, member.key!, schema);
    if (!path) return;
    const place = this.#parentOf(path, to, schema, member);
    const name = path.at(-1)!;
    if (name === "containerDefinitions") this.#containers(member, place);
    else if (name === "assignPublicIp" && member.boolean !== undefined)
      this.#node("string", member, place, member.boolean ? "ENABLED" : "DISABLED");
    else if (name in freePairs) this.#pairs(member, place, freePairs[name]!);
    else if (place.schema?.type === "array") this.#entries(member, place, name);
    // A list where the API has an object is how Terraform's JSON writes a block.
    else this.#block(onlyElement(member), place, name);
  }

  /** Where the last member of a path goes; the objects on the way are made where they are missing. */
  #parentOf(path: readonly string[], to: JsonNode, schema: Schema | undefined, member: JsonNode): Target {
    let target: Target = { parent: to, schema };
    for (const [index, name] of path.entries()) {
      this.#source.memberNames.add(name);
      const below = this.#resolved(target.schema?.properties?.[name]);
      const key = { name, span: member.keySpan! };
      if (index === path.length - 1) target = { parent: target.parent, key, schema: below };
      else {
        const known = target.parent.members.find((each) => each.key === name);
        const object = known ?? this.#made("object", member, { ...target, key });
        target = { parent: object, schema: below };
      }
    }
    return target;
  }

  /** A block, or a list of values, adds to the list that blocks of its type make together. */
  #entries(member: JsonNode, place: Target, holder: string): void {
    const value = unconverted(member);
    if (isCall(value)) return this.#asWritten(value, place);
    if (value.type !== "array" && value.type !== "object") return this.#value(value, place);
    const target = this.#listAt(place, member);
    for (const item of value.type === "array" ? value.elements : [value])
      if (item.type !== "null") this.#block(item, target, holder);
  }

  /** The list of that name, made where it is missing, as the place of its next element. */
  #listAt(place: Target, member: JsonNode): Target {
    const known = place.parent.members.find(({ key, type }) => key === place.key?.name && type === "array");
    const list =
      known ??
      (member.type === "array" ? this.#node("array", member, place) : this.#made("array", member, place));
    return { parent: list, schema: this.#resolved(place.schema?.items) };
  }

  #block(node: JsonNode, target: Target, holder: string): void {
    const value = unconverted(node);
    const isBlock = value.type === "object" && !isCall(value) && target.schema?.properties !== undefined;
    if (!isBlock) return this.#value(value, target);
    // Some arguments of a resource stand in the object that the block is.
    const known = target.parent.members.find(
      ({ key, type }) => key === target.key?.name && type === "object",
    );
    const object = known ?? this.#node("object", value, target);
    object.origin ??= value;
    this.#arguments(value, object, target.schema, holder);
  }

  /** A map as a list of pairs. */
  #pairs(node: JsonNode, target: Target, [name, value]: readonly [string, string]): void {
    if (node.type !== "object" || isCall(node)) {
      this.#node("dynamic", node, target);
      return;
    }
    const list = this.#made("array", node, target);
    for (const member of node.members) {
      if (member.type === "null") continue;
      const span = member.keySpan!;
      const pair = new JsonNode(this.#source, "object", span.offset, endOf(member) - span.offset, list);
      const isComputed = member.source.isPlaceholder(member.key!);
      const type = isComputed ? "dynamic" : "string";
      new JsonNode(this.#source, type, span.offset, span.length, pair, { name, span }, member.key);
      this.#value(member, { parent: pair, key: { name: value, span }, schema: { type: "string" } });
    }
  }

  #containers(member: JsonNode, place: Target): void {
    const written = unconverted(member);
    const local = this.#locals.get(localName(written) ?? "");
    const value = containersIn(local ?? written);
    if (value) this.#asWritten(value, place);
    else this.#node("dynamic", member, place);
  }

  /** A value in the spelling of the API; only what is computed in it is not as JSON would have it. */
  #asWritten(node: JsonNode, target: Target): void {
    const value = this.#local(unconverted(node));
    const joined = callOf(value, "concat");
    if (joined) this.#listAsWritten(value, joined.flatMap(elementsOf), target);
    else if (isComputed(value)) this.#choices(value, target, (choice, at) => this.#asWritten(choice, at));
    else if (value.type === "object") this.#objectAsWritten(value, target);
    else if (value.type === "array") this.#listAsWritten(value, value.elements, target);
    else this.#plain(value, target);
  }

  /** What a local value is where it is written out: at its own place. */
  #local(node: JsonNode): JsonNode {
    const local = this.#locals.get(localName(node) ?? "");
    return local?.type === "object" || local?.type === "array" ? local : node;
  }

  #listAsWritten(node: JsonNode, elements: readonly JsonNode[], target: Target): void {
    const list = this.#node("array", node, target);
    const schema = this.#resolved(target.schema?.items);
    for (const element of elements)
      if (element.type !== "null") this.#asWritten(element, { parent: list, schema });
  }

  #objectAsWritten(value: JsonNode, target: Target): void {
    const object = this.#node("object", value, target);
    for (const member of value.members) {
      if (member.type === "null") continue;
      const name = member.key!;
      this.#source.memberNames.add(name);
      const schema = this.#resolved(target.schema?.properties?.[name]);
      this.#asWritten(member, { parent: object, key: { name, span: member.keySpan! }, schema });
    }
  }

  /** A plain value or a free map of an argument, converted to the type that the provider wants. */
  #value(node: JsonNode, target: Target): void {
    if (isComputed(node)) this.#choices(node, target, (choice, at) => this.#value(choice, at));
    else if (node.type === "array" || node.type === "object") this.#asWritten(node, target);
    else if (node.isDynamic) this.#plain(node, target);
    else {
      const value = converted(node, target.schema);
      const type = value === undefined ? node.type : (typeof value as "string" | "number" | "boolean");
      this.#node(type, node, target, value);
    }
  }

  /** A value that is computed, with those that a condition chooses from. */
  #choices(node: JsonNode, target: Target, add: (choice: JsonNode, at: Target) => void): void {
    const dynamic = this.#node("dynamic", node, target);
    for (const choice of node.type === "dynamic" ? node.elements : [])
      if (choice.type !== "null") add(choice, { parent: dynamic, schema: target.schema });
  }

  #plain(node: JsonNode, target: Target): void {
    this.#node(node.type, node, target, node.raw ?? node.number ?? node.boolean);
    const isBlanked = node.type === "string" ? node.source.blanked.has(node.offset) : node.isDynamic;
    if (isBlanked) this.#source.blanked.add(node.offset);
  }

  #node(
    type: JsonNode["type"],
    from: JsonNode,
    { parent, key }: Target,
    value?: string | number | boolean,
  ): JsonNode {
    const node = new JsonNode(this.#source, type, from.offset, from.length, parent, key, value);
    node.origin = from;
    return node;
  }

  /** An object or list of the API that the resource does not have: what is in it stands elsewhere there. */
  #made(type: "object" | "array", { offset, length }: JsonNode, { parent, key }: Target): JsonNode {
    return new JsonNode(this.#source, type, offset, length, parent, key);
  }

  #resolved(schema: Schema | undefined): Schema | undefined {
    return resolve(this.#schemas, schema);
  }
}

function isComputed(node: JsonNode): boolean {
  return node.type === "dynamic" || isCall(node);
}

/** The elements of a list that is joined with others; one that is computed stands for its own. */
function elementsOf(list: JsonNode): readonly JsonNode[] {
  return list.type === "array" ? list.elements : [list];
}

/** A plain value in the type that the schema wants, where Terraform converts it. */
function converted(node: JsonNode, schema: Schema | undefined): string | number | boolean | undefined {
  const text = node.raw ?? "";
  if (schema?.type === "string") return node.raw ?? node.sourceText;
  const isNumeric = schema?.type === "integer" || schema?.type === "number";
  if (isNumeric && /^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (schema?.type === "boolean" && /^(?:true|false)$/.test(text)) return text === "true";
  return node.raw ?? node.number ?? node.boolean;
}

function onlyElement(node: JsonNode): JsonNode {
  return node.type === "array" && node.elements.length === 1 ? node.elements[0]! : node;
}

function endOf({ offset, length }: JsonNode): number {
  return offset + length;
}
