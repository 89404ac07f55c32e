import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { type Control, controlsOf, type StandardId, standards } from "../../service/data/controls.ts";
import { rulePage } from "../../service/data/rulePages.ts";
import { ruleFacts } from "../../service/rules/index.ts";
import type { Severity } from "../../service/rules/rule.ts";
import type { CheckedDiagnostic, CheckedFile } from "./checkedFile.ts";
import { repository } from "../../../../shared/src/repository.ts";

/**
 * SARIF 2.1.0, which code scanning reads: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
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
      ...relationshipsOf(id),
    }));
  const taxonomies = taxonomiesOf(broken);
  const supportedTaxonomies = taxonomies.map(({ name }) => ({ name }));
  const driver = {
    name: "taskwright",
    informationUri: repository,
    rules,
    ...(taxonomies.length > 0 && { supportedTaxonomies }),
  };
  const run = {
    tool: { driver },
    columnKind: "utf16CodeUnits",
    results,
    ...(taxonomies.length > 0 && { taxonomies }),
  };
  return (
    JSON.stringify(
      { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] },
      null,
      2,
    ) + "\n"
  );
}

/** The controls of others that ask for the same as a rule. */
function relationshipsOf(ruleId: string) {
  const relationships = controlsOf(ruleId).map((control) => ({
    target: targetOf(control),
    kinds: ["relevant"],
  }));
  return relationships.length > 0 ? { relationships } : {};
}

function targetOf({ standard, id }: Control) {
  return { id, toolComponent: { name: nameOf(standard) } };
}

function nameOf(standard: StandardId): string {
  return standards.find(({ id }) => id === standard)!.name;
}

/** The standards, each with those of its controls that the rules stand for. */
function taxonomiesOf(ruleIds: ReadonlySet<string>) {
  const asked = [...ruleIds].flatMap(controlsOf);
  return standards.flatMap(({ id: standard, name, documentation }) => {
    const ids = new Set(asked.filter((control) => control.standard === standard).map(({ id }) => id));
    const taxa = [...ids].sort().map((id) => ({ id }));
    return taxa.length > 0 ? [{ name, informationUri: documentation, taxa }] : [];
  });
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
    ...taxaOf(code),
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } }],
  };
}

function taxaOf(ruleId: string) {
  const taxa = controlsOf(ruleId).map(targetOf);
  return taxa.length > 0 ? { taxa } : {};
}

function levelOf(severity: Severity): "error" | "warning" | "note" {
  return severity === "error" || severity === "warning" ? severity : "note";
}

/** Relative paths stay relative, to the root of the repository where the check runs there. */
function uriOf(file: string): string {
  return isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file.replaceAll("\\", "/"));
}
