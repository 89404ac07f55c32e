import { hasEcsTraces } from "../../../../shared/src/ecsTraces.ts";
import type { EcsDocument } from "../../service/documents/ecsDocument.ts";

/** What is said of a file that holds nothing of ours. */
export const neitherNor = "is neither a task definition nor a service";

/** Why there is nothing to check in a file, as what is said of it; undefined where there is something. */
export function whyNotChecked({ text, kind, syntax, syntaxErrors, lines }: EcsDocument): string | undefined {
  if (text.trim() === "") return "is empty";
  if (kind !== "unknown") return undefined;
  const [error] = syntaxErrors;
  if (!error || !hasEcsTraces(text)) return neitherNor;
  const line = lines.positionAt(error.offset).line + 1;
  return `cannot be read as ${syntax === "hcl" ? "HCL" : syntax.toUpperCase()}: line ${line}: ${error.message}`;
}
