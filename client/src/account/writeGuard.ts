import { oneLine } from "../../../shared/src/plainText.ts";
import type { WriteGuard } from "../aws/writes/guard.ts";
import type { ProtectionRules } from "../aws/writes/protection.ts";
import type { Ui } from "../host/ui.ts";

/** Asks at the door for writes in a modal, where a name must be typed in a box after it. */
export function writeGuard(
  ui: Pick<Ui, "confirm" | "input">,
  audit: WriteGuard["audit"],
  rules: () => ProtectionRules,
): WriteGuard {
  return {
    rules,
    audit,
    async confirm({ question, facts, action, typed }) {
      const detail = [
        ...facts.map(oneLine),
        ...(typed === undefined ? [] : [`To go on, you will type its name: ${typed}`]),
      ].join("\n");
      const isAgreed = await ui.confirm({
        message: question,
        detail,
        action: typed === undefined ? action : `${action}…`,
      });
      if (!isAgreed || typed === undefined) return isAgreed;
      const validate = (text: string): string | undefined =>
        text === typed ? undefined : `Type ${typed}, or press Escape to leave everything as it is.`;
      return (
        (await ui.input({
          title: action,
          prompt: `Type ${typed} to go on. ${question}`,
          placeholder: typed,
          validate,
        })) === typed
      );
    },
  };
}
