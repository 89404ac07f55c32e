import type { Severity } from "../../service/rules/rule.ts";
import type { CheckedDiagnostic, CheckedFile } from "./checkedFile.ts";
import { counted } from "./leftOut.ts";
import { printable } from "./printable.ts";
import { sarif } from "./sarif.ts";

/** How the results are written; `missed` is how many files were to be checked and were not. */
export const formats = {
  /** For people: one line a finding, and a sum. No sum where nothing was checked. */
  text: (checked: readonly CheckedFile[], missed: number): string => {
    const lines = each(
      checked,
      (file, { range, severity, message, code }) =>
        `${nameOf(file)}:${range.start.line + 1}:${range.start.character + 1}: ${severity}: ${printable(message)} [${code}]\n`,
    );
    return lines.join("") + sum(checked, missed);
  },

  /** For programs. Ranges are those of LSP: lines and UTF-16 columns from 0. */
  json: (checked: readonly CheckedFile[]): string =>
    JSON.stringify(
      checked.map(({ file, kind, diagnostics }) => ({
        file,
        kind,
        diagnostics: diagnostics.map(({ code, severity, message, range }) => ({
          code,
          severity,
          message,
          range,
        })),
      })),
      null,
      2,
    ) + "\n",

  /**
   * Workflow commands of GitHub Actions:
   * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
   */
  github: (checked: readonly CheckedFile[]): string =>
    each(checked, (file, { range, severity, message, code }) => {
      const level = severity === "error" || severity === "warning" ? severity : "notice";
      const place = `file=${escapeProperty(file)},line=${range.start.line + 1},col=${range.start.character + 1},endLine=${range.end.line + 1},endColumn=${range.end.character + 1}`;
      return `::${level} ${place},title=${escapeProperty(code)}::${escapeData(message)}\n`;
    }).join(""),

  sarif,
} as const;

function each<T>(
  checked: readonly CheckedFile[],
  describe: (file: string, diagnostic: CheckedDiagnostic) => T,
): T[] {
  return checked.flatMap(({ file, diagnostics }) =>
    diagnostics.map((diagnostic) => describe(file, diagnostic)),
  );
}

/** How many findings of a severity there are in all files. */
export function countOf(checked: readonly CheckedFile[], severity: Severity): number {
  return checked
    .flatMap(({ diagnostics }) => diagnostics)
    .filter((diagnostic) => diagnostic.severity === severity).length;
}

/** A name as it is printed. GitHub Actions takes a line that starts with two colons for a command. */
function nameOf(file: string): string {
  return printable(file.startsWith("::") ? `./${file}` : file);
}

function sum(checked: readonly CheckedFile[], missed: number): string {
  const known = checked.filter(({ kind }) => kind !== "unknown").length;
  if (known === 0) return "";
  const counts = [
    counted(known, "file"),
    counted(countOf(checked, "error"), "error"),
    counted(countOf(checked, "warning"), "warning"),
  ];
  return `${counts.join(", ")}${missed > 0 ? `; ${missed} not checked` : ""}\n`;
}

function escapeData(text: string): string {
  return printable(text).replaceAll("%", "%25");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
