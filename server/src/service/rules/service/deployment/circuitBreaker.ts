import { thresholdTypes } from "../../../data/deployment.ts";
import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { insertMembers, quickFix, replaceValue } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Report, Rule } from "../../rule.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";
import { mostAlike } from "../../../../../../shared/src/alike.ts";
import { listOf } from "../../kit/words.ts";

const faults = serviceFaults([
  {
    id: "circuit-breaker-controller",
    summary: "The deployment circuit breaker works with the ECS controller only.",
    severity: "warning",
    fix: "delete deploymentCircuitBreaker",
    when: ({ isControlledElsewhere }) => isControlledElsewhere,
    find: (service) => {
      const breaker = service.deployment("deploymentCircuitBreaker");
      return breaker?.get("enable")?.boolean === true ? breaker : undefined;
    },
    message: (_, { controller }) =>
      `The deployment circuit breaker watches rolling deployments of ECS itself; with deploymentController ${controller} it does nothing. Remove it.`,
  },
  {
    id: "circuit-breaker-no-rollback",
    summary: "A circuit breaker without rollback leaves a failed deployment as it is.",
    severity: "hint",
    fix: "set rollback true",
    find: (service) => {
      const breaker = service.deployment("deploymentCircuitBreaker");
      const rollback = breaker?.get("rollback");
      return breaker?.get("enable")?.boolean === true && rollback?.boolean === false ? rollback : undefined;
    },
    message: () =>
      "The circuit breaker stops a failed deployment, but the service stays as it is then. With rollback true ECS goes back to the last deployment that worked.",
    fixes: (rollback) => [quickFix("Set rollback true", replaceValue(rollback, true))],
  },
]);

const threshold: Rule = {
  id: "circuit-breaker-threshold",
  summary: "The threshold of a circuit breaker has a type and a value.",
  severity: "error",
  fix: "insert what is missing, or use the nearest value",
  appliesTo: "service",
  check(service, report) {
    const configuration = service.deployment("deploymentCircuitBreaker")?.filled("thresholdConfiguration");
    if (configuration?.type !== "object" || configuration.isDynamic) return;
    const type = configuration.filled("type");
    const value = configuration.get("value");
    const missing = [...(type ? [] : ["type"]), ...(value ? [] : ["value"])];
    if (missing.length > 0) {
      report(
        keyPlace(configuration),
        `thresholdConfiguration lacks ${listOf(missing, "and")}. It needs a type (${listOf(thresholdTypes)}) and a value.`,
        {
          fixes: [
            quickFix(
              `Add ${listOf(missing, "and")}`,
              insertMembers(configuration, Object.fromEntries(missing.map((key) => [key, defaults[key]]))),
            ),
          ],
        },
      );
    }
    if (type?.string !== undefined && !thresholdTypes.includes(type.string)) {
      const near = mostAlike(type.string, thresholdTypes) ?? "BOUNDED_PERCENT";
      report(type, `"${type.string}" is not a type of threshold. Use ${listOf(thresholdTypes)}.`, {
        fixes: [quickFix(`Use ${near}`, replaceValue(type, near))],
      });
    }
    if (type?.string === "BOUNDED_PERCENT" && value) checkPercent(value, report);
  },
};

function checkPercent(percent: JsonNode, report: Report): void {
  if (percent.number === undefined || (percent.number >= 1 && percent.number <= 100)) return;
  const bound = percent.number < 1 ? 1 : 100;
  report(
    percent,
    `A BOUNDED_PERCENT threshold is 1 to 100 percent of the desired count, not ${percent.number}.`,
    {
      severity: "warning",
      fixes: [quickFix(`Use ${bound}`, replaceValue(percent, bound))],
    },
  );
}

/** What AWS takes where no threshold is given. */
const defaults: Readonly<Record<string, unknown>> = { type: "BOUNDED_PERCENT", value: 50 };

export const circuitBreaker: readonly Rule[] = [...faults, threshold];
