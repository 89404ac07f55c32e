import { logModes } from "../../../data/logOptions.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import type { Report, Rule, RuleFacts } from "../../rule.ts";
import { listOf } from "../../kit/words.ts";

const sizePattern = /^\d+[kmg]?$/i;

const mode = deliveryRule(
  {
    id: "log-mode-value",
    summary: "The mode of log delivery is blocking or non-blocking.",
    severity: "error",
    about: ["mode"],
    fix: "use non-blocking",
  },
  (options, report) => {
    const value = options.filled("mode");
    if (value?.string === undefined || logModes.some((known) => known === value.string)) return;
    report(
      value,
      `"${value.string}" is no mode of log delivery: it is ${listOf(logModes)}. With non-blocking the container never waits for its logs.`,
      {
        fixes: [quickFix("Use non-blocking", replaceValue(value, "non-blocking"))],
      },
    );
  },
);

const blockingBuffer = deliveryRule(
  {
    id: "log-max-buffer-without-non-blocking",
    summary: "max-buffer-size belongs to mode non-blocking.",
    severity: "warning",
    about: ["max-buffer-size"],
    fix: "use mode non-blocking",
  },
  (options, report) => {
    const size = options.filled("max-buffer-size");
    const value = options.get("mode");
    if (!size || value?.string !== "blocking") return;
    report(
      size,
      "max-buffer-size has no effect with mode blocking, which keeps no buffer. Use mode non-blocking, or leave the size out.",
      {
        fixes: [quickFix("Use mode non-blocking", replaceValue(value, "non-blocking"))],
      },
    );
  },
);

const bufferSize = deliveryRule(
  {
    id: "log-max-buffer-format",
    summary: "max-buffer-size is a number with k, m or g.",
    severity: "warning",
    about: ["max-buffer-size"],
  },
  (options, report) => {
    const size = options.filled("max-buffer-size");
    if (size?.string === undefined || sizePattern.test(size.string)) return;
    report(
      size,
      `"${size.string}" is not a buffer size. Write a whole number, of bytes or with k, m or g: "25m".`,
    );
  },
);

/**
 * A rule about options that every driver takes. What awsfirelens has are options of an output, which may be
 * called alike.
 */
function deliveryRule(facts: RuleFacts, check: (options: JsonNode, report: Report) => void): Rule {
  return {
    ...facts,
    appliesTo: "task-definition",
    check(task, report) {
      for (const { logDriver, logOptions } of task.containers) {
        if (logOptions && logDriver?.string !== undefined && logDriver.string !== "awsfirelens")
          check(logOptions, report);
      }
    },
  };
}

/** How logs are handed to the driver. */
export const logDelivery: readonly Rule[] = [mode, blockingBuffer, bufferSize];
