import type { FoundDefinition } from "../host.ts";
import { type Schema, resolve, hostSchemas } from "../../schema/ecsSchema.ts";
import { JsonNode, type JsonSource, type Span } from "../../syntax/jsonNode.ts";
import {
  branchesOf,
  functionCall,
  type FunctionCall,
  hasVariables,
  isNoValue,
  substitutionOf,
} from "./functions.ts";
import { cloudFormationName, likelyApiName } from "./names.ts";

/** Name of a member and where it stands. */
interface Key {
  readonly name?: string;
  readonly span: Span;
}

/** Where a translated value goes. */
interface Target {
  readonly parent?: JsonNode;
  readonly key?: Key;
  readonly schema: Schema | undefined;
}

/**
 * Turns the properties of a resource into a definition as the API takes it: members under the API's names,
 * values of the type that CloudFormation converts them to, and what only the deployment knows as dynamic
 * values. All keep the place where they stand in the file.
 */
export class Translation {
  readonly #properties: JsonNode;
  readonly #schemas: Schema | undefined;
  readonly #source: JsonSource & { readonly blanked: Set<number> };

  constructor(properties: JsonNode, kind: FoundDefinition["kind"]) {
    this.#properties = properties;
    this.#schemas = hostSchemas[kind];
    this.#source = { ...properties.source, blanked: new Set(), memberNames: new Set() };
  }

  /** @param place where to point when the definition as a whole lacks something */
  root(place: Span): JsonNode {
    const { offset, length } = this.#properties;
    const root = new JsonNode(this.#source, "object", offset, length, undefined, { span: place });
    root.origin = this.#properties;
    this.#members(this.#properties, root, this.#schemas);
    return root;
  }

  #members(from: JsonNode, to: JsonNode, schema: Schema | undefined): void {
    for (const member of from.members) {
      const name = apiNameOf(member.key!, schema, holderOf(to));
      // An object that only CloudFormation knows.
      if (name === "forceNewDeployment") continue;
      this.#source.memberNames.add(name);
      const below = this.#resolved(schema?.properties?.[name] ?? freeMembersOf(schema));
      this.#add(member, { parent: to, key: { name, span: member.keySpan! }, schema: below });
    }
  }

  #add(node: JsonNode, target: Target): void {
    if (isNoValue(node)) return;
    const call = functionCall(node);
    if (call) return this.#call(node, call, target);
    if (node.type === "object") {
      const object = this.#node("object", node, target);
      this.#members(node, object, target.schema);
    } else if (node.type === "array") {
      const list = this.#node("array", node, target);
      const schema = this.#resolved(target.schema?.items);
      for (const element of node.elements) this.#add(element, { parent: list, schema });
    } else this.#plain(node, target);
  }

  /** What a function gives is not known; of a condition both values are looked at. */
  #call(node: JsonNode, call: FunctionCall, target: Target): void {
    const text = substitutionOf(call);
    if (text) {
      this.#node("string", text, target, text.raw);
      if (hasVariables(text.raw!) && !text.source.isPlaceholder(text.raw!))
        this.#source.blanked.add(text.offset);
      return;
    }
    const dynamic = this.#node("dynamic", node, target);
    for (const branch of branchesOf(call)) this.#add(branch, { parent: dynamic, schema: target.schema });
  }

  /** CloudFormation converts numbers, truth values and texts into each other where that is possible. */
  #plain(node: JsonNode, target: Target): void {
    const type = typeOf(target.schema);
    const text = node.raw?.trim() ?? "";
    if (type === "string" && (node.type === "number" || node.type === "boolean"))
      this.#node("string", node, target, node.sourceText);
    else if (isNumeric(type) && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text))
      this.#node("number", node, target, Number(text));
    else if (type === "boolean" && /^(?:true|false)$/i.test(text))
      this.#node("boolean", node, target, text.toLowerCase() === "true");
    else {
      this.#node(node.type, node, target, node.raw ?? node.number ?? node.boolean);
      const isBlanked = node.type === "string" ? node.source.blanked.has(node.offset) : node.isDynamic;
      if (isBlanked) this.#source.blanked.add(node.offset);
    }
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

  #resolved(schema: Schema | undefined): Schema | undefined {
    return this.#schemas && resolve(this.#schemas, schema);
  }
}

/**
 * The API's name of a member; a name that CloudFormation does not know stays as it is, and is never one of
 * the API's.
 */
export function apiNameOf(written: string, schema: Schema | undefined, holder: string | undefined): string {
  if (!schema) return likelyApiName(written);
  const { properties, additionalProperties } = schema;
  // Options and labels have the same names everywhere.
  if (!properties || additionalProperties !== false) return written;
  const name = Object.keys(properties).find((each) => cloudFormationName(each, holder) === written);
  if (name !== undefined) return name;
  return written in properties ? cloudFormationName(written, holder) : written;
}

/** The member that an object is the value of, be it one of the values between which a condition chooses. */
function holderOf(object: JsonNode): string | undefined {
  return object.parent?.type === "dynamic" ? holderOf(object.parent) : object.key;
}

function freeMembersOf(schema: Schema | undefined): Schema | undefined {
  const free = schema?.additionalProperties;
  return typeof free === "object" ? free : undefined;
}

function typeOf(schema: Schema | undefined): string | undefined {
  return typeof schema?.type === "string" ? schema.type : undefined;
}

function isNumeric(type: string | undefined): boolean {
  return type === "integer" || type === "number";
}
