import type { RunTaskRequest, Tag } from "@aws-sdk/client-ecs";
import type { Wire } from "../protocol/wire.ts";
import type { Cluster, Service, TaskDefinition } from "../state/types.ts";

type Tags = readonly Wire<Tag>[];

/** The tags of a service's task: those propagated, and those that ECS manages. */
export function taskTags(
  { settings, tags, cluster, name }: Service,
  definition: TaskDefinition,
): Wire<Tag>[] {
  const propagated =
    settings.propagateTags === "SERVICE"
      ? tags
      : settings.propagateTags === "TASK_DEFINITION"
        ? definition.tags
        : [];
  const managed = [...managedTags(cluster), { key: "aws:ecs:serviceName", value: name }];
  return settings.enableECSManagedTags ? [...propagated, ...managed] : [...propagated];
}

/** What RunTask and StartTask say about tags. */
type TagRequest = Pick<Wire<RunTaskRequest>, "tags" | "propagateTags" | "enableECSManagedTags">;

/** The tags of a standalone task: its own win over those of the task definition. */
export function standaloneTags(
  cluster: Cluster,
  definition: TaskDefinition,
  { tags = [], propagateTags, enableECSManagedTags }: TagRequest,
): Wire<Tag>[] {
  const propagated = propagateTags === "TASK_DEFINITION" ? definition.tags : [];
  const own = new Set(tags.map(({ key }) => key));
  return [
    ...propagated.filter(({ key }) => !own.has(key)),
    ...tags,
    ...(enableECSManagedTags ? managedTags(cluster) : []),
  ];
}

const managedTags = ({ name }: Cluster): Tags => [{ key: "aws:ecs:clusterName", value: name }];
