import { hasHealthCheck } from "../state/task.ts";
import { isEssential, startContainers } from "./containers.ts";
import { judge } from "./health.ts";
import type { Account, Task, TaskState, TaskStatus } from "../state/types.ts";

/** Stopped tasks can be described for an hour. */
const keptAfterStop = 3600;

export function later(account: Account, task: Task, seconds: number, action: () => void): void {
  task.timers.push(account.clock.after(seconds, action));
}

function become(task: Task, status: TaskStatus): void {
  task.state.lastStatus = status;
  task.state.version++;
  task.launch.changed?.(task);
}

const hasInterface = ({ launch }: Task): boolean => launch.definition.record.networkMode === "awsvpc";
const isBalanced = ({ launch }: Task): boolean => (launch.loadBalancers ?? []).length > 0;

/** PROVISIONING where a network interface is needed first, else straight to PENDING. */
export function beginLife(account: Account, task: Task): void {
  if (hasInterface(task)) later(account, task, account.pace.provisioning, () => pull(account, task));
  else pull(account, task);
}

function pull(account: Account, task: Task): void {
  const now = account.clock.now();
  Object.assign(task.state, { connectivityAt: now, pullStartedAt: now });
  become(task, "PENDING");
  later(account, task, account.pace.pending, () => startOrFail(account, task));
}

function startOrFail(account: Account, task: Task): void {
  task.state.pullStoppedAt = account.clock.now();
  const failure = startFailure(task);
  if (failure !== undefined) return stopTask(account, task, { code: "TaskFailedToStart", reason: failure });
  startContainers(task);
  for (const [name, { exit }] of task.behaviours)
    if (exit?.after === 0) exitContainer(account, task, name, exit);
  if (task.state.desiredStatus === "STOPPED") return;
  if (!isBalanced(task)) return beginRunning(account, task, account.clock.now());
  task.target = { state: "initial", reason: "Target registration is in progress" };
  become(task, "ACTIVATING");
  later(account, task, account.pace.activating, () => beginRunning(account, task, account.clock.now()));
}

function startFailure(task: Task): string | undefined {
  for (const { name, image } of task.containers) {
    const behaviour = task.behaviours.get(name);
    if (behaviour?.startError !== undefined) return behaviour.startError;
    if (behaviour?.pullError !== undefined) return pullFailure(task, name, image, behaviour.pullError);
  }
  return undefined;
}

/** The words of Fargate's container runtime, or of Docker on an instance. */
function pullFailure(task: Task, name: string, image: string, error: string): string {
  const reason = task.launch.compute.instance
    ? `CannotPullContainerError: Error response from daemon: manifest for ${image} ${error}`
    : `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${image}: ${image}: ${error}`;
  const container = task.containers.find((candidate) => candidate.name === name);
  if (container) container.reason = reason;
  return reason;
}

/**
 * The task is RUNNING since `startedAt`; health checks give their verdict later, or at once for one placed in
 * the past.
 */
export function beginRunning(account: Account, task: Task, startedAt: number): void {
  task.state.startedAt = startedAt;
  if (task.containers.every(({ started }) => !started)) startContainers(task);
  if (isBalanced(task)) task.target = { state: "initial", reason: "Initial health checks in progress" };
  become(task, "RUNNING");
  for (const [name, { exit }] of task.behaviours)
    if (exit && exit.after > 0)
      later(account, task, exit.after, () => exitContainer(account, task, name, exit));
  const age = account.clock.now() - startedAt;
  grant(account, task, age);
  if (age >= account.pace.healthCheck) return judge(task);
  if (hasHealthCheck(task) || task.target)
    later(account, task, account.pace.healthCheck - age, () => judge(task));
}

/** Lets the grace period begin, unless the task runs for longer already. */
function grant(account: Account, task: Task, age: number): void {
  const { gracePeriod = 0, changed } = task.launch;
  if (age >= gracePeriod) return;
  task.inGrace = true;
  later(account, task, gracePeriod - age, () => {
    task.inGrace = false;
    changed?.(task);
  });
}

interface Exit {
  readonly code: number;
  readonly reason?: string;
}

function exitContainer(account: Account, task: Task, name: string, exit: Exit): void {
  const container = task.containers.find((candidate) => candidate.name === name);
  if (container)
    Object.assign(container, {
      lastStatus: "STOPPED",
      exitCode: exit.code,
      ...(exit.reason && { reason: exit.reason }),
    });
  if (isEssential(task, name))
    stopTask(account, task, {
      code: "EssentialContainerExited",
      reason: "Essential container in task exited",
    });
  else task.launch.changed?.(task);
}

export interface StopCause {
  readonly code: TaskState["stopCode"];
  readonly reason: string;
}

/** Sets a task on its way to STOPPED; does nothing when it is already on it. */
export function stopTask(account: Account, task: Task, cause: StopCause): void {
  const { state } = task;
  if (state.desiredStatus === "STOPPED") return;
  for (const timer of task.timers) timer.cancel();
  task.timers = [];
  Object.assign(state, {
    desiredStatus: "STOPPED",
    stopCode: cause.code,
    stoppedReason: cause.reason,
    stoppingAt: account.clock.now(),
  });
  if (!task.target) return endContainers(account, task);
  task.target = { state: "draining", reason: "Target deregistration is in progress" };
  become(task, "DEACTIVATING");
  later(account, task, account.pace.deactivating, () => endContainers(account, task));
}

function endContainers(account: Account, task: Task): void {
  task.target = undefined;
  become(task, "STOPPING");
  later(account, task, account.pace.stopping, () => {
    for (const container of task.containers) {
      if (container.lastStatus === "RUNNING") container.exitCode = 143;
      container.lastStatus = "STOPPED";
    }
    task.state.executionStoppedAt = account.clock.now();
    if (!hasInterface(task)) return end(account, task);
    become(task, "DEPROVISIONING");
    later(account, task, account.pace.deprovisioning, () => end(account, task));
  });
}

function end(account: Account, task: Task): void {
  task.state.stoppedAt = account.clock.now();
  task.timers = [];
  become(task, "STOPPED");
  account.clock.after(keptAfterStop, () => task.launch.cluster.tasks.delete(task.id));
}
