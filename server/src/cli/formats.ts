import type { Range } from "vscode-languageserver-types";
import type { Severity } from "../service/rules/rule.ts";

export interface CheckedDiagnostic {
  /** Rule id. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** The page of the rule. */
  readonly href: string;
}

export interface CheckedFile {
  readonly file: string;
  readonly kind: string;
  readonly diagnostics: readonly CheckedDiagnostic[];
}

/** How the results are written. */
export const formats = {
  /** For people: one line a finding, and a sum. */
  text: (checked: readonly CheckedFile[]): string => {
    const lines = each(checked, (file, { range, severity, message, code }) => `${file}:${range.start.line + 1}:${range.start.character + 1}: ${severity}: ${message} [${code}]`);
    const strangers = checked.filter(({ kind }) => kind === "unknown").map(({ file }) => `${file}: neither a task definition nor a service; not checked`);
    return [...lines, ...strangers, `${counted(checked.length, "file")}, ${counted(countOf(checked, "error"), "error")}, ${counted(countOf(checked, "warning"), "warning")}`].join("\n") + "\n";
  },

  /** For programs. Ranges are those of LSP: lines and UTF-16 columns from 0. */
  json: (checked: readonly CheckedFile[]): string =>
    JSON.stringify(
      checked.map(({ file, kind, diagnostics }) => ({
        file,
        kind,
        diagnostics: diagnostics.map(({ code, severity, message, range }) => ({ code, severity, message, range })),
      })),
      null,
      2,
    ) + "\n",

  /** Workflow commands of GitHub Actions: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
  github: (checked: readonly CheckedFile[]): string =>
    each(checked, (file, { range, severity, message, code }) => {
      const level = severity === "error" || severity === "warning" ? severity : "notice";
      const place = `file=${escapeProperty(file)},line=${range.start.line + 1},col=${range.start.character + 1},endLine=${range.end.line + 1},endColumn=${range.end.character + 1}`;
      return `::${level} ${place},title=${escapeProperty(code)}::${escapeData(message)}\n`;
    }).join(""),

  /** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
  sarif: (checked: readonly CheckedFile[]): string => {
    const results = each(checked, (file, { range, severity, message, code }) => ({
      ruleId: code,
      level: severity === "error" || severity === "warning" ? severity : "note",
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: file.replaceAll("\\", "/") },
            region: { startLine: range.start.line + 1, startColumn: range.start.character + 1, endLine: range.end.line + 1, endColumn: range.end.character + 1 },
          },
        },
      ],
    }));
    const found = checked.flatMap(({ diagnostics }) => diagnostics);
    const pages = new Map(found.map(({ code, href }) => [code, href]));
    const driver = { name: "taskwright", rules: [...pages].map(([id, helpUri]) => ({ id, helpUri })) };
    return JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [{ tool: { driver }, results }] }, null, 2) + "\n";
  },
} as const;

function each<T>(checked: readonly CheckedFile[], describe: (file: string, diagnostic: CheckedDiagnostic) => T): T[] {
  return checked.flatMap(({ file, diagnostics }) => diagnostics.map((diagnostic) => describe(file, diagnostic)));
}

/** How many findings of a severity there are in all files. */
export function countOf(checked: readonly CheckedFile[], severity: Severity): number {
  return checked.flatMap(({ diagnostics }) => diagnostics).filter((diagnostic) => diagnostic.severity === severity).length;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
