import type { Tag } from "@aws-sdk/client-ecs";
import { findBehaviour, type Behaviour } from "../state/behaviour.ts";
import type { Wire } from "../protocol/wire.ts";
import { beginLife, beginRunning } from "./taskLife.ts";
import type { Account, ContainerState, Launch, Task, TaskDefinition } from "../state/types.ts";

/** Creates a task and sets its life going. */
export function launchTask(account: Account, launch: Launch, tags: Wire<Tag>[] = []): Task {
  const task = newTask(account, launch, tags, account.clock.now());
  beginLife(account, task);
  return task;
}

/** Creates a task that has been running since `startedAt` (seconds since 1970). */
export function placeRunningTask(
  account: Account,
  launch: Launch,
  tags: Wire<Tag>[],
  startedAt: number,
): Task {
  const task = newTask(account, launch, tags, startedAt - 25);
  Object.assign(task.state, {
    connectivityAt: startedAt - 18,
    pullStartedAt: startedAt - 18,
    pullStoppedAt: startedAt - 5,
  });
  beginRunning(account, task, startedAt);
  return task;
}

function newTask(account: Account, launch: Launch, tags: Wire<Tag>[], createdAt: number): Task {
  const task: Task = {
    id: account.random.hex(32),
    launch,
    state: {
      lastStatus: "PROVISIONING",
      desiredStatus: "RUNNING",
      healthStatus: "UNKNOWN",
      version: 1,
      createdAt,
    },
    containers: newContainers(launch.definition),
    behaviours: behavioursOf(account, launch),
    tags,
    timers: [],
  };
  launch.cluster.tasks.set(task.id, task);
  return task;
}

const newContainers = ({ record }: TaskDefinition): ContainerState[] =>
  (record.containerDefinitions ?? []).map(({ name = "", image = "" }) => ({
    name,
    image,
    lastStatus: "PENDING",
    healthStatus: "UNKNOWN",
    started: false,
  }));

function behavioursOf(account: Account, { definition, ordinal }: Launch): ReadonlyMap<string, Behaviour> {
  const { family } = definition.record;
  const found = (definition.record.containerDefinitions ?? []).flatMap((container) => {
    const behaviour = findBehaviour(account.behaviours, { family, ordinal }, container);
    return behaviour ? [[container.name ?? "", behaviour] as const] : [];
  });
  return found.length > 0 ? new Map(found) : none;
}

/** Shared by the many tasks that simply run. */
const none: ReadonlyMap<string, Behaviour> = new Map();
