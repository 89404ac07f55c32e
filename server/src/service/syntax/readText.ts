import { type BlankedText, blankPlaceholders, type TemplateText } from "./blankPlaceholders.ts";
import { readHcl } from "./hcl/readHcl.ts";
import { parseJson } from "./parseJson.ts";
import { isPlaceholder } from "./placeholders.ts";
import type { ParsedText } from "./parsedText.ts";
import type { LazySyntax, Parsers, SyntaxId } from "./syntax.ts";
import { fillTemplates, hasTemplateValues } from "./yaml/templateText.ts";
import { readYaml } from "./yaml/readYaml.ts";

/** A text as it was read. */
export interface ReadText extends ParsedText {
  /** The text that was parsed: as long as the one that was given, unquoted placeholders replaced. */
  readonly parsedText: string;
  /** True when placeholders stand outside of quotes: it becomes readable only after substitution. */
  readonly isTemplate: boolean;
  /** The placeholders and template statements outside of quotes, in the order of the file. */
  readonly templates: readonly TemplateText[];
  /** Offsets of tokens that are not what they seem to be, such as a text without its closing quote. */
  readonly faults: readonly number[];
}

/** Reads a text in its syntax; gives nothing where the parser for it is not loaded. */
export function readText(syntax: SyntaxId, text: string, parsers: Parsers): ReadText {
  if (syntax === "json") return readJsonText(text);
  const read = readWith(syntax, text, parsers);
  const mayBeTemplate = syntax === "yaml" && (read.errors.length > 0 || hasTemplateValues(text));
  const template = mayBeTemplate ? readYamlTemplate(text, parsers) : undefined;
  return template ?? { ...read, parsedText: text, isTemplate: false, templates: [], faults: [] };
}

/** A text that becomes YAML only after substitution. */
function readYamlTemplate(text: string, { yaml }: Parsers): ReadText | undefined {
  const filled = yaml && fillTemplates(text);
  if (!filled) return undefined;
  const { roots, errors } = readYaml(yaml, text, filled.text);
  // Template statements may add or remove any part of the file, so its syntax cannot be judged.
  return {
    roots,
    errors: filled.hasStatements ? [] : errors,
    parsedText: filled.text,
    isTemplate: true,
    templates: [],
    faults: [],
  };
}

function readWith(syntax: LazySyntax, text: string, { yaml, hcl }: Parsers): ParsedText {
  if (syntax === "yaml" && yaml) return readYaml(yaml, text);
  return syntax === "hcl" && hcl ? readHcl(hcl, text) : { roots: [], errors: [] };
}

/** What an editor makes of UTF-16 that it takes for UTF-8: every other character is a zero. */
const misread = /^(?:[^]\0|\0[^])/;

const misreadMessage =
  "This file is saved in UTF-16 and was read as if it were UTF-8. Open it in UTF-16 again, and save it in UTF-8, which the AWS CLI reads.";

function readJsonText(text: string): ReadText {
  if (misread.test(text)) {
    const errors = [{ offset: 0, length: 1, message: misreadMessage }];
    return { roots: [], errors, parsedText: text, isTemplate: false, templates: [], faults: [0] };
  }
  const parsed = jsonOf(text, withoutMark(text), {});
  // Only a text that is not JSON by itself can hold unquoted placeholders.
  const template = parsed.errors.length > 0 ? readTemplate(text) : undefined;
  return template ?? { ...parsed, parsedText: withoutMark(text), isTemplate: false, templates: [] };
}

/** A text of the same length with a blank in place of a byte order mark. */
function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? ` ${text.slice(1)}` : text;
}

function readTemplate(text: string): ReadText | undefined {
  const { text: parsedText, values, names, hasStatements, templates } = blankPlaceholders(withoutMark(text));
  if (templates.length === 0 && parsedText === withoutMark(text)) return undefined;
  const parsed = jsonOf(text, parsedText, { values, names });
  // Template statements may add or remove any part of the file, so its syntax cannot be judged.
  return { ...parsed, ...(hasStatements && { errors: [] }), parsedText, isTemplate: true, templates };
}

function jsonOf(
  text: string,
  parsedText: string,
  { values = new Set(), names = new Map() }: Partial<Pick<BlankedText, "values" | "names">>,
): Pick<ReadText, "roots" | "errors" | "faults"> {
  const { root, errors, faults } = parseJson(
    {
      text,
      syntax: "json",
      blanked: values,
      placeholderNames: names,
      isPlaceholder,
      memberNames: new Set(),
    },
    parsedText,
  );
  return { roots: root ? [root] : [], errors, faults };
}
