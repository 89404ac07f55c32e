/**
 * The operations that the product calls without asking, by the SDK's id of their service. They only read. A
 * client refuses all others, unless a permit lets one through.
 */
export const readingOperations = {
  "Application Auto Scaling": ["DescribeScalableTargets", "DescribeScalingPolicies"],
  CloudWatch: ["DescribeAlarms", "GetMetricData"],
  "CloudWatch Logs": ["DescribeLogGroups", "FilterLogEvents", "GetLogEvents"],
  EC2: [
    "DescribeNetworkInterfaces",
    "DescribeRouteTables",
    "DescribeSecurityGroups",
    "DescribeSubnets",
    "DescribeVpcEndpoints",
  ],
  ECR: ["BatchGetImage", "DescribeImages", "DescribeRepositories", "GetDownloadUrlForLayer"],
  ECS: [
    "DescribeCapacityProviders",
    "DescribeClusters",
    "DescribeContainerInstances",
    "DescribeServiceDeployments",
    "DescribeServiceRevisions",
    "DescribeServices",
    "DescribeTaskDefinition",
    "DescribeTasks",
    "ListClusters",
    "ListContainerInstances",
    "ListServiceDeployments",
    "ListServices",
    "ListTagsForResource",
    "ListTaskDefinitionFamilies",
    "ListTaskDefinitions",
    "ListTasks",
  ],
  EFS: ["DescribeFileSystems"],
  "Elastic Load Balancing v2": ["DescribeTargetGroups", "DescribeTargetHealth"],
  IAM: ["GetRole", "ListAccountAliases", "ListRoles", "SimulatePrincipalPolicy"],
  "Secrets Manager": ["DescribeSecret", "ListSecrets"],
  SSM: ["DescribeParameters", "DescribeSessions"],
  STS: ["GetCallerIdentity"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A service of AWS that the product calls, by the SDK's id. */
export type ServiceId = keyof typeof readingOperations;
