import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { rulePage } from "../../service/data/rulePages.ts";
import { ruleFacts } from "../../service/rules/index.ts";
import type { Severity } from "../../service/rules/rule.ts";
import type { CheckedDiagnostic, CheckedFile } from "./checkedFile.ts";
import { repository } from "../../../../shared/src/repository.ts";

/** SARIF 2.1.0, which code scanning reads: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarif(checked: readonly CheckedFile[]): string {
  const results = checked.flatMap(({ file, diagnostics }) =>
    diagnostics.map((diagnostic) => result(file, diagnostic)),
  );
  const broken = new Set(results.map(({ ruleId }) => ruleId));
  const rules = ruleFacts
    .filter(({ id }) => broken.has(id))
    .map(({ id, summary, severity }) => ({
      id,
      shortDescription: { text: summary },
      helpUri: rulePage(id),
      defaultConfiguration: { level: levelOf(severity) },
    }));
  const driver = { name: "taskwright", informationUri: repository, rules };
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", results };
  return (
    JSON.stringify(
      { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] },
      null,
      2,
    ) + "\n"
  );
}

function result(file: string, { code, severity, message, range: { start, end } }: CheckedDiagnostic) {
  const region = {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  return {
    ruleId: code,
    level: levelOf(severity),
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } }],
  };
}

function levelOf(severity: Severity): "error" | "warning" | "note" {
  return severity === "error" || severity === "warning" ? severity : "note";
}

/** Relative paths stay relative, to the root of the repository where the check runs there. */
function uriOf(file: string): string {
  return isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file.replaceAll("\\", "/"));
}
