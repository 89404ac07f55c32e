import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { quickFix } from "../../kit/fix.ts";
import type { Rule, RuleFacts } from "../../rule.ts";
import { awslogsValues } from "./awslogsConfiguration.ts";
import { hasLogOption, insertLogOption, missingOptionPlace } from "./logOption.ts";

interface RequiredOption extends RuleFacts {
  readonly option: keyof ReturnType<typeof awslogsValues>;
  /** The tasks that need it; all of them when absent. */
  readonly applies?: (task: TaskDefinition) => boolean;
  /** What happens without it. */
  readonly reason: string;
}

const options: readonly RequiredOption[] = [
  {
    id: "awslogs-group-required",
    summary: "awslogs needs the log group to write to.",
    severity: "error",
    about: ["logDriver"],
    option: "awslogs-group",
    reason:
      'the driver does not know where to write, and AWS answers "Log driver awslogs requires options: awslogs-group"',
  },
  {
    id: "awslogs-region-required",
    summary: "awslogs needs the region of its log group.",
    severity: "warning",
    about: ["logDriver"],
    option: "awslogs-region",
    reason: "the driver guesses the region of the instance, and on Fargate it has nothing to guess from",
  },
  {
    id: "awslogs-prefix-fargate",
    summary: "On Fargate awslogs needs a prefix for its log streams.",
    severity: "error",
    about: ["logDriver"],
    option: "awslogs-stream-prefix",
    applies: (task) => task.isFargate,
    reason: "Fargate cannot name the log stream, and AWS refuses the registration",
  },
  {
    id: "awslogs-prefix-missing",
    summary: "With a prefix a log stream is named after container and task.",
    severity: "hint",
    about: ["logDriver"],
    option: "awslogs-stream-prefix",
    applies: (task) => task.lacks("FARGATE"),
    reason: "the log stream is named by Docker's container id, and cannot be traced to its task",
  },
];

/** Options that awslogs cannot do without. */
export const awslogsRequired: readonly Rule[] = options.map(
  ({ option, applies = () => true, reason, ...facts }) => ({
    ...facts,
    fix: `insert ${option}`,
    appliesTo: "task-definition",
    check(task, report) {
      if (!applies(task)) return;
      for (const { logConfiguration, logDriver } of task.containers) {
        if (!logConfiguration || logDriver?.string !== "awslogs" || hasLogOption(logConfiguration, option))
          continue;
        const value = awslogsValues(task)[option];
        report(missingOptionPlace(logConfiguration), `Without ${option} ${reason}. Add it to the options.`, {
          fixes: [quickFix(`Add ${option} ${value}`, insertLogOption(logConfiguration, option, value))],
        });
      }
    },
  }),
);
