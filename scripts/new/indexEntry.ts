import type { IndexEntry } from "./recipe.ts";

/**
 * The text of an index with one more element of its list, where the order of names puts it, and its import.
 * Throws an Error if the text has no such list.
 */
export function withEntry(text: string, { path, name, from }: IndexEntry): string {
  const lines = text.split("\n");
  const end = lines.findIndex((line) => /^\](?: as const)?;$/.test(line));
  const start = lines.findLastIndex((line, at) => at < end && line.endsWith("= [")) + 1;
  const imports = lines.findLastIndex((line) => /\bfrom "[^"]+";$/.test(line)) + 1;
  if (start === 0 || (from !== undefined && imports === 0))
    throw new Error(`${path} has no list to add ${name} to.`);
  const element = from === undefined ? `  "${name}",` : `  ${name},`;
  const at = lines.findIndex((line, index) => index >= start && (index === end || isBehind(line, element)));
  const listed = lines.toSpliced(at, 0, element);
  return (
    from === undefined ? listed : listed.toSpliced(imports, 0, `import { ${name} } from "${from}";`)
  ).join("\n");
}

function isBehind(line: string, added: string): boolean {
  return /^ {2}"?[\w-]+"?,$/.test(line) && line > added;
}
