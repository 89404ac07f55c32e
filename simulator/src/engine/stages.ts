import type { DeploymentConfiguration } from "@aws-sdk/client-ecs";
import type { Pace } from "../state/pace.ts";
import type { Wire } from "../protocol/wire.ts";
import type { Account, Shift, Stage } from "../state/types.ts";

type Configuration = Wire<DeploymentConfiguration>;

/** The stages of a blue/green, linear or canary deployment from the beginning. */
export function newShift({ pace }: Account, configuration: Configuration, severalSources: boolean): Shift {
  const stages: Stage[] = [
    ...(severalSources ? [{ name: "RECONCILE_SERVICE" } as const] : []),
    { name: "PRE_SCALE_UP" },
    { name: "SCALE_UP" },
    { name: "POST_SCALE_UP" },
    { name: "TEST_TRAFFIC_SHIFT", seconds: pace.trafficShift },
    { name: "POST_TEST_TRAFFIC_SHIFT" },
    ...productionShifts(pace, configuration),
    { name: "POST_PRODUCTION_TRAFFIC_SHIFT" },
    { name: "BAKE_TIME", seconds: 60 * (configuration.bakeTimeInMinutes ?? 0) },
    { name: "CLEAN_UP" },
  ];
  return { stages, index: 0, phase: "entering", hooks: [], production: 0, test: 0, until: 0 };
}

/** Every step of the traffic has its two stages; a bake time follows each but the last. */
function productionShifts(pace: Pace, configuration: Configuration): Stage[] {
  const { weights, bakeMinutes } = steps(configuration);
  return weights.flatMap((weight): Stage[] => [
    { name: "PRE_PRODUCTION_TRAFFIC_SHIFT" },
    {
      name: "PRODUCTION_TRAFFIC_SHIFT",
      weight,
      seconds: pace.trafficShift + (weight < 100 ? bakeMinutes * 60 : 0),
    },
  ]);
}

function steps({ strategy, linearConfiguration, canaryConfiguration }: Configuration): {
  weights: number[];
  bakeMinutes: number;
} {
  if (strategy === "CANARY") {
    const { canaryPercent = 5, canaryBakeTimeInMinutes = 10 } = canaryConfiguration ?? {};
    return {
      weights: canaryPercent < 100 ? [canaryPercent, 100] : [100],
      bakeMinutes: canaryBakeTimeInMinutes,
    };
  }
  if (strategy === "LINEAR") {
    const { stepPercent = 10, stepBakeTimeInMinutes = 6 } = linearConfiguration ?? {};
    const count = Math.ceil(100 / stepPercent);
    return {
      weights: Array.from({ length: count }, (_, index) => Math.min(100, (index + 1) * stepPercent)),
      bakeMinutes: stepBakeTimeInMinutes,
    };
  }
  return { weights: [100], bakeMinutes: 0 };
}
