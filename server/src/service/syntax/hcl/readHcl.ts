import type { Node, Tree } from "web-tree-sitter";
import { JsonNode, type JsonSource, type Span } from "../jsonNode.ts";
import type { ParsedText, SyntaxError } from "../parsedText.ts";
import { isPlaceholder } from "../placeholders.ts";
import { heredocText, quotedText } from "./texts.ts";

/** What is used of the library `web-tree-sitter`. */
export interface HclLibrary {
  /** Null for a text that is broken such that reading it would take without end. */
  readonly parse: (text: string) => Tree | null;
}

const notHcl = "This is not valid HCL.";

/** The comments of a text. */
export function hclComments({ parse }: HclLibrary, text: string): readonly string[] {
  const tree = parse(text);
  try {
    return tree?.rootNode.descendantsOfType("comment").map((comment) => comment?.text ?? "") ?? [];
  } finally {
    tree?.delete();
  }
}

/** Objects and lists may be nested so deep: far more than ECS knows. */
const deepest = 200;

/**
 * The name of the member that holds the arguments of a function: `jsonencode(…)` is `{ "jsonencode()": […]
 * }`.
 */
export function argumentsOf(name: string): string {
  return `${name}()`;
}

/**
 * Reads HCL into the tree that JSON is read into: the attributes of blocks as members, blocks as objects
 * under their type and labels, like Terraform's own JSON. What is to be computed is dynamic; of a condition
 * both values are kept.
 */
export function readHcl({ parse }: HclLibrary, text: string): ParsedText {
  const tree = parse(text);
  if (!tree) return { roots: [], errors: [{ offset: 0, length: 1, message: notHcl }] };
  try {
    const reader = new Reader(text);
    return { roots: [reader.file(tree.rootNode)], errors: errorsOf(tree.rootNode) };
  } finally {
    // Memory of WebAssembly is not collected.
    tree.delete();
  }
}

/** The first place that is not HCL: what follows may follow from it. */
function errorsOf(root: Node): readonly SyntaxError[] {
  if (!root.hasError) return [];
  let node = root;
  for (let inside: Node | undefined = root; inside; ) {
    node = inside;
    inside = inside.isError
      ? undefined
      : inside.children.find(({ hasError, isMissing }) => hasError || isMissing);
  }
  const length = Math.max(node.endIndex - node.startIndex, 1);
  return [{ offset: node.startIndex, length, message: notHcl }];
}

/** Name of a member and where it stands. */
interface Key {
  readonly name: string;
  readonly span: Span;
}

class Reader {
  readonly #source: JsonSource & { readonly blanked: Set<number> };
  #depth = 0;

  constructor(text: string) {
    this.#source = {
      text,
      syntax: "hcl",
      blanked: new Set(),
      // Names in brackets are computed.
      isPlaceholder: (word) => word.startsWith("(") || isPlaceholder(word),
      memberNames: new Set(),
    };
  }

  file(root: Node): JsonNode {
    const file = new JsonNode(this.#source, "object", 0, this.#source.text.length);
    this.#body(
      root.namedChildren.find(({ type }) => type === "body"),
      file,
    );
    return file;
  }

  #body(body: Node | undefined, parent: JsonNode): void {
    for (const child of body?.namedChildren ?? []) {
      if (child.type === "block") this.#block(child, parent);
      const [name, value] = child.type === "attribute" ? child.namedChildren : [];
      if (name && value) this.#value(value, parent, this.#key(name.text, name));
    }
  }

  /** A block is an object under its type, and under each of its labels. */
  #block(block: Node, parent: JsonNode): void {
    const [first, ...labels] = namesOf(block).map(({ name, node }) => this.#key(name, node));
    if (!first || this.#depth >= deepest) return;
    this.#depth += 1;
    const start = block.namedChildren.find(({ type }) => type === "block_start");
    const offset = start?.startIndex ?? block.startIndex;
    const length = block.endIndex - offset;
    let object = new JsonNode(this.#source, "object", offset, length, parent, first);
    for (const label of labels) object = new JsonNode(this.#source, "object", offset, length, object, label);
    this.#body(
      block.namedChildren.find(({ type }) => type === "body"),
      object,
    );
    this.#depth -= 1;
  }

  #value(expression: Node, parent: JsonNode, key?: Key): JsonNode {
    this.#depth += 1;
    const value = this.#depth > deepest ? undefined : this.#known(expression, parent, key);
    this.#depth -= 1;
    return value ?? this.#node("dynamic", expression, parent, key);
  }

  /** The value of an expression that is written out; undefined for one that is to be computed. */
  #known(node: Node, parent: JsonNode, key?: Key): JsonNode | undefined {
    const [only, ...others] = node.namedChildren.filter(({ type }) => type !== "comment");
    switch (node.type) {
      case "expression":
      case "literal_value":
      case "collection_value":
      case "template_expr":
        return only && others.length === 0 ? this.#known(only, parent, key) : undefined;
      case "numeric_lit":
        return this.#node("number", node, parent, key, Number(node.text));
      case "bool_lit":
        return this.#node("boolean", node, parent, key, node.text === "true");
      case "null_lit":
        return this.#node("null", node, parent, key);
      default:
        return this.#compound(node, parent, key);
    }
  }

  #compound(node: Node, parent: JsonNode, key?: Key): JsonNode | undefined {
    switch (node.type) {
      case "operation":
        return this.#negative(node, parent, key);
      case "string_lit":
      case "quoted_template":
      case "heredoc_template":
        return this.#text(node, parent, key);
      case "tuple":
        return this.#tuple(node, parent, key);
      case "object":
        return this.#object(node, parent, key);
      case "conditional":
        return this.#conditional(node, parent, key);
      case "function_call":
        return this.#call(node, parent, key);
      default:
        return undefined;
    }
  }

  #negative(node: Node, parent: JsonNode, key?: Key): JsonNode | undefined {
    const number = /^-\s*(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.exec(node.text)?.[1];
    return number === undefined ? undefined : this.#node("number", node, parent, key, -Number(number));
  }

  /** A text with interpolations is known as it is written only. */
  #text(node: Node, parent: JsonNode, key?: Key): JsonNode {
    const isHeredoc = node.type === "heredoc_template";
    const text = isHeredoc ? heredocText(node.text) : quotedText(node.text);
    const isComputed = node.namedChildren.some(
      ({ type }) => type === "template_interpolation" || type === "template_directive",
    );
    if (isComputed && !isPlaceholder(text)) this.#source.blanked.add(node.startIndex);
    return this.#node("string", node, parent, key, text);
  }

  #tuple(node: Node, parent: JsonNode, key?: Key): JsonNode {
    const list = this.#node("array", node, parent, key);
    for (const item of node.namedChildren) if (item.type === "expression") this.#value(item, list);
    return list;
  }

  #object(node: Node, parent: JsonNode, key?: Key): JsonNode {
    const object = this.#node("object", node, parent, key);
    for (const element of node.namedChildren) {
      const [name, value] = element.type === "object_elem" ? element.namedChildren : [];
      if (name && value) this.#value(value, object, this.#key(nameOf(name), name));
    }
    return object;
  }

  #conditional(node: Node, parent: JsonNode, key?: Key): JsonNode {
    const choice = this.#node("dynamic", node, parent, key);
    for (const value of node.namedChildren.slice(1))
      if (value.type === "expression") this.#value(value, choice);
    return choice;
  }

  #call(node: Node, parent: JsonNode, key?: Key): JsonNode | undefined {
    const [name, list] = node.namedChildren;
    if (!name || !list || list.namedChildren.some(({ type }) => type === "ellipsis")) return undefined;
    const call = this.#node("object", node, parent, key);
    const values = this.#node("array", list, call, this.#key(argumentsOf(name.text), name));
    for (const value of list.namedChildren) if (value.type === "expression") this.#value(value, values);
    return call;
  }

  #key(name: string, node: Node): Key {
    this.#source.memberNames.add(name);
    return { name, span: { offset: node.startIndex, length: node.endIndex - node.startIndex } };
  }

  #node(
    type: JsonNode["type"],
    { startIndex, endIndex }: Node,
    parent: JsonNode,
    key?: Key,
    value?: string | number | boolean,
  ): JsonNode {
    return new JsonNode(this.#source, type, startIndex, endIndex - startIndex, parent, key, value);
  }
}

/** The type and the labels of a block. */
function namesOf(block: Node): readonly { readonly name: string; readonly node: Node }[] {
  return block.namedChildren
    .filter(({ type }) => type === "identifier" || type === "string_lit")
    .map((node) => ({ name: node.type === "identifier" ? node.text : quotedText(node.text), node }));
}

/** The name of an object's member; one that is computed is left as it is written, in its brackets. */
function nameOf(expression: Node): string {
  const { text } = expression;
  if (/^"(?:[^"\\$%]|\\.)*"$/.test(text)) return quotedText(text);
  return /^[\w-]+$/.test(text) ? text : `(${text})`;
}
