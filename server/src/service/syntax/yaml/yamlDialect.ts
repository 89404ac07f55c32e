import type { Replacement } from "../edit.ts";
import { JsonNode } from "../jsonNode.ts";
import type { Dialect, EntryPlace } from "../written/dialect.ts";
import type { TextLines } from "../written/textLines.ts";
import {
  printBlock,
  printElement,
  printFlow,
  printFlowMember,
  printMember,
  printText,
  type YamlStyle,
  yamlStyle,
} from "./printYaml.ts";

/** YAML as a {@link TextWriter} writes it: in lines, or in brackets where the file has brackets. */
export class YamlDialect implements Dialect {
  readonly #lines: TextLines;
  #style: YamlStyle | undefined;

  constructor(lines: TextLines) {
    this.#lines = lines;
  }

  get #known(): YamlStyle {
    return (this.#style ??= yamlStyle(this.#lines));
  }

  isBracketed({ offset }: JsonNode): boolean {
    return /[{[]/.test(this.#lines.text[offset] ?? "");
  }

  needsCommas(): boolean {
    return true;
  }

  start(entry: JsonNode): number {
    if (entry.keySpan) return entry.keySpan.offset;
    const list = entry.parent;
    if (!list || this.isBracketed(list)) return entry.offset;
    const column = list.offset - this.#lines.lineStart(list.offset);
    const isFirst = list.elements[0] === entry;
    return isFirst ? list.offset : this.#lines.lineStart(entry.offset) + column;
  }

  end({ offset, length, keySpan, type }: JsonNode): number {
    const isAbsent = type === "null" && length === 0 && keySpan !== undefined;
    return isAbsent ? this.#afterColon(keySpan) : offset + length;
  }

  member([key, value]: readonly [string, unknown], { container, indent }: EntryPlace): string {
    return this.isBracketed(container)
      ? printFlowMember(key, value, this.#known)
      : printMember(key, value, indent, this.#known);
  }

  element(value: unknown, { container, indent }: EntryPlace): string {
    return this.isBracketed(container)
      ? printFlow(value, this.#known)
      : printElement(value, indent, this.#known);
  }

  replace(node: JsonNode, value: unknown): readonly Replacement[] | undefined {
    const isPlain = node.type !== "object" && node.type !== "array";
    // Block scalars, anchors, tags and aliases stay as they are.
    if (isPlain && node.length > 0 && !/^[^|>&*!\n\r][^\n\r]*$/.test(node.sourceText)) return undefined;
    if (value instanceof JsonNode)
      return value.sourceText.includes("\n") ? undefined : this.#replaceOnLine(node, value);
    const isFilled = typeof value === "object" && value !== null && Object.keys(value).length > 0;
    return isFilled && !this.#isInBrackets(node)
      ? this.#replaceByLines(node, value)
      : this.#replaceOnLine(node, value);
  }

  #replaceOnLine(node: JsonNode, value: unknown): readonly Replacement[] {
    const { offset, length, type } = node;
    const isInLines = (type === "object" || type === "array") && !this.isBracketed(node);
    const text = typeof value === "string" ? this.#textLike(node, value) : printFlow(value, this.#known);
    if (node.keySpan && (isInLines || length === 0)) return [this.#afterName(node, ` ${text}`)];
    return [{ offset, length, text }];
  }

  emptied(container: JsonNode): Replacement | undefined {
    return this.filled(container, [])?.[0];
  }

  filled(container: JsonNode, values: readonly unknown[]): readonly Replacement[] | undefined {
    const value: unknown =
      container.type === "array"
        ? values
        : Object.fromEntries(values as readonly (readonly [string, unknown])[]);
    return this.replace(container, value);
  }

  /** Writes an object or list in lines under the name of the old value, or behind the mark of its element. */
  #replaceByLines(node: JsonNode, value: object): readonly Replacement[] | undefined {
    const { keySpan, offset, length } = node;
    const holdsNodes = Object.values(value).some((each) => each instanceof JsonNode);
    if (holdsNodes && !this.#lines.isSameLine(offset, offset + length)) return undefined;
    if (!keySpan) {
      const text = printBlock(value, this.#lines.indentTo(offset), this.#known);
      return [{ offset, length, text }];
    }
    const { eol, unit, listIndent } = this.#known;
    const indent = this.#lines.indentTo(keySpan.offset) + (Array.isArray(value) ? listIndent : unit);
    return [this.#afterName(node, eol + indent + printBlock(value, indent, this.#known))];
  }

  #afterName(node: JsonNode, text: string): Replacement {
    const from = this.#afterColon(node.keySpan!);
    return { offset: from, length: Math.max(node.offset + node.length - from, 0), text };
  }

  #afterColon({ offset, length }: { readonly offset: number; readonly length: number }): number {
    const end = offset + length;
    return end + /^\s*:?/.exec(this.#lines.text.slice(end, end + 200))![0].length;
  }

  #isInBrackets({ parent }: JsonNode): boolean {
    return parent !== undefined && (this.isBracketed(parent) || this.#isInBrackets(parent));
  }

  /** A text with the quotes that the value has that it replaces. */
  #textLike({ sourceText, type }: JsonNode, text: string): string {
    const own = /^["']/.exec(sourceText)?.[0] as '"' | "'" | undefined;
    return printText(text, { quote: own ?? (type === "string" ? "" : this.#known.quote) });
  }
}
