import type { HclLibrary } from "./hcl/readHcl.ts";
import type { YamlLibrary } from "./yaml/readYaml.ts";

/** How a text is written. */
export type SyntaxId = "json" | "yaml" | "hcl";

/** A syntax whose parser is loaded on first use. */
export type LazySyntax = Exclude<SyntaxId, "json">;

/**
 * The parsers that are loaded with the first text that needs them. A text whose parser is not there is not
 * read.
 */
export interface Parsers {
  yaml?: YamlLibrary;
  hcl?: HclLibrary;
}

/** What is known of a text besides its content. */
interface Named {
  readonly uri: string;
  /** The id of the language that the file has in the editor, where it is open in one. */
  readonly language: string | undefined;
}

const hclLanguages: ReadonlySet<string> = new Set(["hcl", "opentofu", "terraform"]);
const yamlLanguages: ReadonlySet<string> = new Set(["cloudformation", "yaml"]);

/**
 * How a file is written: by the end of its name, else by its language. Most templates without an end are
 * YAML.
 */
export function syntaxOf({ uri, language }: Named, text: string): SyntaxId {
  if (/\.ya?ml$/i.test(uri)) return "yaml";
  if (/\.jsonc?$/i.test(uri)) return "json";
  if (/\.(?:tf|tofu)$/i.test(uri) || hclLanguages.has(language ?? "")) return "hcl";
  const isYaml = yamlLanguages.has(language ?? "") || /\.template$/i.test(uri);
  return isYaml && !/^\s*\{/.test(text) ? "yaml" : "json";
}
