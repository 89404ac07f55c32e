import { initVariablePrefix, maxBufferLimit, outputOption } from "../../../data/firelens.ts";
import type { Container } from "../../../model/container.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { capitalize } from "../../kit/words.ts";
import { insertLogOption, missingOptionPlace } from "./logOption.ts";

const bufferLimit: Rule = {
  id: "firelens-buffer-limit",
  summary: "log-driver-buffer-limit is 0 to 536870912 bytes.",
  severity: "warning",
  about: ["log-driver-buffer-limit"],
  fix: "use the nearest bound",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { logDriver, logOptions } of task.containers) {
      const limit =
        logDriver?.string === "awsfirelens" ? logOptions?.filled("log-driver-buffer-limit") : undefined;
      const bytes = Number(limit?.string);
      if (limit?.string === undefined || (Number.isInteger(bytes) && bytes >= 0 && bytes <= maxBufferLimit))
        continue;
      const bound = String(bytes < 0 ? 0 : maxBufferLimit);
      report(
        limit,
        `"${limit.string}" is not a buffer limit: log-driver-buffer-limit is a number of bytes from 0 to ${maxBufferLimit} (512 MiB).`,
        {
          fixes: Number.isNaN(bytes) ? [] : [quickFix(`Use ${bound}`, replaceValue(limit, bound))],
        },
      );
    }
  },
};

const output: Rule = {
  id: "firelens-name-missing",
  summary: "The options of awsfirelens name the output, unless the router has a configuration of its own.",
  severity: "information",
  about: ["firelensConfiguration"],
  fix: "insert the name of an output",
  appliesTo: "task-definition",
  check(task, report) {
    const [router] = task.logRouters;
    const option =
      router && !hasOwnConfiguration(router)
        ? outputOption.get(router.firelens!.get("type")?.string ?? "")
        : undefined;
    if (option === undefined) return;
    for (const { logDriver, logConfiguration, logOptions, label } of task.containers) {
      if (logDriver?.string !== "awsfirelens" || logOptions?.isDynamic) continue;
      if (logOptions?.members.some(({ key }) => key!.toLowerCase() === option.toLowerCase())) continue;
      report(
        missingOptionPlace(logConfiguration!),
        `${capitalize(label)} names no output: without "${option}" ECS generates none, and unless the image of the router brings one, the logs go nowhere. ` +
          `Add "${option}".`,
        {
          fixes: [
            quickFix(
              `Add ${option} cloudwatch_logs`,
              insertLogOption(logConfiguration!, option, "cloudwatch_logs"),
            ),
          ],
        },
      );
    }
  },
};

/** True when the router reads a configuration besides the generated one. */
function hasOwnConfiguration({ node, firelens }: Container): boolean {
  const options = firelens?.get("options");
  if (options?.isDynamic || options?.filled("config-file-type") || options?.filled("config-file-value"))
    return true;
  return (node.get("environment")?.items ?? []).some((variable) =>
    variable.get("name")?.raw?.startsWith(initVariablePrefix),
  );
}

/** What containers tell the log router. */
export const firelensOptions: readonly Rule[] = [bufferLimit, output];
