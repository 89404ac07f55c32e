import {
  awslogsOptions as known,
  commonLogOptions,
  undocumentedAwslogsOptions,
} from "../../../data/logOptions.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { quickFix, remove, renameKey } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";
import { mostAlike } from "../../../../../../shared/src/alike.ts";
import { listOf } from "../../kit/words.ts";

const allowed: ReadonlySet<string> = new Set([...known, ...commonLogOptions]);

const unknownOption: Rule = {
  id: "awslogs-unknown-option",
  summary: "awslogs takes a fixed list of options.",
  severity: "error",
  about: ["logDriver"],
  fix: "use the option that is most alike",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { logDriver, logOptions } of task.containers) {
      if (logDriver?.string !== "awslogs") continue;
      for (const option of logOptions?.members ?? []) {
        if (allowed.has(option.key!) || isNoOption(option)) continue;
        const likely = mostAlike(option.key!, [...allowed]);
        const removal = quickFix(`Remove ${option.key}`, remove(option));
        if (undocumentedAwslogsOptions.has(option.key!)) {
          report(
            keyPlace(option),
            `"${option.key}" is an option of Docker's awslogs driver that ECS does not document: it may be refused. Remove it.`,
            {
              severity: "warning",
              fixes: [removal],
            },
          );
          continue;
        }
        report(
          keyPlace(option),
          `awslogs has no option "${option.key}"; AWS answers "Log driver awslogs disallows options". It takes ${listOf([...allowed], "and")}.`,
          {
            fixes:
              likely === undefined
                ? [removal]
                : [quickFix(`Use ${likely}`, renameKey(option, likely)), removal],
          },
        );
      }
    }
  },
};

/** Comments, names that are filled in later, and members that are null. */
function isNoOption({ key, type, source }: JsonNode): boolean {
  return type === "null" || source.isPlaceholder(key!) || /^(?:\$schema|\/\/|_comment)/.test(key!);
}

const datetimeAndMultiline: Rule = {
  id: "awslogs-datetime-and-multiline",
  summary: "awslogs finds the start of a message by a date format or by a pattern, not by both.",
  severity: "warning",
  about: ["awslogs-datetime-format"],
  fix: "delete one of the two",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { logDriver, logOptions } of task.containers) {
      const datetime = logOptions?.filled("awslogs-datetime-format");
      const pattern = logOptions?.filled("awslogs-multiline-pattern");
      if (logDriver?.string !== "awslogs" || !datetime || !pattern) continue;
      const [first, second] = datetime.offset < pattern.offset ? [datetime, pattern] : [pattern, datetime];
      report(
        keyPlace(second),
        `${second.key} cannot be combined with ${first.key}: both say where a message starts. Keep one of them.`,
        {
          fixes: [
            quickFix(`Remove ${second.key}`, remove(second)),
            quickFix(`Remove ${first.key}`, remove(first)),
          ],
        },
      );
    }
  },
};

/** Which options awslogs takes. */
export const awslogsOptions: readonly Rule[] = [unknownOption, datetimeAndMultiline];
