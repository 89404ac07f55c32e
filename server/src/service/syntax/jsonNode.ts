/** A stretch of the document: character offset and length. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** `dynamic` is a value of which nothing is known: what a template's function or expression gives. */
export type JsonType = "object" | "array" | "string" | "number" | "boolean" | "null" | "dynamic";

/** What the nodes of one document share. */
export interface JsonSource {
  readonly text: string;
  readonly syntax: "json" | "yaml" | "hcl";
  /** Offsets of values that stand where an unquoted placeholder was written. */
  readonly blanked: ReadonlySet<number>;
  /** Placeholders that stand for the names of members, or for members, by the offset of the name. */
  readonly placeholderNames?: ReadonlyMap<number, string>;
  /** Tells whether a string holds a placeholder. */
  readonly isPlaceholder: (text: string) => boolean;
  /** The names of all members, wherever they stand. The parser adds them as it goes. */
  readonly memberNames: Set<string>;
}

/** The children of what has none. */
const none: JsonNode[] = [];

/** Objects with more members than this look them up in a map. */
const few = 4;

/**
 * A read-only cursor over one JSON value. It never throws: asking a value for what it is not gives undefined.
 *
 * A value that holds a placeholder is *dynamic*: it is present, but gives no string, number or boolean, so
 * that rules which ask for the value have nothing to complain about.
 */
export class JsonNode implements Span {
  readonly source: JsonSource;
  readonly type: JsonType;
  readonly offset: number;
  /** Length including quotes or brackets, characters. */
  length = 0;
  /** The value of the file that this one stands for, where the tree is a translation of the file's. */
  origin: JsonNode | undefined;
  readonly parent: JsonNode | undefined;
  /** The member name under which this value stands, if its parent is an object. */
  readonly key: string | undefined;
  /** Where that name stands, quotes included. */
  readonly keySpan: Span | undefined;
  readonly #children: JsonNode[];
  #items: readonly JsonNode[] | undefined;
  readonly #value: string | number | boolean | undefined;
  #byKey: Map<string, JsonNode> | undefined;
  #repeated: Map<string | undefined, JsonNode[]> | undefined;
  #dynamic: boolean | undefined;

  constructor(
    source: JsonSource,
    type: JsonType,
    offset: number,
    length: number,
    parent?: JsonNode,
    key?: { readonly name?: string; readonly span: Span },
    value?: string | number | boolean,
  ) {
    this.source = source;
    this.type = type;
    this.offset = offset;
    this.length = length;
    this.parent = parent;
    this.key = key?.name;
    this.keySpan = key?.span;
    this.#value = value;
    this.#children = type === "object" || type === "array" || type === "dynamic" ? [] : none;
    if (parent) parent.#children.push(this);
  }

  /**
   * The values of an object, in the order of the file; none for anything else. A repeated name occurs twice.
   */
  get members(): readonly JsonNode[] {
    return this.type === "object" ? this.#children : none;
  }

  /** The values of an object or list, nulls included; of a dynamic value those that it may have. */
  get elements(): readonly JsonNode[] {
    return this.#children;
  }

  /** The elements of a list, nulls left out; none for anything else. */
  get items(): readonly JsonNode[] {
    if (this.type !== "array") return none;
    return (this.#items ??= this.#children.some(isNull)
      ? this.#children.filter((item) => !isNull(item))
      : this.#children);
  }

  /**
   * The member of that name: of several the last, as JSON parsers take it. Absent members and nulls give
   * undefined.
   */
  get(key: string): JsonNode | undefined {
    const member = this.members.length > few ? this.#index().get(key) : this.#lastNamed(key);
    return member?.type === "null" ? undefined : member;
  }

  /** Like {@link get}, but an empty string, list or object counts as absent, as it does for ECS. */
  filled(key: string): JsonNode | undefined {
    const member = this.get(key);
    return member?.isEmpty ? undefined : member;
  }

  /** This member, and if it is the one that counts of a repeated name, the earlier ones of that name too. */
  get namesakes(): readonly JsonNode[] {
    const { parent, key } = this;
    // In HCL they are blocks, which all count.
    if (
      !parent ||
      this.source.syntax === "hcl" ||
      key === undefined ||
      parent.#index().size === parent.members.length
    )
      return [this];
    return parent.#index().get(key) === this ? parent.#named(key) : [this];
  }

  /** The value at the end of a path of member names. */
  at(...path: readonly string[]): JsonNode | undefined {
    return path.reduce<JsonNode | undefined>((node, key) => node?.get(key), this);
  }

  /** The text of a string that holds no placeholder. */
  get string(): string | undefined {
    return this.type === "string" && !this.isDynamic ? (this.#value as string) : undefined;
  }

  /** The text of a string as written, placeholders included. */
  get raw(): string | undefined {
    return this.type === "string" ? (this.#value as string) : undefined;
  }

  get number(): number | undefined {
    return this.type === "number" ? (this.#value as number) : undefined;
  }

  /** A number that is whole. */
  get integer(): number | undefined {
    return Number.isInteger(this.number) ? this.number : undefined;
  }

  get boolean(): boolean | undefined {
    return this.type === "boolean" ? (this.#value as boolean) : undefined;
  }

  /** True for `""`, `[]` and `{}`. */
  get isEmpty(): boolean {
    if (this.type === "string") return this.#value === "" && !this.isDynamic;
    return (this.type === "array" || this.type === "object") && this.#children.length === 0;
  }

  /** True when the value is known only after substitution: a placeholder, or a CloudFormation function. */
  get isDynamic(): boolean {
    this.#dynamic ??= this.#computeDynamic();
    return this.#dynamic;
  }

  /** True when this value, or one inside it, is dynamic. */
  get holdsDynamic(): boolean {
    return this.isDynamic || this.#children.some((child) => child.holdsDynamic);
  }

  /**
   * The element or member names that lead here from the top of the file; a choice between values is no step.
   */
  get path(): readonly (string | number)[] {
    if (!this.parent) return [];
    if (this.parent.type === "dynamic") return this.parent.path;
    return [...this.parent.path, this.key ?? this.parent.#children.indexOf(this)];
  }

  /**
   * Where to point when a whole object or list lacks something: its opening bracket, else its name or its
   * first one.
   */
  get opening(): Span {
    const bracket = { offset: this.offset, length: 1 };
    if (this.source.syntax === "json") return bracket;
    if (!this.parent && this.keySpan) return this.keySpan;
    if (/[{[]/.test(this.source.text[this.offset] ?? "")) return bracket;
    return this.keySpan ?? this.#children[0]?.keySpan ?? bracket;
  }

  /** The text of a string without its quotes. */
  get content(): Span {
    const { offset, length } = this;
    return /["']/.test(this.source.text[offset] ?? "") ? { offset: offset + 1, length: length - 2 } : this;
  }

  /** The name under which this value stands as the file spells it, which {@link key} may not. */
  get writtenKey(): string | undefined {
    if (!this.keySpan) return this.key;
    const { offset, length } = this.keySpan;
    return this.source.text.slice(offset, offset + length).replace(/^(["'])(.*)\1$/s, "$2");
  }

  /** The text as it stands in the file. */
  get sourceText(): string {
    return this.source.text.slice(this.offset, this.offset + this.length);
  }

  /** The value as plain JavaScript data, placeholders as written; of a repeated name the last. */
  toValue(): unknown {
    if (this.type === "object")
      return Object.fromEntries(this.#children.map((child) => [child.key ?? "", child.toValue()]));
    if (this.type === "array") return this.#children.map((child) => child.toValue());
    return this.type === "null" ? null : this.#value;
  }

  #lastNamed(key: string): JsonNode | undefined {
    const { members } = this;
    for (let index = members.length - 1; index >= 0; index--)
      if (members[index]!.key === key) return members[index];
    return undefined;
  }

  /** All members of a name, in the order of the file. */
  #named(key: string): readonly JsonNode[] {
    if (!this.#repeated) {
      this.#repeated = new Map();
      for (const member of this.members) {
        const known = this.#repeated.get(member.key);
        if (known) known.push(member);
        else this.#repeated.set(member.key, [member]);
      }
    }
    return this.#repeated.get(key) ?? [];
  }

  #index(): Map<string, JsonNode> {
    this.#byKey ??= new Map(this.members.map((member) => [member.key ?? "", member]));
    return this.#byKey;
  }

  #computeDynamic(): boolean {
    if (this.type === "dynamic" || this.source.blanked.has(this.offset)) return true;
    if (this.type === "string") return this.source.isPlaceholder(this.#value as string);
    return (
      this.type === "object" &&
      this.#children.length === 1 &&
      isCloudFormationFunction(this.#children[0]?.key)
    );
  }
}

function isNull(node: JsonNode): boolean {
  return node.type === "null";
}

function isCloudFormationFunction(key: string | undefined): boolean {
  return key === "Ref" || key === "Condition" || (key?.startsWith("Fn::") ?? false);
}
