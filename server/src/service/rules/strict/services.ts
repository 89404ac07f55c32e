import { memberPlace } from "../kit/place.ts";
import type { Rule } from "../rule.ts";

const desiredCountSingle: Rule = {
  id: "desired-count-single",
  summary: "A service of one task is down while that task is replaced.",
  severity: "hint",
  about: ["desiredCount"],
  offByDefault: true,
  appliesTo: "service",
  check({ root, isDaemon, desiredCount }, report) {
    if (isDaemon || desiredCount !== 1) return;
    report(
      root.get("desiredCount")!,
      "With one task the service is down while that task is replaced, or its zone fails. Use 2 or more.",
    );
  },
};

const spotUnused: Rule = {
  id: "fargate-spot-unused",
  summary: "Fargate Spot costs less for tasks that may be interrupted.",
  severity: "hint",
  about: ["launchType", "capacityProviderStrategy"],
  offByDefault: true,
  appliesTo: "service",
  check({ isFargate, capacityChoice, fargateProviders }, report, { task }) {
    if (!isFargate || !capacityChoice || task?.isWindows) return;
    if (fargateProviders.some((entry) => entry.get("capacityProvider")?.string === "FARGATE_SPOT")) return;
    report(
      memberPlace(capacityChoice),
      "All tasks run at the full price of Fargate. If some of them may be interrupted with a warning of two minutes, run these on FARGATE_SPOT, with a capacityProviderStrategy.",
    );
  },
};

/** What strict policies ask of services. */
export const strictServices: readonly Rule[] = [desiredCountSingle, spotUnused];
