import type { Account, Service, Task } from "../state/types.ts";

/** DescribeServices shows the last 100 events. */
const kept = 100;

const steady = "has reached a steady state.";

/** Records an event of the service; `text` follows "(service NAME) ". */
export function tell(account: Account, service: Service, text: string, at = account.clock.now()): void {
  add(account, service, `(service ${service.name}) ${text}`, at);
}

function add(account: Account, service: Service, message: string, createdAt: number): void {
  service.told.delete(steady);
  const [newest] = service.events;
  // No two events of a service have one time.
  const free = newest?.createdAt === undefined ? createdAt : newest.createdAt + 0.001;
  const time = Math.round(Math.max(createdAt, free) * 1000) / 1000;
  service.events.unshift({ id: account.random.uuid(), createdAt: time, message });
  if (service.events.length > kept) service.events.pop();
}

/** Records an event unless it was told since the service was last steady. */
export function reportOnce(account: Account, service: Service, text: string): void {
  if (service.told.has(text)) return;
  tell(account, service, text);
  service.told.add(text);
}

/** As long as nothing else happens, ECS says again that a service is steady, in seconds. */
const steadyInterval = 6 * 3600;

/** Says that the service is steady, unless that was the last thing said. */
export function reportSteady(account: Account, service: Service, at = account.clock.now()): void {
  if (service.told.has(steady)) return;
  tell(account, service, steady, at);
  service.told.clear();
  service.told.add(steady);
  service.steadyAgain?.cancel();
  service.steadyAgain = account.clock.after(steadyInterval, () => {
    const isStill = service.told.delete(steady) && service.status === "ACTIVE";
    if (isStill) reportSteady(account, service);
  });
}

const names = (tasks: readonly Task[]): string => tasks.map((task) => `(task ${task.id})`).join(" ");

export function reportStarted(
  account: Account,
  service: Service,
  tasks: readonly Task[],
  replaced: number,
): void {
  const why = replaced > 0 ? ` Amazon ECS replaced ${replaced} tasks due to an unhealthy status.` : "";
  reportOf(account, service, tasks, `has started ${tasks.length} tasks: ${names(tasks)}.${why}`);
}

export function reportStopped(account: Account, service: Service, tasks: readonly Task[]): void {
  reportOf(account, service, tasks, `has stopped ${tasks.length} running tasks: ${names(tasks)}.`);
}

/** What befalls tasks of a task set is told of it. */
export function reportOf(account: Account, service: Service, [task]: readonly Task[], text: string): void {
  const ofTaskSet = task?.launch.deployment !== undefined && service.taskSets.length > 0;
  if (!ofTaskSet) return tell(account, service, text);
  add(
    account,
    service,
    `(service ${service.name}, taskSet ${task.launch.deployment}) ${text}`,
    account.clock.now(),
  );
}

/** Draining is told of the deployment's task set. */
export function reportDraining(account: Account, service: Service, deployment: string, count: number): void {
  add(
    account,
    service,
    `(service ${service.name}, taskSet ${deployment}) has begun draining connections on ${count} tasks.`,
    account.clock.now(),
  );
}
