import type { Tag } from "@aws-sdk/client-ecs";
import type { Service } from "../state/service.ts";
import type { TaskDefinition } from "../state/taskDefinition.ts";
import type { Wire } from "../wire.ts";

/** The tags of a service's task: those propagated, and those that ECS manages. */
export function taskTags({ settings, tags, cluster, name }: Service, definition: TaskDefinition): Wire<Tag>[] {
  const propagated = settings.propagateTags === "SERVICE" ? tags : settings.propagateTags === "TASK_DEFINITION" ? definition.tags : [];
  const managed = [
    { key: "aws:ecs:clusterName", value: cluster.name },
    { key: "aws:ecs:serviceName", value: name },
  ];
  return settings.enableECSManagedTags ? [...propagated, ...managed] : [...propagated];
}
