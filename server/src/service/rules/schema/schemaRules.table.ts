import type { RuleFacts } from "../rule.ts";

/** The rules that the schemas name in `x-rules`. A test holds the severities and fixes against the schemas. */
export const schemaRules: readonly RuleFacts[] = [];
