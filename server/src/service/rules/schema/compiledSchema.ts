import type { Severity } from "../rule.ts";
import { type Check, checksOf } from "./checks.ts";

/** What a quick fix of the schema does; schemas/README.md tells each. */
export type FixRecipe =
  | "nearest"
  | "bound"
  | "delete"
  | "quote"
  | { readonly insert: unknown }
  | { readonly set: unknown }
  | { readonly case?: "lower" | "upper"; readonly replace?: readonly (readonly [string, string])[] };

/** The diagnostic for a broken keyword. */
export interface KeywordRule {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix?: FixRecipe;
}

type SchemaType = "object" | "array" | "string" | "integer" | "number" | "boolean";

/** A schema as it is written. */
export interface WrittenSchema {
  readonly $ref?: string;
  readonly type?: SchemaType;
  readonly definitions?: Readonly<Record<string, WrittenSchema>>;
  readonly properties?: Readonly<Record<string, WrittenSchema>>;
  readonly additionalProperties?: boolean | WrittenSchema;
  readonly required?: readonly string[];
  readonly items?: WrittenSchema;
  readonly enum?: readonly (string | number)[];
  readonly examples?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly "x-rules"?: Readonly<Record<string, KeywordRule | false>>;
  readonly "x-advice"?: readonly WrittenSchema[];
}

/**
 * A schema made ready for checking many values: references resolved, members by name, keywords as functions.
 * Parts are made when they are first needed, so that starting costs nothing.
 */
export class CompiledSchema {
  readonly type: SchemaType | undefined;
  /** The schema that the reference names: `ContainerDefinition`. */
  readonly name: string | undefined;
  /** False where any member name is allowed. */
  readonly isClosed: boolean;
  readonly required: readonly string[];
  readonly written: WrittenSchema;
  /** The keywords that say something of one value, type and members aside. */
  readonly checks: readonly Check[];
  readonly #root: WrittenSchema;
  #properties: ReadonlyMap<string, CompiledSchema> | undefined;
  #items: CompiledSchema | undefined;
  #values: CompiledSchema | undefined;
  #byLowerCase: ReadonlyMap<string, string> | undefined;

  constructor(written: WrittenSchema, root: WrittenSchema = written) {
    this.#root = root;
    this.name = written.$ref?.replace("#/definitions/", "");
    this.written = this.name === undefined ? written : merge(root.definitions?.[this.name] ?? {}, written);
    this.type = this.written.type;
    this.isClosed = this.written.additionalProperties === false;
    this.required = this.written.required ?? [];
    this.checks = checksOf(this.written);
  }

  get properties(): ReadonlyMap<string, CompiledSchema> {
    this.#properties ??= new Map(Object.entries(this.written.properties ?? {}).map(([key, schema]) => [key, new CompiledSchema(schema, this.#root)]));
    return this.#properties;
  }

  /** Of the elements of a list. */
  get items(): CompiledSchema | undefined {
    if (this.written.items) this.#items ??= new CompiledSchema(this.written.items, this.#root);
    return this.#items;
  }

  /** Of the values of a map, whose member names are free. */
  get values(): CompiledSchema | undefined {
    const { additionalProperties } = this.written;
    if (typeof additionalProperties === "object") this.#values ??= new CompiledSchema(additionalProperties, this.#root);
    return this.#values;
  }

  /** True for a list of texts. */
  get isTextList(): boolean {
    return this.type === "array" && this.items?.type === "string";
  }

  /** The name of a member whose name differs from the given one by case only. */
  memberIgnoringCase(key: string): string | undefined {
    this.#byLowerCase ??= new Map([...this.properties.keys()].map((name) => [name.toLowerCase(), name]));
    return this.#byLowerCase.get(key.toLowerCase());
  }

  /** What to report when a keyword is broken: undefined where the schema leaves it to the general id, false where a rule reports it. */
  ruleFor(keyword: string): KeywordRule | false | undefined {
    return this.written["x-rules"]?.[keyword];
  }
}

/** What stands beside a reference wins over its target. */
function merge(target: WrittenSchema, own: WrittenSchema): WrittenSchema {
  const advice = [...(target["x-advice"] ?? []), ...(own["x-advice"] ?? [])];
  return { ...target, ...own, "x-rules": { ...target["x-rules"], ...own["x-rules"] }, ...(advice.length > 0 && { "x-advice": advice }) };
}
