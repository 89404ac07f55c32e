import type { Replacement } from "../edit.ts";
import { JsonNode } from "../jsonNode.ts";
import type { Dialect, EntryPlace } from "../written/dialect.ts";
import type { TextLines } from "../written/textLines.ts";
import { type HclStyle, printArgument, printExpression, printPair } from "./printHcl.ts";

/** HCL as a {@link TextWriter} writes it: bodies of blocks in lines, objects and lists in brackets. */
export class HclDialect implements Dialect {
  readonly #lines: TextLines;
  readonly #unit: string;

  constructor(lines: TextLines) {
    this.#lines = lines;
    this.#unit = /\n([ \t]+)\S/.exec(lines.text)?.[1] ?? "  ";
  }

  isBracketed(container: JsonNode): boolean {
    return container.type === "array" || !this.#isBody(container);
  }

  needsCommas({ type, elements }: JsonNode): boolean {
    const [first, second] = elements;
    if (type === "array" || !first) return true;
    const to = second ? this.start(second) : this.#lines.nextLine(this.end(first));
    return this.#lines.text.slice(this.end(first), to).trimStart().startsWith(",");
  }

  start({ keySpan, offset }: JsonNode): number {
    return keySpan?.offset ?? offset;
  }

  end({ offset, length }: JsonNode): number {
    return offset + length;
  }

  member([key, value]: readonly [string, unknown], { container, indent, after }: EntryPlace): string {
    const style = this.#styleOf(after);
    if (!this.isBracketed(container)) return this.#aligned(printArgument(key, value, indent, style), after);
    const text = printPair(key, value, indent, style);
    return style.assign === " = " ? this.#aligned(text, after) : text;
  }

  element(value: unknown, { indent, after }: EntryPlace): string {
    return printExpression(value, indent, this.#styleOf(after?.elements[0]), true);
  }

  replace(node: JsonNode, value: unknown): readonly Replacement[] | undefined {
    const { offset, length, sourceText, type } = node;
    if (type === "object" && this.#isBody(node)) return undefined;
    if (type === "string" && !sourceText.startsWith('"')) return undefined;
    const indent = this.#lines.lineIndent(offset);
    const style = this.#styleOf(node.parent?.type === "object" ? node : node.parent);
    const text = printExpression(value, indent, style, node.parent?.type === "array");
    const holdsLines = /\n/.test(sourceText) && (value instanceof JsonNode || holdsNode(value));
    return holdsLines ? undefined : [{ offset, length, text }];
  }

  emptied(): Replacement | undefined {
    return undefined;
  }

  filled(container: JsonNode, values: readonly unknown[]): readonly Replacement[] | undefined {
    const { offset, length } = container;
    const members = values as readonly (readonly [string, unknown])[];
    if (container.type === "array") return this.replace(container, values);
    if (!this.#isBody(container)) return this.replace(container, Object.fromEntries(members));
    const indent = this.#lines.lineIndent(offset);
    const inner = indent + this.#unit;
    const { eol } = this.#lines;
    const style = this.#styleOf(undefined);
    const text = members.map(([key, value]) => inner + printArgument(key, value, inner, style) + eol);
    return [{ offset, length, text: `{${eol}${text.join("")}${indent}}` }];
  }

  /** True for the body of a block; the value of an argument or member follows a sign, or stands in a list. */
  #isBody({ keySpan, offset, parent }: JsonNode): boolean {
    if (!keySpan || parent?.type !== "object") return parent === undefined;
    return !/[=:]/.test(this.#lines.text.slice(keySpan.offset + keySpan.length, offset));
  }

  #styleOf(sibling: JsonNode | undefined): HclStyle {
    const { eol, text } = this.#lines;
    const base = { eol, unit: this.#unit };
    const { keySpan } = sibling ?? {};
    if (!sibling || !keySpan) return { ...base, assign: " = ", quotesNames: false };
    const end = keySpan.offset + keySpan.length;
    const sign = /^\s*[=:]\s*/.exec(text.slice(end, sibling.offset))?.[0] ?? " = ";
    return {
      ...base,
      assign: sign.includes("=") ? " = " : sign.replace(/\s+/g, " "),
      quotesNames: text[keySpan.offset] === '"',
    };
  }

  /** The sign in the column of the sibling's, where that stands behind more blanks than it needs. */
  #aligned(text: string, sibling: JsonNode | undefined): string {
    const end = sibling?.keySpan ? sibling.keySpan.offset + sibling.keySpan.length : undefined;
    if (end === undefined || !sibling) return text;
    const blanks = /^([ \t]*)=/.exec(this.#lines.text.slice(end, sibling.offset))?.[1]?.length;
    const name = /^("?[\w-]+"?) = /.exec(text);
    if (!blanks || !name) return text;
    const width = end - sibling.keySpan!.offset + blanks;
    return name[1]!.padEnd(width - 1) + text.slice(name[1]!.length);
  }
}

function holdsNode(value: unknown): boolean {
  if (value instanceof JsonNode) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsNode);
}
