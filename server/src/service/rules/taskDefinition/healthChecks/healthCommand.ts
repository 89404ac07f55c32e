import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { type Fix, prependItem, quickFix, replaceValue } from "../../kit/fix.ts";
import type { Report, Rule, RuleFacts } from "../../rule.ts";

const prefixes = ["CMD", "CMD-SHELL", "NONE"];

/** Operators that only a shell understands. */
const shellOperator = /\|\||&&|[|;]|\$\(/;

/** Options behind which a program takes code of its own: `sh -c`, `node -e`, `php -r`. */
const codeOption = /^(?:-\w*[ce]|-r|--eval|-Command|\/c)$/i;

const prefix = commandRule(
  {
    id: "health-command-prefix",
    summary: "The command of a health check starts with CMD, CMD-SHELL or NONE.",
    severity: "warning",
    fix: "prepend CMD or CMD-SHELL",
  },
  (words, report) => {
    const first = words[0]!;
    if (!first.string || prefixes.includes(first.string)) return;
    const inCapitals = first.string.toUpperCase();
    const missing = words.length > 1 ? "CMD" : "CMD-SHELL";
    const isMisspelt = prefixes.includes(inCapitals);
    report(
      first,
      'A health check starts with "CMD", which runs the words that follow, or with "CMD-SHELL", which gives one string to the shell; ' +
        `"${first.string}" is neither. ${isMisspelt ? `Write "${inCapitals}".` : `Put "${missing}" before it.`}`,
      {
        fixes: isMisspelt
          ? [quickFix(`Write ${inCapitals}`, replaceValue(first, inCapitals))]
          : [quickFix(`Prepend ${missing}`, prependItem(first.parent!, missing))],
      },
    );
  },
);

const onlyPrefix = commandRule(
  {
    id: "health-command-only-prefix",
    summary: "A health check has a command behind CMD or CMD-SHELL.",
    severity: "warning",
  },
  (words, report) => {
    const first = words[0]!.string;
    if (words.length > 1 || (first !== "CMD" && first !== "CMD-SHELL")) return;
    report(
      words[0]!.parent!,
      `"${first}" only says how to run a command, and none follows: the check can never pass. Add the command.`,
    );
  },
);

const manyWords = commandRule(
  {
    id: "health-cmd-shell-many-words",
    summary: "CMD-SHELL takes the whole command as one string.",
    severity: "information",
    fix: "join the words",
  },
  (words, report) => {
    if (words[0]!.string !== "CMD-SHELL" || words.length < 3) return;
    report(
      words[2]!,
      'CMD-SHELL gives one string to the shell: this and what follows are arguments of the shell, not of the command. Join the words, or use "CMD".',
      { fixes: joined(words, "Join the words into one command") },
    );
  },
);

const operators = commandRule(
  {
    id: "health-cmd-with-shell-operators",
    summary: "CMD starts no shell, so operators such as || are plain text.",
    severity: "warning",
    fix: "change to CMD-SHELL",
  },
  (words, report) => {
    if (words[0]!.string !== "CMD") return;
    const word = words.find((candidate, index) => {
      const isCode = codeOption.test(words[index - 1]?.string ?? "");
      return index > 0 && !isCode && shellOperator.test(candidate.string ?? "");
    });
    if (!word) return;
    const operator = shellOperator.exec(word.string!)![0];
    report(
      word,
      `"CMD" starts no shell, so "${operator}" is passed to the program as plain text. Use "CMD-SHELL" with the command as one string.`,
      {
        fixes: joined(words, "Change to CMD-SHELL"),
      },
    );
  },
);

/** A rule about the words of a health check's command, of which there is at least one. */
function commandRule(facts: RuleFacts, check: (words: readonly JsonNode[], report: Report) => void): Rule {
  return {
    ...facts,
    about: ["healthCheck"],
    appliesTo: "task-definition",
    check(task: TaskDefinition, report: Report) {
      for (const { healthCheck } of task.containers) {
        const words = healthCheck?.get("command")?.items ?? [];
        if (words.length > 0) check(words, report);
      }
    },
  };
}

/** The same words as one string for the shell. */
function joined(words: readonly JsonNode[], title: string): readonly Fix[] {
  const texts = words.slice(1).flatMap((word) => word.raw ?? []);
  if (texts.length !== words.length - 1) return [];
  return [quickFix(title, replaceValue(words[0]!.parent!, ["CMD-SHELL", texts.join(" ")]))];
}

/** How the command of a health check is run. */
export const healthCommand: readonly Rule[] = [prefix, onlyPrefix, manyWords, operators];
