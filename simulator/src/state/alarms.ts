import type { Account } from "./types.ts";

/** The names of the alarms in state ALARM. */
export function ringingAlarms(account: Account): string[] {
  const ringing = new Set(account.alarms.filter((alarm) => alarm.ringing).map(({ name }) => name));
  for (const cluster of account.clusters.values())
    for (const task of cluster.tasks.values())
      if (task.state.lastStatus === "RUNNING")
        for (const { alarm } of task.behaviours.values()) if (alarm !== undefined) ringing.add(alarm);
  return [...ringing];
}
