/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ThresholdConfiguration.html */
export const thresholdTypes: readonly string[] = ["COUNT", "BOUNDED_PERCENT", "UNBOUNDED_PERCENT"];

/**
 * Stages at which a deployment cannot pause.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html
 */
export const stagesWithoutPause: ReadonlySet<string> = new Set([
  "TEST_TRAFFIC_SHIFT",
  "PRODUCTION_TRAFFIC_SHIFT",
]);

/** Strategies that shift traffic step by step, with the member that holds their steps. */
export const stepStrategies = [
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html
  { strategy: "LINEAR", member: "linearConfiguration", percent: "stepPercent", least: 3, most: 100 },
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html
  { strategy: "CANARY", member: "canaryConfiguration", percent: "canaryPercent", least: 0.1, most: 100 },
] as const;
