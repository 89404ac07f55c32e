/** The task definition that the service orders of the demonstration runs, with another image. */
export function ordersFile(tag: string, container: object = {}): string {
  const definition = {
    family: "orders",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: "512",
    executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
    taskRoleArn: "arn:aws:iam::123456789012:role/orders",
    containerDefinitions: [
      {
        name: "app",
        image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/orders:${tag}`,
        essential: true,
        portMappings: [{ name: "http", containerPort: 8080, protocol: "tcp" }],
        logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/ecs/orders", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "app" } },
        ...container,
      },
    ],
  };
  return `${JSON.stringify(definition, undefined, 2)}\n`;
}
