import assert from "node:assert/strict";
import type { Service, Task } from "../../client/src/aws/types.ts";
import { systemClock } from "../../client/src/model/clock.ts";
import { Explorer } from "../../client/src/tree/explorer.ts";
import { ServicesNode } from "../../client/src/tree/servicesNode.ts";
import { TasksNode } from "../../client/src/tree/tasksNode.ts";
import { Session } from "../../client/src/account/session.ts";
import { ViewOptions } from "../../client/src/account/viewOptions.ts";
import { cpuTimeOf } from "../support/cpuTime.ts";

const arn = (kind: string, name: string): string => `arn:aws:ecs:eu-west-1:123456789012:${kind}/big/${name}`;
const names = Array.from({ length: 5000 }, (_, index) => arn("service", `service-${index}`));
const events = Array.from({ length: 100 }, (_, index) => ({
  id: String(index),
  createdAt: new Date(),
  message: "(service x) has reached a steady state.",
}));

const service = (serviceArn: string): Service => ({
  serviceArn,
  serviceName: serviceArn.slice(serviceArn.lastIndexOf("/") + 1),
  clusterArn: arn("cluster", "big"),
  status: "ACTIVE",
  runningCount: 2,
  desiredCount: 2,
  launchType: "FARGATE",
  taskDefinition: arn("task-definition", "app:1"),
  deployments: [{ status: "PRIMARY", rolloutState: "COMPLETED", runningCount: 2, desiredCount: 2 }],
  events,
});

const task = (_: unknown, index: number): Task => ({
  taskArn: arn("task", String(index).padStart(32, "0")),
  lastStatus: "RUNNING",
  desiredStatus: "RUNNING",
  startedAt: new Date(),
  containers: [{ name: "app", lastStatus: "RUNNING" }],
});

/** The shortest of several runs, in milliseconds of CPU time. */
async function shortest(work: () => Promise<unknown> | void): Promise<number> {
  let best = Infinity;
  for (let run = 0; run < 5; run++) best = Math.min(best, await cpuTimeOf(work));
  return best;
}

/** A connection whose answers are there at once, so that only the explorer's own work is measured. */
function sessionWith(view: ViewOptions): Session {
  const ecs = {
    servicePage: async (_cluster: string, nextToken: string | undefined) => {
      const start = Number(nextToken ?? 0);
      return {
        items: names.slice(start, start + 100),
        nextToken: start + 100 < names.length ? String(start + 100) : undefined,
      };
    },
    describeServices: async (_cluster: string, arns: readonly string[]) => arns.map(service),
    taskArns: async () =>
      Array.from({ length: 2000 }, (_, index) => arn("task", String(index).padStart(32, "0"))),
    describeTasks: async () => Array.from({ length: 2000 }, task),
  };
  return new Session({ ecs } as never, view);
}

describe("No block of the extension host over 50 ms", () => {
  const quiet = { changed: () => undefined, failed: () => undefined, revealed: async () => undefined };

  it("comes from showing 5,000 services anew", async () => {
    const session = sessionWith(new ViewOptions(() => undefined));
    const cluster = arn("cluster", "big");
    const explorer = new Explorer(new ServicesNode(session, cluster, names.length), quiet, systemClock);
    for (let each = 0; each < 49; each++) session.services(cluster).raiseLimit();
    await explorer.children();
    await explorer.refresh();
    assert.equal((await explorer.children()).length, 5000);
    const milliseconds = await shortest(() => explorer.rearrange());
    assert.ok(milliseconds < 50, `${milliseconds} ms`);
  });

  it("comes from filtering 5,000 names", async () => {
    const view = new ViewOptions(() => undefined);
    const session = sessionWith(view);
    const cluster = arn("cluster", "big");
    const explorer = new Explorer(new ServicesNode(session, cluster, names.length), quiet, systemClock);
    await explorer.children();
    await session.services(cluster).names.all(new AbortController().signal);
    view.set({ filter: "99" });
    const milliseconds = await shortest(() => explorer.rearrange());
    assert.ok(milliseconds < 50, `${milliseconds} ms`);
  });

  it("comes from refreshing 2,000 tasks", async () => {
    const session = sessionWith(new ViewOptions(() => undefined));
    const explorer = new Explorer(new TasksNode(session, service(names[0]!)), quiet, systemClock);
    assert.equal((await explorer.children()).length, 2000);
    const milliseconds = await shortest(() => explorer.rearrange());
    assert.ok(milliseconds < 50, `${milliseconds} ms`);
  });
});
