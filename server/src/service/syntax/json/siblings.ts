import { jsonComments } from "../jsonComments.ts";
import type { JsonNode } from "../jsonNode.ts";
import { countWhile } from "../sorted.ts";
import type { GapPart, JsonLayout } from "./layout.ts";

/**
 * The commas beside a member or element; undefined where template text or nothing of the kind stands there.
 */
export interface Commas {
  readonly before: GapPart | undefined;
  readonly after: GapPart | undefined;
}

/** The members or elements of an object or list, and what stands between them. */
export class Siblings {
  readonly container: JsonNode;
  readonly nodes: readonly JsonNode[];
  readonly #layout: JsonLayout;
  readonly #gaps = new Map<number, readonly GapPart[]>();

  constructor(container: JsonNode, layout: JsonLayout) {
    this.container = container;
    this.nodes = container.elements;
    this.#layout = layout;
  }

  /** Which of the nodes one is; they are in the order of the text. */
  indexOf(node: JsonNode): number {
    const index = countWhile(this.nodes, ({ offset }) => offset < node.offset);
    return this.nodes[index] === node ? index : -1;
  }

  /** Where a member starts with its name, or an element. */
  start(index: number): number {
    const node = this.nodes[index]!;
    return node.keySpan?.offset ?? node.offset;
  }

  end(index: number): number {
    const node = this.nodes[index]!;
    return node.offset + node.length;
  }

  /** Where the stretch before a node starts: behind the one before it, or behind the opening bracket. */
  gapStart(index: number): number {
    return index === 0 ? this.container.offset + 1 : this.end(index - 1);
  }

  /** Where the stretch before a node ends; for the number behind the last, the closing bracket. */
  gapEnd(index: number): number {
    if (index < this.nodes.length) return this.start(index);
    const { offset, length } = this.container;
    return Math.max(offset + length - (isClosed(this.container) ? 1 : 0), this.gapStart(index));
  }

  /** What stands before a node. */
  gap(index: number): readonly GapPart[] {
    let gap = this.#gaps.get(index);
    if (!gap) {
      gap = this.#layout.gap(this.gapStart(index), this.gapEnd(index));
      this.#gaps.set(index, gap);
    }
    return gap;
  }

  commas(index: number): Commas {
    const before = this.gap(index);
    const after = this.gap(index + 1);
    const afterBarrier = before.findLastIndex(({ kind }) => kind === "barrier") + 1;
    const barrier = after.findIndex(({ kind }) => kind === "barrier");
    return {
      before: before.slice(afterBarrier).findLast(({ kind }) => kind === "comma"),
      after: after.slice(0, barrier < 0 ? after.length : barrier).find(({ kind }) => kind === "comma"),
    };
  }

  hasBarrier(index: number): boolean {
    return this.gap(index).some(({ kind }) => kind === "barrier");
  }

  /** True when a node is there whenever its container is, and not only under the condition of a template. */
  isUnconditional(index: number): boolean {
    return this.#layout.isLevel(this.container.offset + 1, this.end(index));
  }

  /** True when the nodes stand on lines of their own. */
  get isMultiline(): boolean {
    const { container, nodes } = this;
    const last = container.type === "array" ? nodes.length - 1 : 0;
    return nodes.length > 0 && this.#layout.lineOf(container.offset) < this.#layout.lineOf(this.start(last));
  }
}

/** True when a text, list or object has its closing quote or bracket, and so ends where it seems to end. */
export function isClosed(node: JsonNode): boolean {
  if (node.source.blanked.has(node.offset)) return true;
  const end = node.offset + node.length;
  if (node.type === "string") return isQuoted(node.source.text, node.offset, end);
  if (node.type !== "object" && node.type !== "array") return true;
  const last = node.elements.at(-1);
  const behind = last ? last.offset + last.length : node.offset + 1;
  return behind < end && endsWith(node.source.text.slice(behind, end), node.type === "object" ? "}" : "]");
}

/** True when a stretch between tokens ends with a bracket that does not stand in a comment. */
function endsWith(text: string, bracket: string): boolean {
  const last = jsonComments(text).at(-1);
  return text.endsWith(bracket) && (!last || last.offset + last.length < text.length);
}

/** True when a stretch starts and ends with quotes of its own. */
export function isQuoted(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text[end - 1] !== '"') return false;
  let backslashes = 0;
  while (text[end - 2 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 0;
}
