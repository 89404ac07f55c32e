import assert from "node:assert/strict";
import type { Deployment, Service, Task } from "../../client/src/aws/types.ts";
import { apiText } from "../../client/src/model/apiText.ts";
import { deploymentWords } from "../../client/src/model/deploymentWords.ts";
import { deathsOf, diedByItself } from "../../client/src/model/deaths.ts";
import { shortEvent } from "../../client/src/model/events.ts";
import { describeFailure } from "../../client/src/model/failure.ts";
import { healthOf } from "../../client/src/model/health.ts";
import { shortImage } from "../../shared/src/image.ts";
import { languageOf } from "../../client/src/model/languageOf.ts";
import { logStreamOf } from "../../client/src/model/logStream.ts";
import { factSheet } from "../../client/src/model/markdown.ts";
import { relatedResources } from "../../client/src/model/relatedResources.ts";
import { rolledBackAt } from "../../client/src/model/rollback.ts";
import { stopWords } from "../../client/src/model/taskState.ts";
import { ago } from "../../client/src/model/time.ts";

const now = Date.UTC(2026, 2, 1, 12);
const before = (seconds: number): Date => new Date(now - seconds * 1000);
const event = (seconds: number, message: string): { createdAt: Date; message: string } => ({
  createdAt: before(seconds),
  message,
});

describe("A service's health", () => {
  const service = (more: Partial<Service>): Service => ({
    status: "ACTIVE",
    runningCount: 2,
    desiredCount: 2,
    ...more,
  });
  const deployment = (more: Partial<Deployment>): Deployment => ({
    status: "PRIMARY",
    taskDefinition: "arn:aws:ecs:eu-west-1:1:task-definition/orders:7",
    ...more,
  });
  const cases: readonly (readonly [what: string, service: Service, state: string, words: string])[] = [
    ["runs what it should", service({}), "steady", ""],
    ["is being deleted", service({ status: "DRAINING" }), "inactive", "draining"],
    ["misses tasks", service({ runningCount: 1, desiredCount: 3 }), "short", "2 tasks missing"],
    ["has too many", service({ runningCount: 3 }), "surplus", "stopping 1 task"],
    [
      "is deployed",
      service({
        deployments: [
          deployment({ rolloutState: "IN_PROGRESS", runningCount: 1, desiredCount: 4, failedTasks: 3 }),
        ],
      }),
      "deploying",
      "deploying orders:7 · 25 % · 3 failed",
    ],
    [
      "is scaled to nothing while it is deployed",
      service({
        desiredCount: 0,
        runningCount: 0,
        deployments: [deployment({ rolloutState: "IN_PROGRESS", desiredCount: 0 })],
      }),
      "deploying",
      "deploying orders:7 · 100 %",
    ],
    [
      "was given a deployment a moment ago, of which ECS knows no counts yet",
      service({
        deployments: [
          deployment({ rolloutState: "IN_PROGRESS", runningCount: 0, desiredCount: 0 }),
          deployment({ status: "ACTIVE", rolloutState: "COMPLETED", runningCount: 2, desiredCount: 2 }),
        ],
      }),
      "deploying",
      "deploying orders:7",
    ],
    [
      "has a deployment that failed",
      service({ deployments: [deployment({ rolloutState: "FAILED" })] }),
      "failed",
      "deployment of orders:7 failed",
    ],
    [
      "is rolled back",
      service({
        deployments: [
          deployment({ rolloutState: "IN_PROGRESS" }),
          deployment({ status: "ACTIVE", rolloutState: "FAILED", taskDefinition: "x/orders:8" }),
        ],
      }),
      "failed",
      "rolling back from orders:8",
    ],
    [
      "has tasks that die again and again",
      service({
        events: [
          event(10, "has started 2 tasks: x"),
          event(40, "has started 2 tasks: x"),
          event(70, "has started 2 tasks: x"),
        ],
      }),
      "restarting",
      "4 tasks died in 15 min",
    ],
    [
      "was rolled back a moment ago",
      service({
        events: [
          event(60, "(deployment ecs-svc/1) deployment completed."),
          event(120, "rolling back to deployment ecs-svc/1."),
        ],
      }),
      "rolled-back",
      "rolled back 2 min ago",
    ],
  ];
  for (const [what, given, state, words] of cases) {
    it(`is ${state} when it ${what}`, () => {
      const health = healthOf(given, now);
      assert.deepEqual([health.state, health.words], [state, words]);
    });
  }

  it("is told when a deployment goes badly, not when it goes well", () => {
    const deploying = (failedTasks: number): Service =>
      service({ deployments: [deployment({ rolloutState: "IN_PROGRESS", failedTasks })] });
    assert.deepEqual(
      [deploying(0), deploying(1), service({})].map((each) => healthOf(each, now).isTroubled),
      [false, true, false],
    );
  });
});

describe("A deployment in words", () => {
  const words = (more: Partial<Deployment>): string => deploymentWords({ runningCount: 0, ...more });

  it("has no counts in its first moment, when ECS knows none yet", () => {
    assert.equal(words({ rolloutState: "IN_PROGRESS", desiredCount: 0 }), "in progress");
    assert.equal(
      words({ rolloutState: "IN_PROGRESS", desiredCount: 2, runningCount: 1 }),
      "in progress · 1 of 2 running",
    );
  });

  it("says that none should run once it is done, where the service is scaled to nothing", () => {
    assert.equal(words({ rolloutState: "COMPLETED", desiredCount: 0 }), "completed · 0 of 0 running");
  });
});

describe("Deaths of tasks", () => {
  it("are those that ECS replaced without having stopped them", () => {
    assert.equal(
      deathsOf(
        {
          desiredCount: 2,
          events: [
            event(1, "has started 3 tasks: x"),
            event(60, "has stopped 1 running tasks: x"),
            event(90, "has started 2 tasks: x"),
          ],
        },
        now,
      ),
      2,
    );
  });

  it("are none when a service was scaled out, or deployed", () => {
    assert.equal(deathsOf({ desiredCount: 10, events: [event(1, "has started 8 tasks: x")] }, now), 0);
    assert.equal(
      deathsOf(
        {
          desiredCount: 2,
          events: [
            event(1, "has stopped 2 running tasks: x"),
            event(60, "has started 2 tasks: x"),
            event(90, "has started 2 tasks: x"),
          ],
        },
        now,
      ),
      0,
    );
  });

  it("count tasks that failed their health checks", () => {
    assert.equal(
      deathsOf(
        {
          desiredCount: 2,
          events: [
            event(1, "has started 1 tasks: x. Amazon ECS replaced 1 tasks due to an unhealthy status."),
          ],
        },
        now,
      ),
      1,
    );
  });

  it("are forgotten after a quarter of an hour", () => {
    assert.equal(deathsOf({ desiredCount: 1, events: [event(901, "has started 9 tasks: x")] }, now), 0);
  });

  it("are told from stops that someone asked for", () => {
    const task = (more: Partial<Task>): Task => ({ containers: [{ name: "app", exitCode: 143 }], ...more });
    assert.equal(diedByItself(task({ stopCode: "UserInitiated" })), false);
    assert.equal(
      diedByItself(
        task({
          stopCode: "ServiceSchedulerInitiated",
          stoppedReason: "Scaling activity initiated by (deployment 1)",
        }),
      ),
      false,
    );
    assert.equal(
      diedByItself(
        task({
          stopCode: "ServiceSchedulerInitiated",
          stoppedReason: "Task failed ELB health checks in (target-group web)",
        }),
      ),
      true,
    );
    assert.equal(diedByItself(task({ stopCode: "EssentialContainerExited" })), true);
    assert.equal(
      diedByItself({ stopCode: "EssentialContainerExited", containers: [{ exitCode: 0 }] }),
      false,
    );
  });
});

describe("A rollback", () => {
  const back = event(300, "(service orders) rolling back to deployment ecs-svc/1.");
  it("is told until another deployment succeeds, or an hour has passed", () => {
    assert.deepEqual(
      rolledBackAt({ events: [event(10, "(deployment ecs-svc/1) deployment completed."), back] }, now),
      back.createdAt,
    );
    assert.equal(
      rolledBackAt({ events: [event(10, "(deployment ecs-svc/3) deployment completed."), back] }, now),
      undefined,
    );
    assert.equal(rolledBackAt({ events: [event(3601, back.message)] }, now), undefined);
    assert.equal(rolledBackAt({}, now), undefined);
  });
});

describe("Words", () => {
  it("tell how long ago something was", () => {
    assert.deepEqual(
      [1, 40, 61, 7200, 90_000, 200_000].map((seconds) => ago(before(seconds), now)),
      ["just now", "40 s ago", "1 min ago", "2 h ago", "25 h ago", "2 days ago"],
    );
    assert.equal(ago(undefined, now), "");
  });

  it("shorten images and events, but not beyond recognition", () => {
    assert.equal(
      shortImage("123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/orders:1.4"),
      "shop/orders:1.4",
    );
    assert.equal(shortImage("nginx"), "nginx");
    assert.equal(shortImage("localhost:5000/app"), "app");
    assert.equal(
      shortImage("library/nginx@sha256:4f2c9e1aa0370be80540d9143d6992c7f3346a1e722e896f7cdcd2d7933ba29a"),
      "library/nginx@4f2c9e1",
    );
    assert.equal(
      shortEvent("(service orders) has started 1 tasks: (task 03cefae0819fe6088cf8352fafa99a98)."),
      "has started 1 tasks: (task 03cefae0).",
    );
  });

  it("say how a task stopped", () => {
    assert.equal(
      stopWords({
        stopCode: "EssentialContainerExited",
        containers: [
          { name: "api", exitCode: 1 },
          { name: "proxy", exitCode: 0 },
        ],
      }),
      "EssentialContainerExited: api exit 1",
    );
    assert.equal(
      stopWords({
        stopCode: "EssentialContainerExited",
        containers: [{ name: "api", exitCode: 137, reason: "OutOfMemoryError: killed" }],
      }),
      "EssentialContainerExited: api exit 137 (OutOfMemoryError: killed)",
    );
    assert.equal(
      stopWords({
        stopCode: "UserInitiated",
        stoppedReason: "Task stopped by user",
        containers: [{ name: "api", exitCode: 137 }],
      }),
      "UserInitiated: Task stopped by user",
    );
    assert.equal(stopWords({}), "stopped");
  });

  it("show names as they are in Markdown", () => {
    assert.equal(
      factSheet("a_b*c", [
        ["Image", "x/<y>"],
        ["None", undefined],
        ["Empty", ""],
        ["Zero", 0],
      ]).text,
      "**a\\_b\\*c**  \nImage: x/\\<y\\>  \nZero: 0",
    );
  });

  it("tell failures of calls apart, with a way forward", () => {
    const failure = (name: string, message: string, code?: string): Error =>
      Object.assign(new Error(message), { name, ...(code ? { code } : {}) });
    const told = (error: unknown): string => describeFailure(error, "list tasks").message;
    assert.equal(
      told(failure("ExpiredTokenException", "x")),
      "Could not list tasks: the session has expired. Sign in again.",
    );
    assert.equal(
      told(failure("CredentialsProviderError", "The SSO session associated with this profile has expired.")),
      "Could not list tasks: the session has expired. Sign in again.",
    );
    assert.equal(
      told(
        failure("CredentialsProviderError", "Failed to load a token, please re-authenticate using aws login"),
      ),
      "Could not list tasks: the session has expired. Sign in again.",
    );
    assert.equal(
      told(failure("CredentialsProviderError", "Could not load credentials from any providers")),
      "Could not list tasks: no credentials. Could not load credentials from any providers",
    );
    assert.equal(
      told(failure("ThrottlingException", "Rate exceeded")),
      "Could not list tasks: AWS is throttling this account's calls. Try again in a moment.",
    );
    assert.equal(
      told(failure("Error", "getaddrinfo", "ENOTFOUND")),
      "Could not list tasks: the endpoint cannot be reached (ENOTFOUND).",
    );
    assert.equal(
      told(failure("TimeoutError", "socket hang up", "ECONNRESET")),
      "Could not list tasks: the endpoint cannot be reached (ECONNRESET).",
    );
    assert.equal(told(failure("TimeoutError", "x")), "Could not list tasks: AWS did not answer in time.");
    assert.equal(
      told(failure("ClusterNotFoundException", "Cluster not found.")),
      "Could not list tasks: Cluster not found.",
    );
    assert.equal(told("odd"), "Could not list tasks: odd");
  });
});

describe("What a service refers to", () => {
  it("includes where others find it: its namespace of the deployment that counts, and its registries", () => {
    const map = "arn:aws:servicediscovery:eu-west-1:123456789012";
    const deployment = (status: string, id: string) => ({
      status,
      serviceConnectConfiguration: { enabled: true, namespace: `${map}:namespace/${id}` },
    });
    const service = {
      deployments: [deployment("ACTIVE", "ns-old"), deployment("PRIMARY", "ns-new")],
      serviceRegistries: [{ registryArn: `${map}:service/srv-1` }],
    };
    assert.deepEqual(relatedResources(service, {}, "eu-west-1"), [
      { what: "namespace", name: "ns-new", arn: `${map}:namespace/ns-new` },
      { what: "service registry", name: "srv-1", arn: `${map}:service/srv-1` },
    ]);
  });
});

describe("A resource as a document", () => {
  const task = {
    overrides: { containerOverrides: [{ name: "app", environment: [{ name: "TOKEN", value: "secret" }] }] },
    startedAt: new Date(now),
  };
  it("hides the values of variables wherever they stand, and of secret log options", () => {
    assert.deepEqual(
      JSON.parse(apiText(task, { masked: true })).overrides.containerOverrides[0].environment,
      [{ name: "TOKEN", value: "••••••" }],
    );
    const logging = {
      logConfiguration: { logDriver: "splunk", options: { "splunk-token": "t", "splunk-url": "u" } },
    };
    assert.deepEqual(JSON.parse(apiText(logging, { masked: true })).logConfiguration.options, {
      "splunk-token": "••••••",
      "splunk-url": "u",
    });
  });

  it("shows everything when asked, times in ISO 8601", () => {
    assert.deepEqual(JSON.parse(apiText(task, { masked: false })), {
      overrides: task.overrides,
      startedAt: "2026-03-01T12:00:00.000Z",
    });
  });
});

describe("The log stream of a container", () => {
  const definition = (options: Record<string, string>, logDriver = "awslogs") => ({
    name: "app",
    logConfiguration: { logDriver: logDriver as "awslogs", options },
  });
  it("is named by prefix, container and task", () => {
    assert.deepEqual(
      logStreamOf(
        definition({ "awslogs-group": "g", "awslogs-stream-prefix": "ecs", "awslogs-region": "us-east-1" }),
        { runtimeId: "r" },
        "t",
        "eu-west-1",
      ),
      { region: "us-east-1", group: "g", stream: "ecs/app/t" },
    );
  });

  it("is the id of the container when there is no prefix", () => {
    assert.deepEqual(
      logStreamOf(definition({ "awslogs-group": "g" }), { runtimeId: "r" }, "t", "eu-west-1"),
      {
        region: "eu-west-1",
        group: "g",
        stream: "r",
      },
    );
    assert.equal(logStreamOf(definition({ "awslogs-group": "g" }), {}, "t", "eu-west-1"), undefined);
  });

  it("is nowhere when the container logs elsewhere", () => {
    assert.equal(logStreamOf(definition({}, "awsfirelens"), { runtimeId: "r" }, "t", "eu-west-1"), undefined);
  });
});

describe("The language of a JSON text", () => {
  it("is told by what stands at its top level", () => {
    assert.equal(languageOf(`{ "family": "a", "containerDefinitions": [] }`), "ecs-task-definition");
    assert.equal(languageOf(`{ "serviceName": "a", "taskDefinition": "a:1" }`), "ecs-service");
    assert.equal(languageOf(`{ "Resources": { "family": 1, "containerDefinitions": 2 } }`), undefined);
    assert.equal(languageOf(`{ "nested": { "family": "a", "containerDefinitions": [] } }`), undefined);
  });

  it("is told of what a call answers, and of a bare list of containers", () => {
    const container = `{ "name": "a", "image": "b", "essential": true }`;
    const definition = `{ "family": "a", "containerDefinitions": [${container}] }`;
    const service = `{ "serviceArn": "arn:aws:ecs:…", "serviceName": "a" }`;
    for (const text of [
      `{ "taskDefinition": ${definition}, "tags": [] }`,
      `[ ${container} ]`,
      `{% if x %}${definition}{% endif %}`,
    ])
      assert.equal(languageOf(text), "ecs-task-definition", text);
    for (const text of [
      `{ "service": ${service} }`,
      `{ "services": [ ${service} ], "failures": [] }`,
      `{ "services": [ { "serviceName": "a", "taskDefinition": "a:1" } ] }`,
    ])
      assert.equal(languageOf(text), "ecs-service", text);
    for (const text of [
      `{ "services": { "web": { "image": "b" } } }`,
      `{ "services": [ { "name": "a", "cluster": "b" } ] }`,
      `[ { "name": "a", "image": "b", "ports": [] } ]`,
      `{ "taskDefinition": "a:1", "x": { "taskDefinition": ${definition} } }`,
    ])
      assert.equal(languageOf(text), undefined, text);
  });

  it("is not told of the words of a program", () => {
    for (const text of [
      `{ "serviceName": "Name", "taskDefinition": "Aufgabe", "desiredCount": "Gewünscht" }`,
      `{ "serviceName": "Name", "taskDefinition": "Aufgabe", "containers": "Container", "save": "Sichern" }`,
    ])
      assert.equal(languageOf(text), undefined, text);
    for (const text of [
      `{ "serviceName": "shop", "taskDefinition": "shop:1", "desiredCount": "2" }`,
      `{ "serviceName": "shop", "taskDefinition": "shop:1", "desiredCount": "\${COUNT}" }`,
      `{ "serviceName": "shop", "taskDefinition": "shop:1", "clutser": "shop" }`,
    ])
      assert.equal(languageOf(text), "ecs-service", text);
  });

  it("is told in broken text, and with comments", () => {
    assert.equal(
      languageOf(`// "x": {\n{ "family": "a", /* { */ "containerDefinitions": [ {`),
      "ecs-task-definition",
    );
  });

  it("is not looked for in huge files", () => {
    assert.equal(languageOf(`{ "family": "${"a".repeat(500_000)}", "containerDefinitions": [] }`), undefined);
  });
});
