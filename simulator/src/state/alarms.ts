import type { Account } from "./account.ts";

/** A CloudWatch alarm of the scenario; it is in ALARM while a container runs whose behaviour names it. */
export interface Alarm {
  readonly name: string;
  readonly description?: string;
  readonly namespace?: string;
  readonly metric?: string;
  readonly threshold?: number;
  readonly dimensions?: Readonly<Record<string, string>>;
  /** In ALARM from the beginning. */
  readonly ringing?: boolean;
}

/** The names of the alarms in state ALARM. */
export function ringingAlarms(account: Account): string[] {
  const ringing = new Set(account.alarms.filter((alarm) => alarm.ringing).map(({ name }) => name));
  for (const cluster of account.clusters.values())
    for (const task of cluster.tasks.values())
      if (task.state.lastStatus === "RUNNING")
        for (const { alarm } of task.behaviours.values()) if (alarm !== undefined) ringing.add(alarm);
  return [...ringing];
}
