import type { Range } from "vscode-languageserver-types";
import type { Severity } from "../../service/rules/rule.ts";

export interface CheckedDiagnostic {
  /** Rule id. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
}

export interface CheckedFile {
  readonly file: string;
  readonly kind: string;
  readonly diagnostics: readonly CheckedDiagnostic[];
}
