/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-logging */
export const fargateLogDrivers: readonly string[] = ["awslogs", "splunk", "awsfirelens"];

/**
 * Seconds that startTimeout and stopTimeout may have.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export const fargateTimeout = { least: 2, most: 120 } as const;

/**
 * GiB that can be set; `given` is what every task has without.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html
 */
export const ephemeralStorage = { given: 20, least: 21, most: 200 } as const;
