/**
 * Names that a text with ECS in it holds; the last ones are those of services and tasks as the API spells
 * them.
 */
const traces =
  /AWS::ECS::|aws_ecs_|containerDefinitions|\b(?:taskDefinition|requiresCompatibilities|primaryContainer|AWSEBDockerrunVersion|infrastructureRoleArn|daemonTaskDefinitionArn|hostSharedAlb|autoScalingGroupProvider|managedInstancesProvider|defaultCapacityProviderStrategy|serviceConnectDefaults|containerInsights|executeCommandConfiguration)\b/;

/** A cheap look that most files fail, so that they need not be parsed. */
export function hasEcsTraces(text: string): boolean {
  return traces.test(text);
}
