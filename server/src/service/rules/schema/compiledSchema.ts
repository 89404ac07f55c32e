import type { Severity } from "../rule.ts";
import { type Check, checksOf } from "./checks.ts";
import type { KeywordRule, SchemaType, WrittenSchema } from "./writtenSchema.ts";

const severities: readonly Severity[] = ["error", "warning", "information", "hint"];

/**
 * A schema made ready for checking many values: references resolved, members by name, keywords as functions.
 * Its parts are made when they are first needed, so that starting costs nothing.
 */
export class CompiledSchema {
  readonly type: SchemaType | undefined;
  /** The definition that the reference names: `ContainerDefinition`. */
  readonly name: string | undefined;
  readonly written: WrittenSchema;
  /** False where members may have any name. */
  readonly isClosed: boolean;
  readonly required: readonly string[];
  /** The most severe first. */
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
    this.checks = checksOf(this.written).toSorted(
      (a, b) =>
        severities.indexOf(a.rule?.severity ?? "error") - severities.indexOf(b.rule?.severity ?? "error"),
    );
  }

  get properties(): ReadonlyMap<string, CompiledSchema> {
    this.#properties ??= new Map(
      Object.entries(this.written.properties ?? {}).map(([key, schema]) => [
        key,
        new CompiledSchema(schema, this.#root),
      ]),
    );
    return this.#properties;
  }

  /** Of the elements of a list. */
  get items(): CompiledSchema | undefined {
    if (this.written.items) this.#items ??= new CompiledSchema(this.written.items, this.#root);
    return this.#items;
  }

  /** Of the members whose names are free. */
  get values(): CompiledSchema | undefined {
    const { additionalProperties } = this.written;
    if (typeof additionalProperties === "object")
      this.#values ??= new CompiledSchema(additionalProperties, this.#root);
    return this.#values;
  }

  /** The name of a member that differs from the given one by case only. */
  nameIgnoringCase(key: string): string | undefined {
    this.#byLowerCase ??= new Map([...this.properties.keys()].map((name) => [name.toLowerCase(), name]));
    return this.#byLowerCase.get(key.toLowerCase());
  }

  /** What to report for a broken keyword; undefined: its general id; false: nothing, as a rule does. */
  ruleFor(keyword: string): KeywordRule | false | undefined {
    return this.written["x-rules"]?.[keyword];
  }
}

/** What stands beside a reference wins over its target. */
function merge(target: WrittenSchema, own: WrittenSchema): WrittenSchema {
  const parts = (keyword: "allOf" | "x-advice"): readonly WrittenSchema[] => [
    ...(target[keyword] ?? []),
    ...(own[keyword] ?? []),
  ];
  return {
    ...target,
    ...own,
    allOf: parts("allOf"),
    "x-advice": parts("x-advice"),
    "x-rules": { ...target["x-rules"], ...own["x-rules"] },
  };
}
