import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

const shell = /^(?:\S*\/)?(?:sh|bash|ash|dash|zsh|ksh|cmd|cmd\.exe|powershell|powershell\.exe|pwsh)$/i;

export const singleStringCommand: Rule = {
  id: "command-single-string-with-spaces",
  summary: "A command is a list of words; ECS does not split it.",
  severity: "hint",
  about: ["entryPoint", "command"],
  fix: "split on spaces",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node } of task.containers) {
      const entryPoint = node.filled("entryPoint");
      const takesOneText =
        entryPoint !== undefined &&
        (entryPoint.holdsDynamic || entryPoint.items.some((item) => shell.test(item.string ?? "")));
      for (const list of [entryPoint, takesOneText ? undefined : node.filled("command")]) {
        const word = list?.items.length === 1 ? list.items[0]! : undefined;
        if (!list || !word || !isSentence(word)) continue;
        const words = word.string!.trim().split(/\s+/);
        const isPlain = !/["'\\$;&|<>]/.test(word.string!);
        report(
          word,
          `"${word.string}" is taken as one word, spaces included, not as a program and its arguments. Split it into words.`,
          {
            fixes: isPlain ? [quickFix("Split it on spaces", replaceValue(list, words))] : [],
          },
        );
      }
    }
  },
};

function isSentence({ string }: JsonNode): boolean {
  return string !== undefined && /\S\s+\S/.test(string) && !/\b(?:ba)?sh\s+-\w*c\b/.test(string);
}
