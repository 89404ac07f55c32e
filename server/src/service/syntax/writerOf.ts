import type { Writer } from "./edit.ts";
import { HclDialect } from "./hcl/hclDialect.ts";
import { hclComments } from "./hcl/readHcl.ts";
import { JsonWriter } from "./json/writer.ts";
import { type ReadText, readText } from "./readText.ts";
import type { Parsers, SyntaxId } from "./syntax.ts";
import { CheckedWriter, type ReadAgain } from "./written/checkedWriter.ts";
import type { Dialect } from "./written/dialect.ts";
import { TextLines } from "./written/textLines.ts";
import { TextWriter } from "./written/textWriter.ts";
import { YamlDialect } from "./yaml/yamlDialect.ts";

/** What makes changes of a text, in its syntax. */
export function writerOf(syntax: SyntaxId, text: string, read: ReadText, parsers: Parsers): Writer {
  const { parsedText, templates, faults, roots } = read;
  if (syntax === "json") return new JsonWriter({ text, parsed: parsedText, templates, faults });
  const again = (changed: string): ReadAgain => {
    const { errors, ...readAgain } = readText(syntax, changed, parsers);
    return { ...readAgain, hasErrors: errors.length > 0, comments: commentsIn(syntax, changed, parsers) };
  };
  const lines = new TextLines(text);
  const dialect: Dialect = syntax === "yaml" ? new YamlDialect(lines) : new HclDialect(lines);
  return new CheckedWriter({ text, roots }, new TextWriter(lines, dialect), again);
}

function commentsIn(syntax: SyntaxId, text: string, { yaml, hcl }: Parsers): readonly string[] {
  if (syntax === "yaml" && yaml) return yaml.comments(text);
  return syntax === "hcl" && hcl ? hclComments(hcl, text) : [];
}
