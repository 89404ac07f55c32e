import type { PrepareResult, Problem } from "./protocol.ts";
import type { RuleSettings } from "./service/features/validate.ts";

/**
 * The severities that count before a deploy: those of the user, and the errors on which the workspace
 * insists. A workspace is other people's files, so it cannot turn off what stops a deploy.
 *
 * @param own what the user set
 * @param shown what the file's problems are shown with, of the user and the workspace together
 */
export function deployRules(own: RuleSettings, shown: RuleSettings): RuleSettings {
  const insisted = Object.entries(shown).filter(([, severity]) => severity === "error");
  return { ...own, ...Object.fromEntries(insisted) };
}

/** Says of problems that the editor does not show as errors why they stop a deploy all the same. */
export function withReasons(result: PrepareResult, shown: RuleSettings): PrepareResult {
  const reason = (code: string): string =>
    (shown[code] ?? "error") === "error"
      ? ""
      : ` This workspace sets ${code} to ${shown[code]}, which does not count for a deploy; your own settings do.`;
  const problems = result.problems.map(
    (problem): Problem => ({ ...problem, message: problem.message + reason(problem.code) }),
  );
  return { ...result, problems };
}
