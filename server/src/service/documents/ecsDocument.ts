import { TextDocument } from "vscode-languageserver-textdocument";
import type { Range } from "vscode-languageserver-types";
import type { Kind } from "./classify.ts";
import { findDefinitions, mayHoldEcs } from "../hosts/findDefinitions.ts";
import type { FoundDefinition } from "../hosts/host.ts";
import { hostWriter } from "../hosts/hostWriter.ts";
import type { TemplateText } from "../syntax/blankPlaceholders.ts";
import type { Writer } from "../syntax/edit.ts";
import type { JsonNode, Span } from "../syntax/jsonNode.ts";
import type { SyntaxError } from "../syntax/parsedText.ts";
import { type ReadText, readText } from "../syntax/readText.ts";
import { type LazySyntax, type Parsers, type SyntaxId, syntaxOf } from "../syntax/syntax.ts";
import { writerOf } from "../syntax/writerOf.ts";

/** One text, parsed once, with the definitions that were found in it: what every feature works on. */
export interface EcsDocument {
  readonly uri: string;
  readonly text: string;
  /** The language that the file has in the editor; undefined when it is not open in one. */
  readonly language: string | undefined;
  /** Positions and offsets of the text. */
  readonly lines: TextDocument;
  readonly syntax: SyntaxId;
  /** The outermost value of the file; undefined when the text holds none. */
  readonly file: JsonNode | undefined;
  readonly syntaxErrors: readonly SyntaxError[];
  /** True when placeholders stand outside of quotes: it becomes JSON only after substitution. */
  readonly isTemplate: boolean;
  /** The text that was parsed: as long as {@link text}, unquoted placeholders replaced. */
  readonly parsedText: string;
  /** The placeholders and template statements outside of quotes, in the order of the file. */
  readonly templates: readonly TemplateText[];
  /** Offsets of tokens that are not what they seem to be, such as a text without its closing quote. */
  readonly faults: readonly number[];
  /** In the order of the file; none where the file is not ours. */
  readonly definitions: readonly Definition[];
  /** What the file is: the kind of its first definition. */
  readonly kind: Kind;
  readonly rangeOf: (span: Span) => Range;
  /** Makes the changes of the text that quick fixes ask for. */
  readonly writer: Writer;
  /** The same file with another text. */
  readonly edited: (text: string) => EcsDocument;
}

/** What a definition can be. */
export type DefinitionKind = Exclude<Kind, "unknown">;

/**
 * One task definition, service or other input of the ECS API inside a file: what rules and features work on.
 */
export interface Definition extends FoundDefinition {
  /** The file that holds it. */
  readonly document: EcsDocument;
  /** The names of all members that may concern it, in the spelling of the API. */
  readonly memberNames: ReadonlySet<string>;
}

/** The definition that an offset belongs to: in a file that is one definition as a whole, that one. */
export function definitionAt({ definitions }: EcsDocument, offset: number): Definition | undefined {
  if (definitions.length < 2) return definitions[0];
  return definitions.find(({ root }) => root && root.offset <= offset && offset <= root.offset + root.length);
}

/** How a text is parsed. */
export interface ParseOptions {
  /** Of the text, counted by the editor. */
  readonly version?: number;
  /** The id of the language that the file has in the editor. */
  readonly language?: string | undefined;
  readonly parsers?: Parsers;
}

/** The syntax whose parser a text needs and that is not loaded. */
export function missingParser(
  uri: string,
  text: string,
  { language, parsers = {} }: ParseOptions,
): LazySyntax | undefined {
  const syntax = syntaxOf({ uri, language }, text);
  return syntax === "json" || parsers[syntax] || !mayHoldEcs({ uri, language }, text) ? undefined : syntax;
}

/** Parses any text, however broken. URI and language serve to tell how it is written and what it is. */
export function parseEcsDocument(uri: string, text: string, options: ParseOptions = {}): EcsDocument {
  const { version = 0, language, parsers = {} } = options;
  const lines = TextDocument.create(uri, "json", version, text);
  const syntax = syntaxOf({ uri, language }, text);
  const isRead = syntax === "json" || mayHoldEcs({ uri, language }, text);
  const read: ReadText = isRead ? readText(syntax, text, parsers) : { ...notRead, parsedText: text };
  const { roots, errors, ...parsed } = read;
  const definitions: Definition[] = [];
  const found = isRead ? findDefinitions({ uri, language }, roots) : [];
  const document: EcsDocument = {
    uri,
    text,
    language,
    lines,
    syntax,
    file: roots[0],
    syntaxErrors: errors,
    ...parsed,
    definitions,
    kind: found[0]?.kind ?? "unknown",
    writer: hostWriter(found, writerOf(syntax, text, read, parsers)),
    rangeOf: ({ offset, length }) => ({
      start: lines.positionAt(offset),
      end: lines.positionAt(offset + length),
    }),
    edited: (changed) => parseEcsDocument(uri, changed, { language, parsers }),
  };
  for (const each of found)
    definitions.push({ ...each, document, memberNames: each.root?.source.memberNames ?? new Set() });
  return document;
}

const notRead: Omit<ReadText, "parsedText"> = {
  roots: [],
  errors: [],
  isTemplate: false,
  templates: [],
  faults: [],
};
