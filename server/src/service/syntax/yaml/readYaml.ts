import type * as Yaml from "yaml";
import type { Alias, Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { JsonNode, type JsonSource, type Span } from "../jsonNode.ts";
import { isPlaceholder } from "../placeholders.ts";
import type { ParsedText, SyntaxError } from "../parsedText.ts";
import { filler } from "./templateText.ts";
import { cloudFormationTags, longForm } from "./cloudFormationTags.ts";

/** What is used of the library `yaml`. */
export interface YamlLibrary
  extends Pick<typeof Yaml, "isAlias" | "isMap" | "isPair" | "isScalar" | "isSeq"> {
  /** The documents of a stream. */
  readonly parse: (text: string) => readonly Pick<Document.Parsed, "contents" | "errors">[];
  /** The comments of a text. */
  readonly comments: (text: string) => readonly string[];
}

/** Objects and lists may be nested so deep: far more than ECS knows. */
const deepest = 200;

/** So many values a text may come to when its aliases are followed: far more than templates have. */
const mostValues = 200_000;

const tooDeep = "This file is nested too deep.";

const functions: ReadonlySet<string> = new Set(cloudFormationTags);

/**
 * Reads YAML into the tree that JSON is read into. Aliases and merge keys are followed, and what they lead to
 * keeps the place where it is written. A short form of CloudFormation, `!Ref x`, becomes its long form, `{
 * "Ref": "x" }`.
 *
 * @param filledText the text as it is parsed, placeholders of templates filled and as long as they are
 */
export function readYaml(yaml: YamlLibrary, text: string, filledText = text): ParsedText {
  const source: BlankedSource = {
    text,
    syntax: "yaml",
    blanked: new Set(),
    isPlaceholder,
    memberNames: new Set(),
  };
  const documents = parsed(yaml, filledText);
  if (!documents) return { roots: [], errors: [{ offset: 0, length: 1, message: tooDeep }] };
  const reader = new Reader(yaml, source);
  const roots = documents.flatMap(({ contents }) => reader.document(contents) ?? []);
  return { roots, errors: documents.flatMap(({ errors }) => errors.map(toSyntaxError)) };
}

/** Undefined for a text that is nested too deep for the library. */
function parsed(yaml: YamlLibrary, text: string): ReturnType<YamlLibrary["parse"]> | undefined {
  try {
    return yaml.parse(text);
  } catch {
    return undefined;
  }
}

function toSyntaxError({ code, message, pos }: Document.Parsed["errors"][number]): SyntaxError {
  const [start, end] = pos;
  const isTooDeep = code === "RESOURCE_EXHAUSTION";
  return {
    offset: start,
    length: Math.max(end - start, 1),
    message: isTooDeep ? tooDeep : `This is not valid YAML: ${message}.`,
  };
}

type BlankedSource = JsonSource & { readonly blanked: Set<number> };

/** Name of a member and where it stands. */
interface Key {
  readonly name: string;
  readonly span: Span;
}

/** A mapping's entry, told from those of the library, whose types know more than any text has. */
interface Entry {
  readonly key: Scalar;
  readonly value: Node | null;
}

class Reader {
  readonly #yaml: YamlLibrary;
  readonly #source: BlankedSource;
  #anchors = new Map<string, Node>();
  /** The nodes that are being read, which must not hold themselves by an alias. */
  readonly #open = new Set<Node>();
  #values = 0;
  #depth = 0;

  constructor(yaml: YamlLibrary, source: BlankedSource) {
    this.#yaml = yaml;
    this.#source = source;
  }

  document(contents: Node | null): JsonNode | undefined {
    this.#anchors = new Map();
    return contents && rangeOf(contents).length > 0 ? this.#value(contents) : undefined;
  }

  #value(node: Node | null, parent?: JsonNode, key?: Key): JsonNode {
    this.#values += 1;
    if (!node) return this.#leaf("null", after(key), parent, key);
    if (this.#yaml.isAlias(node)) return this.#alias(node, parent, key);
    if (this.#depth >= deepest || this.#values > mostValues)
      return this.#leaf("dynamic", rangeOf(node), parent, key);
    this.#depth += 1;
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    this.#open.add(node);
    const value = node.tag?.startsWith("!")
      ? this.#tagged(node, parent, key)
      : this.#plain(node, parent, key);
    this.#open.delete(node);
    this.#depth -= 1;
    return value;
  }

  #alias(alias: Alias, parent?: JsonNode, key?: Key): JsonNode {
    const target = this.#anchors.get(alias.source);
    return target && !this.#open.has(target)
      ? this.#value(target, parent, key)
      : this.#leaf("dynamic", rangeOf(alias), parent, key);
  }

  /** A function of CloudFormation in its long form; what other tools put in place of a tag is not known. */
  #tagged(node: Node, parent?: JsonNode, key?: Key): JsonNode {
    const tag = node.tag!;
    const { offset, length } = rangeOf(node);
    const start = this.#source.text.lastIndexOf(tag, offset);
    if (!functions.has(tag) || start < 0) return this.#leaf("dynamic", { offset, length }, parent, key);
    const span = { offset: start, length: tag.length };
    const call = new JsonNode(this.#source, "object", start, offset + length - start, parent, key);
    this.#plain(node, call, { name: longForm(tag), span });
    return call;
  }

  #plain(node: Node, parent?: JsonNode, key?: Key): JsonNode {
    if (this.#yaml.isMap(node)) return this.#map(node, parent, key);
    return this.#yaml.isSeq(node) ? this.#seq(node, parent, key) : this.#scalar(node as Scalar, parent, key);
  }

  #map(map: YAMLMap, parent?: JsonNode, key?: Key): JsonNode {
    const { offset, length } = rangeOf(map);
    const object = new JsonNode(this.#source, "object", offset, length, parent, key);
    for (const { entry, name } of this.#entries(map)) {
      this.#source.memberNames.add(name);
      this.#value(entry.value, object, { name, span: rangeOf(entry.key) });
    }
    return trimmed(object);
  }

  /** The entries of a mapping; before them those that it merges in, but for names that it has itself. */
  #entries(map: YAMLMap): readonly { readonly entry: Entry; readonly name: string }[] {
    // Other names than texts mean nothing to ECS.
    const entries = map.items.flatMap((pair) =>
      this.#yaml.isScalar(pair.key) ? [{ entry: pair as unknown as Entry, name: nameOf(pair.key) }] : [],
    );
    const own = entries.filter(({ name }) => name !== "<<");
    if (own.length === entries.length) return own;
    const taken = new Set(own.map(({ name }) => name));
    const merged = entries
      .filter(({ name }) => name === "<<")
      .flatMap(({ entry }) => this.#mergedFrom(entry.value))
      .filter(({ name }) => !taken.has(name) && taken.add(name));
    return [...merged, ...own];
  }

  #mergedFrom(value: Node | null): readonly { readonly entry: Entry; readonly name: string }[] {
    const target = value && this.#yaml.isAlias(value) ? (this.#anchors.get(value.source) ?? null) : value;
    if (!target || this.#open.has(target)) return [];
    this.#open.add(target);
    const entries = this.#yaml.isMap(target)
      ? this.#entries(target)
      : this.#yaml.isSeq(target)
        ? target.items.flatMap((item) => this.#mergedFrom(item as Node))
        : [];
    this.#open.delete(target);
    return entries;
  }

  #seq(seq: YAMLSeq, parent?: JsonNode, key?: Key): JsonNode {
    const { offset, length } = rangeOf(seq);
    const list = new JsonNode(this.#source, "array", offset, length, parent, key);
    for (const item of seq.items) {
      if (this.#yaml.isPair(item)) this.#pair(item, list);
      else this.#value(item as Node | null, list);
    }
    return trimmed(list);
  }

  /** `[a: b]` is a list of one mapping. */
  #pair({ key, value }: Pair, list: JsonNode): void {
    if (!this.#yaml.isScalar(key)) return;
    const span = rangeOf(key);
    const object = new JsonNode(this.#source, "object", span.offset, span.length, list);
    this.#value(value as Node | null, object, { name: nameOf(key), span });
    trimmed(object);
  }

  #scalar(scalar: Scalar, parent?: JsonNode, key?: Key): JsonNode {
    const span = rangeOf(scalar, this.#source.text);
    const { value } = scalar;
    if (value === null) return this.#leaf("null", span.length > 0 ? span : after(key), parent, key);
    if (scalar.type === "PLAIN" && isReadInTwoWays(scalar.source ?? ""))
      return this.#leaf("dynamic", span, parent, key);
    const { offset, length } = span;
    if (typeof value === "string" && value.includes(filler)) {
      this.#source.blanked.add(offset);
      const written = this.#source.text.slice(offset, offset + length);
      return new JsonNode(this.#source, "string", offset, length, parent, key, written);
    }
    if (typeof value === "number" || typeof value === "boolean")
      return new JsonNode(this.#source, typeof value as "number", offset, length, parent, key, value);
    return new JsonNode(
      this.#source,
      "string",
      offset,
      length,
      parent,
      key,
      typeof value === "string" ? value : (scalar.source ?? ""),
    );
  }

  #leaf(type: "null" | "dynamic", { offset, length }: Span, parent?: JsonNode, key?: Key): JsonNode {
    return new JsonNode(this.#source, type, offset, length, parent, key);
  }
}

/**
 * True for plain scalars that YAML 1.1, which CloudFormation and some tools read, takes for something else
 * than YAML 1.2: `yes`, `0755`, `22:22`. https://yaml.org/type/
 */
function isReadInTwoWays(text: string): boolean {
  return /^(?:y|yes|n|no|on|off|[-+]?0[0-7_]+|[-+]?[1-9][\d_]*(?::[0-5]?\d)+|0o[0-7]+|0b[01_]+|[-+]?\d+_[\d_]*)$/i.test(
    text,
  );
}

/** Names are taken as they are written: `on:` is called on. */
function nameOf(key: Scalar): string {
  return key.source ?? String(key.value);
}

/** Lets an object or list in blocks end with its last value, not before the next one. */
function trimmed(node: JsonNode): JsonNode {
  const { offset, length, source } = node;
  if (source.text[offset] === "{" || source.text[offset] === "[") return node;
  // What is merged in, or stands for an alias, ends elsewhere.
  const ends = node.elements.map((child) => child.offset + child.length);
  const own = ends.filter((each) => each > offset && each <= offset + length);
  node.length = own.reduce((last, each) => Math.max(last, each), offset + 1) - offset;
  return node;
}

/** Where a value stands, without the line break that ends a block. */
function rangeOf(node: Node, text?: string): Span {
  const [start, end] = node.range ?? [0, 0];
  return {
    offset: start,
    length: text === undefined ? end - start : text.slice(start, end).trimEnd().length,
  };
}

/** Where a value would stand that is not there: after its name. */
function after(key: Key | undefined): Span {
  return key ? { offset: key.span.offset + key.span.length, length: 0 } : { offset: 0, length: 0 };
}
