import { tell, reportDraining } from "./serviceEvents.ts";
import type { Account, Service, Task } from "../state/types.ts";

/** Tells which tasks have joined and left their target groups since the last look. */
export function reportTargets(account: Account, service: Service): void {
  const joined = [...service.tasks].filter(
    (task) => task.state.lastStatus === "RUNNING" && task.target && !task.registered,
  );
  const left = [...service.tasks].filter((task) => task.target?.state === "draining" && task.registered);
  for (const task of joined) task.registered = true;
  for (const task of left) task.registered = false;
  const groupsOf = (task: Task): string[] =>
    (task.launch.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
  for (const [group, count] of countBy(joined, groupsOf))
    tell(account, service, `registered ${count} targets in (target-group ${group})`);
  for (const [group, count] of countBy(left, groupsOf))
    tell(account, service, `deregistered ${count} targets in (target-group ${group})`);
  for (const [deployment, count] of countBy(left, (task) => [task.launch.deployment ?? ""]))
    reportDraining(account, service, deployment, count);
}

function countBy(tasks: readonly Task[], keysOf: (task: Task) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of tasks.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
