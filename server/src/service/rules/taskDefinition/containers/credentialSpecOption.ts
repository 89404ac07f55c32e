import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { appendItem, type Fix, insertMember, quickFix, remove, renameKey } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";

const prefix = "credentialspec:";

export const credentialSpecOption: Rule = {
  id: "docker-security-options-credentialspec",
  summary: "Credential specs have a list of their own.",
  severity: "information",
  about: ["dockerSecurityOptions"],
  fix: "move it to credentialSpecs",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { node } of task.containers) {
      const options = node.get("dockerSecurityOptions");
      for (const option of options?.items ?? []) {
        if (!option.string?.startsWith(prefix)) continue;
        report(
          option,
          "Credential specs have moved out of dockerSecurityOptions. Put this one into credentialSpecs.",
          {
            fixes: [move(node, options!, option)],
          },
        );
      }
    }
  },
};

function move(container: JsonNode, options: JsonNode, option: JsonNode): Fix {
  const title = "Move it to credentialSpecs";
  const specs = container.get("credentialSpecs");
  const isOnly = options.items.length === 1;
  if (!specs && isOnly) return quickFix(title, renameKey(options, "credentialSpecs"));
  const addition = specs
    ? appendItem(specs, option.string)
    : insertMember(container, "credentialSpecs", [option.string], "dockerSecurityOptions");
  return quickFix(title, remove(isOnly ? options : option), addition);
}
