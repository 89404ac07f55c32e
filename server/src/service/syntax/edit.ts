import type { JsonNode, Span } from "./jsonNode.ts";

/**
 * A change of the value tree. It names values and says nothing about text: the {@link Writer} of the file's
 * syntax knows how to make it. A value to write is plain data; a {@link JsonNode} in it is moved as the file
 * writes it.
 */
export type TreeEdit =
  | { readonly kind: "replace"; readonly node: JsonNode; readonly value: unknown }
  | { readonly kind: "rename"; readonly member: JsonNode; readonly key: string }
  | { readonly kind: "remove"; readonly node: JsonNode }
  | InsertMembers
  | InsertItems
  /** Puts a value into a new object under a name, or into a new list. */
  | { readonly kind: "wrap"; readonly node: JsonNode; readonly key: string | undefined }
  /** Leaves only the inner one of two values. */
  | { readonly kind: "unwrap"; readonly outer: JsonNode; readonly inner: JsonNode };

export interface InsertMembers {
  readonly kind: "insert members";
  readonly into: JsonNode;
  readonly members: readonly (readonly [key: string, value: unknown])[];
  /**
   * The member behind which they go; at its place, if the same fix removes it. At the end, if it is
   * undefined.
   */
  readonly after?: JsonNode | "start" | undefined;
}

export interface InsertItems {
  readonly kind: "insert items";
  readonly into: JsonNode;
  readonly values: readonly unknown[];
  readonly after?: "start" | undefined;
}

/** Replaces a stretch of the text. */
export interface Replacement extends Span {
  readonly text: string;
}

/** Turns changes of the value tree into changes of the text. Each syntax has one. */
export interface Writer {
  /**
   * The replacements that make all of these edits, in the order of the text and without overlap. They keep
   * every comment and template statement, and change nothing else but white space. Undefined where that is
   * not possible.
   */
  write(edits: readonly TreeEdit[]): readonly Replacement[] | undefined;
}
