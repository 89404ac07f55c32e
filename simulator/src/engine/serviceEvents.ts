import type { Account } from "../state/account.ts";
import type { Service } from "../state/service.ts";
import type { Task } from "../state/task.ts";

/** DescribeServices shows the last 100 events. */
const kept = 100;

/** Records an event of the service; `text` follows "(service NAME) ". */
export function record(account: Account, service: Service, text: string): void {
  service.steady = text === steadyText;
  const event = { id: account.random.uuid(), createdAt: account.clock.now(), message: `(service ${service.name}) ${text}` };
  service.events = [event, ...service.events].slice(0, kept);
}

export const steadyText = "has reached a steady state.";
const list = (tasks: readonly Task[]): string => tasks.map((task) => `(task ${task.id})`).join(" ");
export const startedText = (tasks: readonly Task[]): string => `has started ${tasks.length} tasks: ${list(tasks)}.`;
export const stoppedText = (tasks: readonly Task[]): string => `has stopped ${tasks.length} running tasks: ${list(tasks)}.`;
export const completedText = (deployment: string): string => `(deployment ${deployment}) deployment completed.`;
