import { TextDocument } from "vscode-languageserver-textdocument";
import type { Range } from "vscode-languageserver-types";
import { type Classification, classify, type Kind } from "./classify.ts";
import type { JsonNode, JsonSource, Span } from "../syntax/jsonNode.ts";
import { parseJson, type ParsedJson, type SyntaxError } from "../syntax/parseJson.ts";
import { blankPlaceholders, type TemplateText } from "../syntax/blankPlaceholders.ts";
import type { Writer } from "../syntax/edit.ts";
import { JsonWriter } from "../syntax/json/writer.ts";
import { isPlaceholder } from "../syntax/placeholders.ts";

/** One text, parsed once, with the definitions that were found in it: what every feature works on. */
export interface EcsDocument {
  readonly uri: string;
  readonly text: string;
  /** The language that the file has in the editor; undefined when it is not open in one. */
  readonly language: string | undefined;
  /** Positions and offsets of the text. */
  readonly lines: TextDocument;
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
}

/** What a definition can be. */
export type DefinitionKind = Exclude<Kind, "unknown">;

/** One task definition, service or other input of the ECS API inside a file: what rules and features work on. */
export interface Definition extends Classification {
  readonly kind: DefinitionKind;
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

/** Parses any text, however broken. URI and language serve to tell what the file is. */
export function parseEcsDocument(uri: string, text: string, version = 0, language?: string): EcsDocument {
  const lines = TextDocument.create(uri, "json", version, text);
  const plain: JsonSource = { text, blanked: new Set(), isPlaceholder, memberNames: new Set() };
  const parsed = parseJson(plain, text);
  // Only a text that is not JSON by itself can hold unquoted placeholders.
  const rendered = parsed.errors.length > 0 ? parseTemplate(text) : undefined;
  const { root: file, errors, faults } = rendered?.parsed ?? parsed;
  const { text: parsedText, templates } = rendered ?? { text, templates: [] };
  const definitions: Definition[] = [];
  const { kind, shape, root } = classify(uri, file, language);
  const document: EcsDocument = {
    uri,
    text,
    language,
    lines,
    file,
    syntaxErrors: errors,
    isTemplate: rendered !== undefined,
    parsedText,
    templates,
    faults,
    definitions,
    kind,
    writer: new JsonWriter({ text, parsed: parsedText, templates, faults }),
    rangeOf: ({ offset, length }) => ({
      start: lines.positionAt(offset),
      end: lines.positionAt(offset + length),
    }),
  };
  const memberNames = file?.source.memberNames ?? new Set();
  if (kind !== "unknown") definitions.push({ kind, shape, root, document, memberNames });
  return document;
}

interface ParsedTemplate {
  readonly parsed: ParsedJson;
  readonly text: string;
  readonly templates: readonly TemplateText[];
}

function parseTemplate(original: string): ParsedTemplate | undefined {
  const { text, values, hasStatements, templates } = blankPlaceholders(original);
  if (text === original) return undefined;
  const source: JsonSource = { text: original, blanked: values, isPlaceholder, memberNames: new Set() };
  const parsed = parseJson(source, text);
  // Template statements may add or remove any part of the file, so its syntax cannot be judged.
  return { parsed: hasStatements ? { ...parsed, errors: [] } : parsed, text, templates };
}
