import { stepStrategies as strategies } from "../../../data/deployment.ts";
import { insertMember, quickFix, remove, replaceValue } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

/** LINEAR and CANARY shift traffic in steps, each with its own member. */
export const stepStrategies: readonly Rule[] = strategies.flatMap(
  ({ strategy, member, percent, least, most }) =>
    serviceFaults([
      {
        id: strategy === "LINEAR" ? "linear-config-strategy" : "canary-config-strategy",
        summary: `${member} needs the strategy ${strategy}.`,
        severity: "error",
        fix: `use strategy ${strategy}, or delete ${member}`,
        when: ({ effectiveStrategy }) => effectiveStrategy !== undefined && effectiveStrategy !== strategy,
        find: (service) => service.deployment(member),
        place: keyPlace,
        message: (_, service) =>
          `${member} is for the strategy ${strategy}, but the strategy is ${service.effectiveStrategy}${service.strategy ? "" : ", the default"}. Set strategy ${strategy}, or remove ${member}.`,
        fixes: (node) => [
          quickFix(`Use strategy ${strategy}`, insertMember(node.parent!, "strategy", strategy)),
          quickFix(`Remove ${member}`, remove(node)),
        ],
      },
      {
        id: strategy === "LINEAR" ? "linear-step-percent" : "canary-percent",
        summary: `${percent} is ${least.toFixed(1)} to ${most.toFixed(1)} in steps of 0.1.`,
        severity: "error",
        fix: "use the nearest value",
        find: (service) => {
          const node = service.deployment(member)?.get(percent);
          return node?.number === undefined || node.number === allowed(node.number, least, most)
            ? undefined
            : node;
        },
        message: ({ number }) =>
          `${percent} is ${number}, but AWS takes ${least.toFixed(1)} to ${most.toFixed(1)} percent in steps of 0.1.`,
        fixes: (node) => {
          const value = allowed(node.number!, least, most);
          return [quickFix(`Use ${value}`, replaceValue(node, value))];
        },
      },
    ]),
);

/** The nearest multiple of 0.1 within the bounds. */
function allowed(percent: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(percent * 10) / 10));
}
