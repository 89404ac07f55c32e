/**
 * What ECS takes for members of a health check that are left out, in seconds.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
 */
export const healthCheckDefaults = { interval: 30, timeout: 5 } as const;
