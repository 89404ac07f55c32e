import { insertMember, quickFix } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";

export const earlySuccess: Rule = {
  id: "early-success-criteria",
  summary:
    "Early success needs a percentage between minimumHealthyPercent and 100, and the ROLLING strategy.",
  severity: "error",
  fix: "insert healthyPercent",
  appliesTo: "service",
  check(service, report) {
    const criteria = service.deployment("earlySuccessCriteria");
    if (criteria?.get("enable")?.boolean !== true) return;
    if (service.shiftsTraffic) {
      report(
        keyPlace(criteria),
        `earlySuccessCriteria is for ROLLING deployments; with ${service.strategy!.string} it has no effect.`,
        { severity: "warning" },
      );
    }
    const minimum = service.deployment("minimumHealthyPercent");
    const least = minimum ? minimum.number : 0;
    const percent = criteria.get("healthyPercent");
    if (!percent) {
      const range = `${least ?? 0} to 100`;
      report(
        keyPlace(criteria),
        `earlySuccessCriteria is on but has no healthyPercent: the share of healthy tasks, ${range}, at which a deployment counts as done.`,
        {
          fixes: [quickFix("Add healthyPercent 100", insertMember(criteria, "healthyPercent", 100))],
        },
      );
      return;
    }
    const { number } = percent;
    if (number === undefined) return;
    if (number < 0 || number > 100) {
      report(
        percent,
        `healthyPercent is ${number}, but it is a share of the desired count: ${least ?? 0} to 100.`,
      );
    } else if (least !== undefined && number < least) {
      report(
        percent,
        `healthyPercent is ${number}, below minimumHealthyPercent ${least}: a deployment keeps more tasks than that at any time. Use ${least} to 100.`,
      );
    }
  },
};
