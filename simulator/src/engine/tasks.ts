import type { Tag, TaskOverride } from "@aws-sdk/client-ecs";
import { ecsArn, type Account } from "../state/account.ts";
import { behaviourOf } from "../state/behaviour.ts";
import type { Cluster } from "../state/cluster.ts";
import type { Task, TaskRecord, TaskStatus } from "../state/task.ts";
import type { TaskDefinition } from "../state/taskDefinition.ts";
import type { Wire } from "../wire.ts";
import { newContainers, setContainers } from "./containers.ts";

/** Stopped tasks can be described for an hour. */
const keptAfterStop = 3600;

export interface LaunchSpec {
  readonly cluster: Cluster;
  readonly definition: TaskDefinition;
  readonly group: string;
  readonly startedBy?: string | undefined;
  readonly settings: Pick<TaskRecord, "launchType" | "capacityProviderName" | "platformVersion" | "enableExecuteCommand">;
  readonly overrides?: Wire<TaskOverride> | undefined;
  readonly tags?: Wire<Tag>[] | undefined;
  readonly deployment?: string;
  readonly balanced?: boolean;
  readonly changed?: (task: Task) => void;
}

/** Creates a task and sets its life going. */
export function launchTask(account: Account, spec: LaunchSpec): Task {
  const task = newTask(account, spec);
  spec.cluster.tasks.set(task.id, task);
  later(account, task, account.pace.provisioning, () => pull(account, task));
  return task;
}

/** Creates a task that has been running since `startedAt` (seconds since 1970). */
export function placeRunningTask(account: Account, spec: LaunchSpec, startedAt: number): Task {
  const task = newTask(account, spec);
  spec.cluster.tasks.set(task.id, task);
  Object.assign(task.record, { createdAt: startedAt - 25, pullStartedAt: startedAt - 15, pullStoppedAt: startedAt - 5 });
  run(account, task, startedAt);
  return task;
}

function newTask(account: Account, spec: LaunchSpec): Task {
  const { cluster, definition, deployment, balanced = false, changed = () => undefined } = spec;
  const id = account.random.hex(32);
  const record = newRecord(account, spec, ecsArn(account, `task/${cluster.name}/${id}`));
  return { id, cluster, definition, record, balanced, changed, ...(deployment === undefined ? {} : { deployment }) };
}

function newRecord(account: Account, { cluster, definition, overrides, ...spec }: LaunchSpec, taskArn: string): TaskRecord {
  return {
    attachments: [],
    attributes: [{ name: "ecs.cpu-architecture", value: definition.record.runtimePlatform?.cpuArchitecture?.toLowerCase() ?? "x86_64" }],
    availabilityZone: `${account.region}${"abc"[Math.floor(account.random.next() * 3)]}`,
    clusterArn: cluster.arn,
    connectivity: "CONNECTED",
    containers: newContainers(account, cluster.name, taskArn, definition, overrides),
    cpu: overrides?.cpu ?? definition.record.cpu,
    createdAt: account.clock.now(),
    desiredStatus: "RUNNING",
    enableExecuteCommand: false,
    group: spec.group,
    healthStatus: "UNKNOWN",
    inferenceAccelerators: [],
    lastStatus: "PROVISIONING",
    launchType: "FARGATE",
    memory: overrides?.memory ?? definition.record.memory,
    overrides: overrides ?? { containerOverrides: [], inferenceAcceleratorOverrides: [] },
    platformVersion: "1.4.0",
    platformFamily: "Linux",
    startedBy: spec.startedBy,
    tags: spec.tags ?? [],
    taskArn,
    taskDefinitionArn: definition.record.taskDefinitionArn,
    version: 1,
    ...spec.settings,
  };
}

function later(account: Account, task: Task, seconds: number, action: () => void): void {
  task.timer?.cancel();
  task.timer = account.clock.after(seconds, action);
}

function become(task: Task, status: TaskStatus): void {
  task.record.lastStatus = status;
  task.record.version = (task.record.version ?? 0) + 1;
  task.changed(task);
}

const behaviours = (account: Account, task: Task): { name: string; image: string; behaviour: ReturnType<typeof behaviourOf> }[] =>
  task.record.containers.map(({ name = "", image = "" }) => ({
    name,
    image,
    behaviour: behaviourOf(account.behaviours, task.definition.record.family, name, image),
  }));

const isEssential = (task: Task, name: string): boolean =>
  task.definition.record.containerDefinitions?.find((container) => container.name === name)?.essential !== false;

function pull(account: Account, task: Task): void {
  task.record.connectivityAt = account.clock.now();
  task.record.pullStartedAt = account.clock.now();
  setContainers(task, "PENDING");
  become(task, "PENDING");
  const failure = behaviours(account, task).find(({ behaviour }) => behaviour.pullError !== undefined);
  later(account, task, account.pace.pending, () => {
    task.record.pullStoppedAt = account.clock.now();
    if (failure)
      return failToStart(
        account,
        task,
        `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${failure.image}: ${failure.behaviour.pullError}`,
      );
    const early = behaviours(account, task).find(({ name, behaviour }) => behaviour.exit?.after === 0 && isEssential(task, name));
    if (early) return exitContainer(account, task, early.name, early.behaviour.exit ?? { code: 0 });
    setContainers(task, "RUNNING");
    if (!task.balanced) return run(account, task);
    become(task, "ACTIVATING");
    later(account, task, account.pace.activating, () => run(account, task));
  });
}

function run(account: Account, task: Task, startedAt = account.clock.now()): void {
  task.record.startedAt = startedAt;
  setContainers(task, "RUNNING");
  become(task, "RUNNING");
  const exits = behaviours(account, task).flatMap(({ name, behaviour }) => (behaviour.exit ? [{ name, ...behaviour.exit }] : []));
  const first = exits.sort((a, b) => a.after - b.after)[0];
  if (first) later(account, task, first.after, () => exitContainer(account, task, first.name, first));
}

function failToStart(account: Account, task: Task, reason: string): void {
  stopTask(account, task, { code: "TaskFailedToStart", reason });
}

function exitContainer(account: Account, task: Task, name: string, exit: { readonly code: number; readonly reason?: string }): void {
  const container = task.record.containers.find((candidate) => candidate.name === name);
  if (container) Object.assign(container, { lastStatus: "STOPPED", exitCode: exit.code, ...(exit.reason && { reason: exit.reason }) });
  if (isEssential(task, name)) stopTask(account, task, { code: "EssentialContainerExited", reason: "Essential container in task exited" });
}

/** Sets a task on its way to STOPPED; does nothing when it is already on it. */
export function stopTask(account: Account, task: Task, why: { readonly code: TaskRecord["stopCode"]; readonly reason: string }): void {
  const { record } = task;
  if (record.desiredStatus === "STOPPED") return;
  const wasRunning = record.lastStatus === "RUNNING";
  record.desiredStatus = "STOPPED";
  record.stopCode = why.code;
  record.stoppedReason = why.reason;
  record.stoppingAt = account.clock.now();
  if (wasRunning && task.balanced) {
    become(task, "DEACTIVATING");
    return later(account, task, account.pace.deactivating, () => endContainers(account, task));
  }
  endContainers(account, task);
}

function endContainers(account: Account, task: Task): void {
  become(task, "STOPPING");
  later(account, task, account.pace.stopping, () => {
    const started = task.record.startedAt !== undefined;
    for (const container of task.record.containers) {
      if (started && container.lastStatus !== "STOPPED") container.exitCode = 143;
      container.lastStatus = "STOPPED";
    }
    task.record.executionStoppedAt = account.clock.now();
    become(task, "DEPROVISIONING");
    later(account, task, account.pace.deprovisioning, () => end(account, task));
  });
}

function end(account: Account, task: Task): void {
  task.record.stoppedAt = account.clock.now();
  become(task, "STOPPED");
  later(account, task, keptAfterStop, () => task.cluster.tasks.delete(task.id));
}
