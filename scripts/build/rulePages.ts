import { glob, readFile } from "node:fs/promises";
import { code, joinMarkdown, Markdown, md } from "../../shared/src/markdown.ts";
import { ruleFacts } from "../../server/src/service/rules/index.ts";
import type { RuleFacts } from "../../server/src/service/rules/rule.ts";
import { type Marker, unmarked } from "../../test/support/rulePage.ts";

/** The pages of `docs/rules` as VS Code shows them: for each rule id a page of its own, in Markdown. */
export async function readRulePages(): Promise<Readonly<Record<string, string>>> {
  const facts = new Map(ruleFacts.map((fact) => [fact.id, fact]));
  const pages: Record<string, string> = {};
  for await (const file of glob("docs/rules/*.md"))
    for (const [id, page] of pagesOf(await readFile(file, "utf8"), facts)) pages[id] = page;
  return Object.fromEntries(Object.entries(pages).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The pages of the rules that have a heading in a file of `docs/rules`. */
export function pagesOf(
  text: string,
  facts: ReadonlyMap<string, RuleFacts>,
): readonly (readonly [id: string, page: string])[] {
  const pages: (readonly [string, string])[] = [];
  let rule: RuleFacts | undefined;
  let level = 0;
  let parts: string[] = [];
  const close = (): void => {
    if (rule) pages.push([rule.id, page(rule, parts)]);
    parts = [];
  };
  for (const part of text.split(/^(```[\s\S]*?^```$|#{1,6} .*$)/m)) {
    const [, marks, title = ""] = /^(#{1,6}) (.*)$/.exec(part) ?? [];
    const named = facts.get(title.replaceAll("`", "").trim());
    if (marks && (named || marks.length <= level)) {
      close();
      [rule, level] = [named, marks.length];
    } else parts.push(marks ? `${marks.slice(level - 1)} ${title}` : part);
  }
  close();
  return pages;
}

function page(rule: RuleFacts, parts: readonly string[]): string {
  const body = parts.map((part) => (part.startsWith("```") ? shown(part, rule) : linked(part))).join("");
  return `# ${rule.id}\n\n${about(rule).text}\n\n${body.trim()}\n`.replaceAll(/\n{3,}/g, "\n\n");
}

/**
 * What it says, what its quick fix does, and how it is turned off; severity and more are on the page itself.
 */
function about({ id, summary, fix, offByDefault }: RuleFacts): Markdown {
  const change = offByDefault ? "warning" : "off";
  const setting = code(`"taskwright.rules": { "${id}": "${change}" }`);
  const file = code(`"rules": { "${id}": "${change}" }`);
  return joinMarkdown(
    [
      md`**${summary}**`,
      joinMarkdown(
        [
          fix !== undefined && md`- Quick fix: ${fix}.`,
          md`- To turn it ${offByDefault ? "on" : "off"} for you: ${setting} in the settings. For everybody who works on the project: ${file} in ${code(".taskwrightrc.json")}. Other severities are set in the same way.`,
          md`- To leave out one line where the language has comments: ${code(`taskwright-ignore ${id}: reason`)} in a comment on it or above it.`,
        ],
        "\n",
      ),
    ],
    "\n\n",
  );
}

/** An example as a reader sees it: without the notation of the tests, and with what is reported below it. */
function shown(block: string, rule: RuleFacts): string {
  const [, language = "", info = "", marked = ""] = /^```(\w*) ?(.*)\n([\s\S]*?)^```$/m.exec(block) ?? [];
  const { text, markers } = unmarked(marked, rule.id);
  const lines = text.split("\n");
  const reports = markers.map((marker) => md`- ${report(marker, lines, rule)}`);
  const example = Markdown.own(`\`\`\`${language}\n${text}\`\`\``);
  return joinMarkdown([role(info), example, joinMarkdown(reports, "\n")], "\n\n").text;
}

/** What a block is to the one before it. */
function role(info: string): Markdown | undefined {
  const file = /\bfile=(\S+)/.exec(info)?.[1];
  const [isFixed, title] = /\bfixed(?:="([^"]*)")?/.exec(info) ?? [];
  if (isFixed !== undefined)
    return md`After the quick fix${title !== undefined && md` “${title}”`}${file !== undefined && md`, in ${code(file)}`}:`;
  if (file === undefined) return undefined;
  return info.includes("companion") ? md`With ${code(file)} beside it:` : md`In ${code(file)}:`;
}

function report(
  { id, line, start, end, severity, message }: Marker,
  lines: readonly string[],
  rule: RuleFacts,
): Markdown {
  const marked = lines[line]?.slice(start, end) ?? "";
  const other = id === rule.id ? undefined : md` (${id})`;
  return md`**${severity ?? (id === rule.id ? rule.severity : "also")}**${other} at ${code(marked)} in line ${line + 1}: ${message}`;
}

/**
 * Links between rules lead to their pages; links to pages of other kinds, which are not in the package,
 * become text.
 */
function linked(text: string): string {
  return text
    .replaceAll(/\[([^\]]*)\]\((?:README\.md#[\w-]+|(?:\.\.\/)?[\w-]+\.md)\)/g, "$1")
    .replaceAll(/\]\([\w-]*(?:\.md)?#([\w-]+)\)/g, "]($1.md)");
}
