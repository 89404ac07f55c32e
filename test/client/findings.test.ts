import assert from "node:assert/strict";
import type { Service, Task } from "../../client/src/aws/types.ts";
import { diagnose } from "../../client/src/model/findings/diagnose.ts";
import type { Evidence } from "../../client/src/model/findings/evidence.ts";
import { explanationOf, explanations } from "../../client/src/model/findings/index.ts";
import { explanationPage } from "../../client/src/model/findings/page.ts";
import { summarize } from "../../client/src/model/findings/summary.ts";
import { TaskNode } from "../../client/src/tree/taskNode.ts";
import { knownTexts } from "./knownTexts.ts";

const now = Date.UTC(2026, 2, 1, 12);
const before = (seconds: number): Date => new Date(now - seconds * 1000);

const service: Service = {
  serviceName: "orders",
  status: "ACTIVE",
  runningCount: 1,
  desiredCount: 3,
  taskDefinition: "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:7",
};
const evidenceOf = (more: Partial<Evidence>): Evidence => ({
  service,
  stopped: [],
  targets: [],
  logs: [],
  missing: [],
  at: now,
  ...more,
});
const dead = (id: string, more: Partial<Task>): Task => ({
  taskArn: `arn:aws:ecs:eu-west-1:123456789012:task/live/${id.repeat(32)}`,
  lastStatus: "STOPPED",
  stoppedAt: before(60),
  ...more,
});

describe("Known texts", () => {
  for (const { id } of explanations) {
    it(`are recognized: ${id}`, () => {
      const texts = knownTexts[id] ?? [];
      assert.notEqual(texts.length, 0, "There is no example.");
      for (const text of texts) assert.equal(explanationOf(text)?.id, id, text);
    });
  }

  it("are not made of what is normal", () => {
    for (const text of [
      "UserInitiated: Task stopped by user",
      "ServiceSchedulerInitiated: Scaling activity initiated by (deployment ecs-svc/1)",
      "Error: PERMISSION_DENIED from upstream",
      "Waiting for a lifecycle hook.",
      "has reached a steady state.",
      "has started 2 tasks: (task 1) (task 2).",
      "registered 1 targets in (target-group web)",
      "(deployment ecs-svc/1) deployment completed.",
    ]) {
      assert.equal(explanationOf(text), undefined, text);
    }
  });

  it("each say what happened, what to do and where to read more, in whole sentences", () => {
    for (const { id, means, todo, link } of explanations) {
      assert.match(means, /^[A-Z].*\.$/, id);
      assert.match(todo, /^(?:[A-Z].*\.)$/, id);
      assert.match(
        link,
        /^https:\/\/docs\.aws\.amazon\.com\/AmazonECS\/latest\/developerguide\/[\w-]+\.html$/,
        id,
      );
    }
  });
});

describe("The tooltip of a task", () => {
  const tooltipOf = (task: Task): string => new TaskNode({} as never, task).tooltip().text;

  it("says what its stop reason means, and what to do", () => {
    const tooltip = tooltipOf(dead("a", { stopCode: "TaskFailedToStart", stoppedReason: "RESOURCE:MEMORY" }));
    assert.match(tooltip, /Means: No instance has enough free memory for another task\./);
    assert.match(tooltip, /What to do: Add instances, or ask for less memory\./);
  });

  it("explains the container's reason rather than the task's, which only follows from it", () => {
    const tooltip = tooltipOf(
      dead("a", {
        stopCode: "TaskFailedToStart",
        stoppedReason: "Task failed to start",
        containers: [{ name: "api", reason: "CannotPullContainerError: invalid reference format" }],
      }),
    );
    assert.match(tooltip, /Means: The image's name is not written as names of images are\./);
  });

  it("explains nothing that somebody wanted", () => {
    const tooltip = tooltipOf(
      dead("a", {
        stopCode: "UserInitiated",
        stoppedReason: "Task stopped by user",
        containers: [{ name: "api", exitCode: 143 }],
      }),
    );
    assert.doesNotMatch(tooltip, /Means|What to do/);
  });
});

describe("A diagnosis", () => {
  it("puts the cause before what follows from it, and the frequent before the rare", () => {
    const { findings, verdict } = diagnose(
      evidenceOf({
        service: {
          ...service,
          deployments: [
            {
              status: "PRIMARY",
              rolloutState: "FAILED",
              rolloutStateReason: "ECS deployment circuit breaker: tasks failed to start.",
              taskDefinition: "orders:7",
              updatedAt: before(10),
            },
          ],
        },
        stopped: [
          dead("a", { stopCode: "EssentialContainerExited", containers: [{ name: "api", exitCode: 1 }] }),
          dead("b", {
            stopCode: "TaskFailedToStart",
            stoppedReason: "CannotPullContainerError: nope:1: not found",
          }),
          dead("c", { stopCode: "EssentialContainerExited", containers: [{ name: "api", exitCode: 1 }] }),
        ],
      }),
    );
    assert.deepEqual(
      findings.map(({ id, count }) => [id, count]),
      [
        ["exit-error", 2],
        ["image-not-found", 1],
        ["circuit-breaker", 1],
      ],
    );
    assert.equal(
      verdict,
      "orders (orders:7) is not steady: 1 of 3 tasks running, deployment of orders:7 failed. Container api ended with exit code 1, an error of the program itself.",
    );
  });

  it("leaves out tasks that were stopped by the scheduler or a user, unless they failed a health check", () => {
    const stopped = [
      dead("a", {
        stopCode: "ServiceSchedulerInitiated",
        stoppedReason: "Scaling activity initiated by (deployment ecs-svc/1)",
        containers: [{ name: "api", exitCode: 143 }],
      }),
      dead("b", {
        stopCode: "UserInitiated",
        stoppedReason: "Task stopped by user",
        containers: [{ name: "api", exitCode: 137 }],
      }),
      dead("c", {
        stopCode: "ServiceSchedulerInitiated",
        stoppedReason: "Task failed container health checks",
      }),
    ];
    assert.deepEqual(
      diagnose(evidenceOf({ stopped })).findings.map(({ id }) => id),
      ["container-health"],
    );
  });

  it("tells what was said newest first, and nothing that is older than an hour", () => {
    const events = [
      { id: "1", createdAt: before(30), message: "(service orders) was unable to place a task." },
      { id: "2", createdAt: before(7200), message: "(service orders) was unable to place a task long ago." },
    ];
    const { statements } = diagnose(
      evidenceOf({
        service: { ...service, events },
        stopped: [
          dead("a", { stopCode: "EssentialContainerExited", containers: [{ name: "api", exitCode: 2 }] }),
        ],
      }),
    );
    assert.deepEqual(
      statements.map(({ source, text }) => `${source}: ${text}`),
      ["Event: was unable to place a task.", "Task aaaaaaaa: container api exited with code 2"],
    );
  });

  it("names unhealthy targets", () => {
    const targets = [
      {
        group: "web",
        health: {
          Target: { Id: "10.0.1.2", Port: 80 },
          TargetHealth: {
            State: "unhealthy" as const,
            Reason: "Target.Timeout" as const,
            Description: "Request timed out",
          },
        },
      },
      {
        group: "web",
        health: { Target: { Id: "10.0.1.3", Port: 80 }, TargetHealth: { State: "healthy" as const } },
      },
    ];
    const { statements, findings } = diagnose(evidenceOf({ targets }));
    assert.deepEqual(statements, [
      { time: undefined, source: "Target 10.0.1.2:80 of web", text: "Target.Timeout: Request timed out" },
    ]);
    assert.deepEqual(
      findings.map(({ id }) => id),
      ["target-health"],
    );
  });
});

describe("The page of a diagnosis", () => {
  it("says what could not be found out, and that nothing is known where nothing is", () => {
    const { text: page } = explanationPage(
      evidenceOf({ missing: ["Could not read target health: not authorized."] }),
      "live / orders in dev · eu-west-1",
    );
    assert.equal(
      page,
      [
        "# Why is orders not steady?",
        "**orders (orders:7) is not steady: 1 of 3 tasks running, 2 tasks missing.**",
        "live / orders in dev · eu-west-1, looked at 2026-03-01 12:00:00 UTC.",
        "## What to do",
        "Nothing that was said is known to this page. The evidence below is all there is; the logs of the tasks may tell more.",
        "## What was said",
        "Nothing in the last hour.",
        "## What could not be found out",
        "- Could not read target health: not authorized.",
        "",
      ]
        .join("\n\n")
        .replace(/\n\n$/, "\n"),
    );
  });

  it("shows log lines as they are, whatever they contain", () => {
    const logs = [
      {
        task: "aaaaaaaa",
        container: "api",
        lines: [{ time: before(1), text: "```<script>alert(1)</script>" }],
      },
    ];
    assert.match(
      explanationPage(evidenceOf({ logs }), "x").text,
      /````text\n2026-03-01T11:59:59\.000Z ```<script>alert\(1\)<\/script>\n````/,
    );
  });
});

describe("The row of a diagnosis", () => {
  it("names the most frequent end of tasks", () => {
    const exit = (id: string, exitCode: number): Task =>
      dead(id, { stopCode: "EssentialContainerExited", containers: [{ name: "api", exitCode }] });
    assert.equal(
      summarize(service, [exit("a", 1), exit("b", 1), exit("c", 2)], now),
      "EssentialContainerExited: api exit 1 · 2 times",
    );
    assert.equal(summarize(service, [exit("a", 1)], now), "EssentialContainerExited: api exit 1");
  });

  it("falls back to what the rollout says, then to the counts", () => {
    const failing: Service = {
      ...service,
      deployments: [
        { status: "PRIMARY", rolloutState: "IN_PROGRESS", rolloutStateReason: "tasks failed to start" },
      ],
    };
    assert.equal(summarize(failing, [], now), "tasks failed to start");
    assert.equal(summarize(service, [], now), "2 tasks missing");
  });
});
