import { quickFix } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { listOf } from "../../kit/words.ts";
import { hasLogOption, insertLogOption, insertSecretOption, missingOptionPlace } from "./logOption.ts";

export const splunkRequired: Rule = {
  id: "splunk-required-options",
  summary: "The splunk driver needs a URL and a token.",
  severity: "warning",
  about: ["logDriver"],
  fix: "insert what is missing",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { logConfiguration, logDriver } of task.containers) {
      if (!logConfiguration || logDriver?.string !== "splunk") continue;
      const lacksUrl = !hasLogOption(logConfiguration, "splunk-url");
      const lacksToken = !hasLogOption(logConfiguration, "splunk-token");
      if (!lacksUrl && !lacksToken) continue;
      const missing = listOf(
        [...(lacksUrl ? ["splunk-url"] : []), ...(lacksToken ? ["splunk-token"] : [])],
        "and",
      );
      report(
        missingOptionPlace(logConfiguration),
        `The splunk driver lacks ${missing}; without the address of the collector and its token the container cannot start. ` +
          "Set splunk-url in options and splunk-token in secretOptions.",
        {
          fixes: [
            quickFix(
              `Add ${missing}`,
              ...(lacksUrl
                ? [insertLogOption(logConfiguration, "splunk-url", "https://YOUR_SPLUNK_HOST:8088")]
                : []),
              ...(lacksToken ? [insertSecretOption(logConfiguration, "splunk-token")] : []),
            ),
          ],
        },
      );
    }
  },
};
