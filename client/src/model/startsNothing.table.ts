/**
 * Members of UpdateService of whose change ECS starts no deployment by itself: tasks that run stay as they are. Its
 * documentation says so of each; a test compares them.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
export const startsNothing: ReadonlySet<string> = new Set([
  "desiredCount",
  "capacityProviderStrategy",
  "deploymentConfiguration",
  "availabilityZoneRebalancing",
  "placementConstraints",
  "placementStrategy",
  "healthCheckGracePeriodSeconds",
  "enableExecuteCommand",
  "enableECSManagedTags",
  "propagateTags",
]);
