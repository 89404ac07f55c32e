import type { JsonNode } from "../../syntax/jsonNode.ts";

/** An object or list that is open at some place of the text, and how far it is read. */
export interface Level {
  readonly type: "object" | "array";
  readonly offset: number;
  key: string | undefined;
  index: number;
  /** What the grammar wants next. */
  state: "key" | "colon" | "value" | "comma";
}

/** Where reading may begin: the innermost object or list that an offset is in, and those around it. */
export interface Start {
  readonly offset: number;
  readonly levels: Level[];
}

/**
 * Descends from the outermost value of a text without faults, so that what precedes an offset need not be
 * read again.
 */
export function startAt(file: JsonNode | undefined, offset: number): Start {
  const levels: Level[] = [];
  let inside = file && isAround(file, offset) ? file : undefined;
  let start = 0;
  while (inside) {
    start = inside.offset;
    const index = inside.elements.findIndex((child) => isAround(child, offset));
    const child = inside.elements[index];
    if (child)
      levels.push({
        type: inside.type === "array" ? "array" : "object",
        offset: start,
        key: child.key,
        index,
        state: "value",
      });
    inside = child;
  }
  return { offset: start, levels };
}

function isAround(node: JsonNode, offset: number): boolean {
  return (
    (node.type === "object" || node.type === "array") &&
    node.offset < offset &&
    offset < node.offset + node.length
  );
}
