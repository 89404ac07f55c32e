import type { Severity } from "../rule.ts";

/** What a quick fix of the schema does; schemas/README.md tells each. */
export type FixRecipe =
  | "nearest"
  | "bound"
  | "delete"
  | "quote"
  | { readonly insert: unknown }
  | { readonly set: unknown }
  | Rewriting;

/** Change of case first, then one replacement after the other. */
export interface Rewriting {
  readonly case?: "lower" | "upper";
  readonly replace?: readonly (readonly [pattern: string, text: string])[];
}

/** The diagnostic for a broken keyword. */
export interface KeywordRule {
  readonly id: string;
  readonly severity: Severity;
  /** With `{value}`, `{field}`, `{list}`, `{count}` and `{type}` to be filled in. */
  readonly message: string;
  readonly fix?: FixRecipe;
}

export type SchemaType = "object" | "array" | "string" | "integer" | "number" | "boolean";

/** A schema of schemas/ as far as checking reads it. */
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
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly allOf?: readonly WrittenSchema[];
  /** By keyword; false where a rule reports the fault. */
  readonly "x-rules"?: Readonly<Record<string, KeywordRule | false>>;
  readonly "x-advice"?: readonly WrittenSchema[];
}
