import { maxFargateOpenFiles } from "../../../data/ulimits.ts";
import { quickFix, remove, replaceValue } from "../../kit/fix.ts";
import { repeated } from "../../kit/repeated.ts";
import type { Rule } from "../../rule.ts";
import { capitalize } from "../../kit/words.ts";

const softOverHard: Rule = {
  id: "ulimit-soft-over-hard",
  summary: "A soft limit does not exceed its hard limit.",
  severity: "error",
  about: ["ulimits"],
  fix: "lower the soft limit",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { ulimits } of task.containers) {
      for (const ulimit of ulimits) {
        const soft = ulimit.get("softLimit");
        const hard = ulimit.get("hardLimit");
        // A negative limit is none.
        if (
          soft?.number === undefined ||
          hard?.number === undefined ||
          hard.number < 0 ||
          soft.number <= hard.number
        )
          continue;
        report(
          soft,
          `The soft limit ${soft.number} is above the hard limit ${hard.number}, which bounds it; AWS refuses the registration. Lower the one or raise the other.`,
          {
            fixes: [
              quickFix(`Set softLimit to ${hard.number}`, replaceValue(soft, hard.number)),
              quickFix(`Set hardLimit to ${soft.number}`, replaceValue(hard, soft.number)),
            ],
          },
        );
      }
    }
  },
};

const duplicate: Rule = {
  id: "ulimit-duplicate",
  summary: "Each limit is set once in a container.",
  severity: "warning",
  about: ["ulimits"],
  fix: "delete the second entry",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { ulimits, label } of task.containers) {
      for (const name of repeated(ulimits.map((ulimit) => ulimit.get("name")))) {
        report(
          name,
          `${capitalize(label)} sets the limit "${name.string}" twice, and only one of the two can hold. Remove one.`,
          {
            fixes: [quickFix("Remove this limit", remove(name.parent!))],
          },
        );
      }
    }
  },
};

const openFiles: Rule = {
  id: "ulimit-nofile-fargate-max",
  summary: "On Fargate the limit of open files is at most 1048576.",
  severity: "warning",
  about: ["ulimits"],
  fix: "use 1048576",
  appliesTo: "task-definition",
  check(task, report) {
    if (!task.isFargate) return;
    for (const ulimit of task.containers.flatMap(({ ulimits }) => ulimits)) {
      if (ulimit.get("name")?.string !== "nofile") continue;
      for (const limit of [ulimit.get("softLimit"), ulimit.get("hardLimit")]) {
        if (limit?.number === undefined || limit.number <= maxFargateOpenFiles) continue;
        report(
          limit,
          `Fargate allows at most ${maxFargateOpenFiles} open files; with ${limit.number} the container does not start. Use ${maxFargateOpenFiles} or less.`,
          {
            fixes: [quickFix(`Use ${maxFargateOpenFiles}`, replaceValue(limit, maxFargateOpenFiles))],
          },
        );
      }
    }
  },
};

export const ulimits: readonly Rule[] = [softOverHard, duplicate, openFiles];
