import type { TaskDefinition } from "../../../model/taskDefinition.ts";

/** Values for the options of awslogs that fit the file: for quick fixes. */
export function awslogsValues({
  namedRegion,
  family,
}: TaskDefinition): Record<"awslogs-group" | "awslogs-region" | "awslogs-stream-prefix", string> {
  return {
    "awslogs-group": `/ecs/${family?.raw ?? "app"}`,
    "awslogs-region": namedRegion ?? "us-east-1",
    "awslogs-stream-prefix": "ecs",
  };
}

/** A whole log configuration for Amazon CloudWatch Logs. */
export function awslogsConfiguration(task: TaskDefinition): {
  logDriver: string;
  options: Record<string, string>;
} {
  return { logDriver: "awslogs", options: awslogsValues(task) };
}
