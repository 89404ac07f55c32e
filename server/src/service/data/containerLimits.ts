/** MiB that the ECS agent gives a Windows container at least. https://github.com/aws/amazon-ecs-agent/blob/master/agent/api/container/container_windows.go */
export const windowsContainerMemory = 256;

/** Labels that the ECS agent sets. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html */
export const reservedLabelPrefix = "com.amazonaws.ecs.";
