import type { Behaviour, LogScript } from "../state/behaviour.ts";
import { runtimeId } from "../state/identity.ts";
import type { Account, Task } from "../state/types.ts";

export interface Line {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly message: string;
}

/**
 * What one container of a task has written so far. Lines are computed when they are read, so that a task that
 * runs for days takes no memory.
 */
export interface Tape {
  readonly group: string;
  readonly stream: string;
  readonly length: number;
  line(index: number): Line;
  /** The index of the first line at or after the time, in milliseconds since 1970. */
  indexAt(timestamp: number): number;
}

const defaultScript: LogScript = {
  start: ["Starting", "Listening on port 8080"],
  repeat: {
    seconds: 20,
    lines: ["GET /health 200 1ms", "GET / 200 12ms", "GET /api/items 200 34ms", "POST /api/items 201 58ms"],
  },
};

/** The tapes of all containers of the task that log to CloudWatch and have started. */
export function tapesOf(account: Account, task: Task): Tape[] {
  const { startedAt, pullStoppedAt } = task.state;
  const begin = startedAt ?? pullStoppedAt;
  if (begin === undefined || task.state.stopCode === "TaskFailedToStart") return [];
  return (task.launch.definition.record.containerDefinitions ?? []).flatMap(
    ({ name = "", logConfiguration }, index) => {
      const options = logConfiguration?.logDriver === "awslogs" ? logConfiguration.options : undefined;
      const group = options?.["awslogs-group"];
      if (group === undefined) return [];
      const prefix = options?.["awslogs-stream-prefix"];
      const stream = prefix === undefined ? runtimeId(task, index) : `${prefix}/${name}/${task.id}`;
      return [newTape(account, task, group, stream, begin, task.behaviours.get(name))];
    },
  );
}

function newTape(
  account: Account,
  task: Task,
  group: string,
  stream: string,
  begin: number,
  behaviour: Behaviour | undefined,
): Tape {
  const { start = [], repeat, end: ending = [] } = behaviour?.logs ?? defaultScript;
  const { executionStoppedAt, stoppingAt } = task.state;
  const ended = stoppingAt ?? executionStoppedAt;
  const until = ended ?? account.clock.now();
  const last = behaviour?.exit && ended !== undefined ? ending : [];
  // Streams do not write in the same millisecond, so that events of a group have an order.
  const offset = Number.parseInt(task.id.slice(0, 4), 16) % 1000;
  const first = Math.round(begin * 1000) + offset;
  const step = (repeat?.seconds ?? 0) * 1000;
  const repeated = repeat && step > 0 ? Math.max(0, Math.floor((until * 1000 - first) / step)) : 0;
  const begun = until * 1000 >= first ? start.length : 0;
  const timeOf = (index: number): number => {
    if (index < start.length) return first + index;
    if (index < begun + repeated) return first + (index - start.length + 1) * step;
    return Math.round(until * 1000) + index - begun - repeated;
  };
  const messageOf = (index: number): string => {
    if (index < start.length) return start[index] ?? "";
    if (index < begun + repeated) return repeat?.lines[(index - start.length) % repeat.lines.length] ?? "";
    return last[index - begun - repeated] ?? "";
  };
  const length = begun + repeated + last.length;
  return {
    group,
    stream,
    length,
    line: (index) => ({ timestamp: timeOf(index), message: messageOf(index) }),
    indexAt(timestamp) {
      let [low, high] = [0, length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (timeOf(middle) < timestamp) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

/** The tapes of a log group, by stream name. */
export function tapesOfGroup(account: Account, group: string): Tape[] {
  const tasks = [...account.clusters.values()].flatMap((cluster) => [...cluster.tasks.values()]);
  return tasks
    .flatMap((task) => tapesOf(account, task))
    .filter((tape) => tape.group === group)
    .sort((a, b) => (a.stream < b.stream ? -1 : 1));
}
