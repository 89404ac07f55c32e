import assert from "node:assert/strict";
import { serviceResource, taskResource } from "../../../client/src/model/resource.ts";
import { permitFor } from "../../support/permitFor.ts";
import { followLogs } from "../../../client/src/commands/logs/followLogs.ts";
import { lineText } from "../../../client/src/commands/logs/lineText.ts";
import { showLogs } from "../../../client/src/commands/logs/showLogs.ts";
import { KnownStreams } from "../../../client/src/model/knownStreams.ts";
import { logSource } from "../../../client/src/model/logSource.ts";
import { ContainerNode } from "../../../client/src/tree/containerNode.ts";
import { ServiceNode } from "../../../client/src/tree/serviceNode.ts";
import { TaskNode } from "../../../client/src/tree/taskNode.ts";
import type { Scenario } from "../../../simulator/src/scenario/scenario.ts";
import { commandContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";
import { until } from "../../support/until.ts";

const cluster = "arn:aws:ecs:eu-west-1:123456789012:cluster/live";
const taskArn = "arn:aws:ecs:eu-west-1:123456789012:task/live/0123456789abcdef0123456789abcdef";
const awslogs = (group: string, prefix?: string): object => ({
  logDriver: "awslogs",
  options: {
    "awslogs-group": group,
    "awslogs-region": "eu-west-1",
    ...(prefix === undefined ? {} : { "awslogs-stream-prefix": prefix }),
  },
});

/** A service of two containers, and a task on an instance whose stream has no prefix. */
const talking: Scenario = {
  ...plainShop,
  behaviours: [
    {
      family: "orders",
      logs: { start: ["listening on 8080"], repeat: { seconds: 5, lines: ["GET / 200", "ERROR no stock"] } },
    },
    ...(plainShop.behaviours ?? []),
  ],
  taskDefinitions: [
    ...(plainShop.taskDefinitions ?? []),
    {
      family: "pair",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
      containerDefinitions: [
        {
          name: "api",
          image: "api:1",
          essential: true,
          logConfiguration: awslogs("/ecs/pair", "app") as never,
        },
        {
          name: "proxy",
          image: "proxy:1",
          essential: true,
          logConfiguration: awslogs("/ecs/proxy", "app") as never,
        },
        {
          name: "router",
          image: "router:1",
          logConfiguration: {
            logDriver: "splunk",
            options: { "splunk-url": "https://127.0.0.1:8088", "splunk-token": "x" },
          } as never,
        },
      ],
    },
  ],
  clusters: (plainShop.clusters ?? []).map((each) =>
    each.name === "live"
      ? {
          ...each,
          services: [
            ...(each.services ?? []),
            { ...each.services![0]!, serviceName: "pair", taskDefinition: "pair:1", desiredCount: 1 },
          ],
        }
      : each,
  ),
};

describe("Where a log is", () => {
  const options = { "awslogs-group": "/ecs/orders", "awslogs-region": "eu-west-1" };
  const source = (logConfiguration: object | undefined, runtimeId?: string): unknown =>
    logSource(
      { name: "api", ...(logConfiguration ? { logConfiguration: logConfiguration as never } : {}) },
      { taskArn },
      { name: "api", ...(runtimeId === undefined ? {} : { runtimeId }) },
    );

  it("is prefix/container/task with a prefix, and the container's id in Docker without one", () => {
    assert.deepEqual(
      source({ logDriver: "awslogs", options: { ...options, "awslogs-stream-prefix": "app" } }),
      { group: "/ecs/orders", region: "eu-west-1", stream: "app/api/0123456789abcdef0123456789abcdef" },
    );
    assert.deepEqual(source({ logDriver: "awslogs", options }, "4f2c9e1"), {
      group: "/ecs/orders",
      region: "eu-west-1",
      stream: "4f2c9e1",
    });
    assert.equal(
      source({ logDriver: "awslogs", options }),
      "Container api has not started yet, so it has no log stream.",
    );
  });

  it("is told in words for other drivers and for none", () => {
    assert.equal(
      source({ logDriver: "awsfirelens" }),
      "The log of api is not in CloudWatch. FireLens routes it: look at the configuration of the task's log router.",
    );
    assert.equal(
      source(undefined),
      "Container api has no log configuration, so its output is kept nowhere that ECS knows.",
    );
  });
});

describe("A line of a log", () => {
  it("has its further lines indented, so that an editor folds them", () => {
    const line = { time: new Date(0), stream: "a", id: "1", text: "Error: no stock\nat order.js:1" };
    assert.equal(lineText(line, { labels: new Map() }), "00:00:00.000  Error: no stock\n    at order.js:1");
    assert.equal(
      lineText(
        { ...line, text: "x" },
        {
          labels: new Map([
            ["a", "7f2c1a9e api"],
            ["b", "7f2c1a9e proxy"],
          ]),
        },
      ),
      "00:00:00.000 7f2c1a9e api  x",
    );
    assert.equal(
      lineText({ ...line, text: "x" }, { labels: new Map(), dated: true }),
      "1970-01-01 00:00:00.000  x",
    );
  });
});

describe("Logs", () => {
  let account: SimulatedAccount;
  let session: Awaited<ReturnType<SimulatedAccount["sessions"]["open"]>>;
  beforeEach(async () => {
    await begin("2026-03-01T12:00:00Z");
  });
  afterEach(() => account.close());

  /** Opens the account a minute before a moment, and lets the minute pass. */
  async function begin(moment: string): Promise<void> {
    account = await simulatedAccount({
      scenario: talking,
      clock: "step",
      start: Date.parse(moment) / 1000 - 60,
    });
    session = await account.sessions.open(account.connection.target);
    account.simulator.clock.advance(60);
  }

  /** Opens the account anew, at another hour. */
  async function beginAgain(moment: string): Promise<void> {
    await account.close();
    await begin(moment);
  }

  const service = async (name = "orders"): Promise<ServiceNode> => {
    const arn = `arn:aws:ecs:eu-west-1:123456789012:service/live/${name}`;
    await session.services(cluster).describe([arn], new AbortController().signal);
    return new ServiceNode(session, cluster, arn);
  };
  const tasks = (serviceName: string, desiredStatus: "RUNNING" | "STOPPED" = "RUNNING") =>
    account.connection.ecs.tasks(cluster, { serviceName, desiredStatus });
  const logLines = (lines: readonly string[]): readonly string[] =>
    lines.filter((line) => /^\d\d:\d\d:/.test(line));
  const linesOf = (ui: ScriptedUi): readonly string[] => logLines(ui.lines);

  /** The lines that came after a message, once there are some; they may come at once with it. */
  const linesAfter = (ui: ScriptedUi, message: string): Promise<readonly string[]> =>
    until(`lines after ${message}`, () => {
      const at = ui.lines.indexOf(message);
      const lines = at < 0 ? [] : logLines(ui.lines.slice(at));
      return lines.length > 0 && lines;
    });

  /** Follows until the condition holds, then closes the terminal. */
  const follow = async (
    node: ServiceNode | TaskNode | ContainerNode,
    steps: (ui: ScriptedUi) => Promise<unknown>,
    ...answers: string[]
  ): Promise<ScriptedUi> => {
    const ui = new ScriptedUi(...answers);
    const following = followLogs.run(commandContext(account, ui), node, []);
    await until("the terminal", () => ui.lines.length > 0);
    try {
      await steps(ui);
    } finally {
      ui.streams.abort();
      await following;
    }
    return ui;
  };

  it("are followed for all tasks of a service, interleaved and labelled, each line once, until the terminal is closed", async () => {
    const ui = await follow(await service(), async (each) => {
      await until("the first lines", () => linesOf(each).length > 3);
      account.simulator.clock.advance(30);
      const count = linesOf(each).length;
      await until("more lines", () => linesOf(each).length > count);
    });
    assert.equal(
      ui.lines[0],
      "Logs of orders, from 5 minutes ago, in UTC. f filters, Ctrl+F searches, Ctrl+C stops.",
    );
    assert.equal(ui.lines.at(-1), "(stopped)");
    assert.equal(new Set(linesOf(ui).map((line) => line.split(" ")[1])).size, 3);
    assert.equal(new Set(linesOf(ui)).size, linesOf(ui).length);
    assert.match(linesOf(ui).at(-1)!, /^\d\d:\d\d:\d\d\.\d{3} [0-9a-f]{8} app {2}/);
  });

  it("are filtered while they are followed, at the key f, and all come again without a filter", async () => {
    await follow(
      await service(),
      async (ui) => {
        await until("the first lines", () => linesOf(ui).some((line) => line.endsWith("GET / 200")));
        ui.press("f");
        const filtered = await linesAfter(ui, "(only lines that match ERROR, from the beginning)");
        assert.deepEqual([...new Set(filtered.map((line) => line.split("  ")[1]))], ["ERROR no stock"]);
        ui.press("F");
        const all = await linesAfter(ui, "(all lines again, from the beginning)");
        assert.ok(all.some((line) => line.endsWith("GET / 200")));
      },
      "ERROR",
      "",
    );
  });

  it("of several containers in several groups are labelled by container, and what is elsewhere is said", async () => {
    const ui = await follow(await service("pair"), (each) =>
      until("both", () => new Set(linesOf(each).map((line) => line.split(" ")[2])).size === 2),
    );
    assert.deepEqual(new Set(linesOf(ui).map((line) => line.split(" ")[2])), new Set(["api", "proxy"]));
    assert.equal(
      ui.lines[1],
      "The log of router is not in CloudWatch. The splunk driver sends it to Splunk, at the option splunk-url.",
    );
  });

  it("of one container are followed without labels", async () => {
    const [task] = await tasks("pair");
    const container = task!.containers!.find(({ name }) => name === "proxy")!;
    const ui = await follow(new ContainerNode(session, task!, container, undefined), (each) =>
      until("lines", () => linesOf(each).length > 1),
    );
    assert.match(linesOf(ui)[0]!, /^\d\d:\d\d:\d\d\.\d{3} {2}(?:GET|POST) /);
  });

  it("that were never in CloudWatch are told where they are, and no terminal opens", async () => {
    const [task] = await tasks("pair");
    const ui = new ScriptedUi();
    await followLogs.run(
      commandContext(account, ui),
      new ContainerNode(session, task!, { name: "router" }, undefined),
      [],
    );
    assert.deepEqual(ui.said, [
      "info The log of router is not in CloudWatch. The splunk driver sends it to Splunk, at the option splunk-url.",
    ]);
  });

  it("end by themselves when the task has stopped", async () => {
    const [task] = await tasks("orders");
    const ui = new ScriptedUi();
    const following = followLogs.run(commandContext(account, ui), new TaskNode(session, task!), []);
    await until("lines", () => linesOf(ui).length > 0);
    const permit = await permitFor(account, taskResource(task!));
    await permit.stopTask(cluster, task!.taskArn!, "test");
    account.simulator.clock.advance(120);
    await following;
    assert.equal(ui.lines.at(-1), "(everything has been read)");
  });

  it("end by themselves for a stopped task although the clocks differ", async () => {
    const [stopped] = await tasks("checkout", "STOPPED");
    const ui = new ScriptedUi();
    const context = commandContext(account, ui);
    const behind = {
      connection: account.connection,
      now: () => account.simulator.clock.now() * 1000 - 3_600_000,
    };
    await followLogs.run(context, new TaskNode(Object.assign(Object.create(session), behind), stopped!), []);
    assert.equal(ui.lines.at(-1), "(everything has been read)");
  });

  it("of tasks that write already are not lost when another one has no stream yet", async () => {
    const permit = await permitFor(account, serviceResource("live", "orders"));
    await permit.updateService({ cluster, service: "orders", desiredCount: 4 });
    account.simulator.clock.advance(1);
    assert.equal((await tasks("orders")).length, 4);
    const ui = await follow(await service(), (each) => until("lines", () => linesOf(each).length > 3));
    assert.equal(new Set(linesOf(ui).map((line) => line.split(" ")[1])).size, 3);
  });

  it("that may not be read are said so, once, and following ends", async () => {
    account.simulator.setTrouble([{ api: "logs", error: "accessDenied" }]);
    const ui = new ScriptedUi();
    await followLogs.run(commandContext(account, ui), await service(), []);
    assert.equal(
      ui.lines.filter((line) => line.startsWith("(Could not read the logs: not authorized.")).length,
      1,
    );
  });

  it("that cannot be read for a while are read again", async () => {
    account.simulator.setTrouble([{ api: "logs", error: "serverError" }]);
    const ui = new ScriptedUi();
    const following = followLogs.run(commandContext(account, ui), await service(), []);
    await until("the problem", () => ui.lines.some((line) => line.endsWith("It is tried again.)")));
    account.simulator.setTrouble([]);
    await until("lines", () => linesOf(ui).length > 3);
    ui.streams.abort();
    await following;
  }).timeout(120_000);

  it("are followed where more lines come in 10 s than one call gives", async () => {
    // A line in each millisecond.
    const lines = Array.from({ length: 21_000 }, (_, index) => `line ${index}`);
    const flood: Scenario = { ...talking, behaviours: [{ family: "orders", logs: { start: lines } }] };
    await account.close();
    account = await simulatedAccount({ scenario: flood, clock: "step" });
    session = await account.sessions.open(account.connection.target);
    const permit = await permitFor(account, serviceResource("live", "orders"));
    await permit.updateService({ cluster, service: "orders", desiredCount: 4 });
    account.simulator.clock.advance(120);
    const ui = await follow(await service(), (each) =>
      until("the last line", () => each.lines.at(-1)?.endsWith("line 20999")),
    );
    assert.deepEqual(
      linesOf(ui).map((line) => line.split("  ")[1]),
      lines,
    );
  }).timeout(60_000);

  it("of tasks that have not started cost one call each, and then none until it is time to ask again", async () => {
    const permit = await permitFor(account, serviceResource("live", "orders"));
    await permit.updateService({ cluster, service: "orders", desiredCount: 18 });
    account.simulator.clock.advance(1);
    assert.equal((await tasks("orders")).length, 18);
    const count = (operation: string): number =>
      account.operations().filter((each) => each === operation).length;
    const before = count("ListTasks");
    const [searchesBefore, looks] = [count("FilterLogEvents"), () => (count("ListTasks") - before) / 2];
    await follow(await service(), () => until("ten looks", () => looks() >= 10));
    const searches = count("FilterLogEvents") - searchesBefore;
    assert.ok(searches <= looks() + 15, `${searches} searches in ${looks()} looks`);
  });

  it("are followed on after the credentials have expired and the user has signed in", async () => {
    // Dismisses the offer to sign in, which the test does itself.
    const ui = new ScriptedUi();
    const following = followLogs.run(commandContext(account, ui), await service(), []);
    await until("lines", () => linesOf(ui).length > 3);
    account.proxy.refusedKeys.add("AKIASIMULATED");
    await until("the trouble", () =>
      ui.lines.includes(
        "(Could not read the logs: the session has expired. Sign in again. It goes on when you have signed in.)",
      ),
    );
    const count = linesOf(ui).length;
    account.simulator.clock.advance(30);
    account.proxy.refusedKeys.clear();
    account.connection.credentials.renew();
    await until("more lines", () => linesOf(ui).length > count);
    ui.streams.abort();
    await following;
    assert.equal(ui.said.filter((line) => line.startsWith("warn simulated · eu-west-1")).length, 1);
    assert.equal(new Set(linesOf(ui)).size, linesOf(ui).length);
  });

  it("say what is wrong with a filter, and go on with another one", async () => {
    await follow(
      await service(),
      async (ui) => {
        await until("the first lines", () => linesOf(ui).length > 0);
        ui.press("f");
        await until("the problem", () => ui.lines.some((line) => line.endsWith("It is tried again.)")));
        ui.press("f");
        await linesAfter(ui, "(only lines that match ERROR, from the beginning)");
      },
      "{ $.level",
      "ERROR",
    );
  });

  it("of groups of one name in two regions are not taken for one another", async () => {
    const { logs } = account.connection;
    const [one] = await tasks("orders");
    const stream = `app/app/${one!.taskArn!.split("/").at(-1)!}`;
    const search = (region: string): ReturnType<typeof logs.search> =>
      logs.search({
        region,
        group: "/ecs/orders",
        streams: [{ name: stream, hasStarted: true }],
        known: new KnownStreams(account.clock),
        most: 10,
      });
    account.proxy.held.add("FilterLogEvents");
    const both = Promise.all([search("eu-west-1"), search("eu-central-1")]);
    await until("two calls", () => account.proxy.waiting.length === 2);
    account.proxy.release();
    await both;
  });

  it("are shown for a time and a filter", async () => {
    const ui = new ScriptedUi("Last 15 minutes", "ERROR");
    await showLogs.run(commandContext(account, ui), await service(), []);
    const lines = ui.documents[0]!.text.trimEnd().split("\n");
    assert.ok(lines.length >= 3);
    assert.ok(lines.every((line) => line.endsWith("ERROR no stock")));
    assert.equal(ui.documents[0]!.name, "logs/orders.log");
  });

  it("are shown from the newest line back, and further back when asked", async () => {
    account.simulator.clock.advance(6 * 3600);
    const ui = new ScriptedUi("Last day", "", "Earlier Lines", undefined);
    await showLogs.run(commandContext(account, ui), await service(), []);
    const [[left, ...first], [, ...second]] = ui.documents.map(({ text }) => text.trimEnd().split("\n")) as [
      string[],
      string[],
    ];
    assert.equal(
      left,
      "Lines of tasks that stopped more than an hour ago are left out, as ECS no longer tells of these tasks. Their streams are in /ecs/orders.",
    );
    assert.equal(first.length, 2_000);
    // One line was read twice, as others could be of its millisecond.
    assert.equal(second.length, 3_999);
    assert.deepEqual(second.slice(-2_000), first);
    assert.equal(new Set(second).size, second.length);
    assert.deepEqual(second, second.toSorted());
    assert.match(ui.said.at(-1)!, /^info The newest 3,999 lines of orders are shown, from 1 h ago on\.$/);
    assert.match(second[0]!, /^2026-03-01 16:\d\d:\d\d\.\d{3} [0-9a-f]{8} app {2}/);
  });

  it("are shown with their dates where midnight lies in the time that was asked for", async () => {
    const daysOf = async (span: string): Promise<readonly string[]> => {
      const ui = new ScriptedUi(span, "");
      await showLogs.run(commandContext(account, ui), await service(), []);
      const lines = ui.documents[0]!.text.trimEnd().split("\n");
      assert.deepEqual(lines, lines.toSorted());
      return [...new Set(lines.map((line) => line.slice(0, 11)))];
    };
    await beginAgain("2026-02-28T23:59:30Z");
    account.simulator.clock.advance(60);
    assert.deepEqual(await daysOf("Last 15 minutes"), ["2026-02-28 ", "2026-03-01 "]);
    await beginAgain("2026-03-01T00:20:00Z");
    for (const line of await daysOf("Last 15 minutes")) assert.match(line, /^00:\d\d:\d\d\.\d\d$/);
    assert.deepEqual(await daysOf("Last hour"), ["2026-02-28 ", "2026-03-01 "]);
  });

  it("say while they are followed that a day begins", async () => {
    await beginAgain("2026-12-31T23:59:30Z");
    const ui = await follow(await service(), async (each) => {
      await until("lines before midnight", () => linesOf(each).length > 3);
      account.simulator.clock.advance(60);
      await until("lines after midnight", () => linesOf(each).some((line) => line.startsWith("00:00:")));
    });
    const day = ui.lines.indexOf("(2027-01-01)");
    assert.deepEqual(
      [logLines(ui.lines.slice(0, day)), logLines(ui.lines.slice(day))].map((lines) => [
        ...new Set(lines.map((line) => line.slice(0, 2))),
      ]),
      [["23"], ["00"]],
    );
    assert.equal(ui.lines.lastIndexOf("(2027-01-01)"), day);
  });

  it("say of which day they are when a task of another day is followed", async () => {
    await beginAgain("2026-02-28T23:50:00Z");
    account.simulator.clock.advance(120);
    const [stopped] = await tasks("checkout", "STOPPED");
    account.simulator.clock.advance(1800);
    const ui = new ScriptedUi();
    await followLogs.run(commandContext(account, ui), new TaskNode(session, stopped!), []);
    assert.equal(ui.lines[1], "(2026-02-28)");
    assert.equal(ui.lines.filter((line) => /^\(\d{4}-/.test(line)).length, 1);
  });

  it("are those of stopped tasks as well", async () => {
    account.simulator.clock.advance(240);
    const [stopped] = await tasks("checkout", "STOPPED");
    const ui = new ScriptedUi("Last hour", "");
    await showLogs.run(commandContext(account, ui), new TaskNode(session, stopped!), []);
    const [first = ""] = ui.documents[0]!.text.split("\n");
    assert.match(first, /^\d\d:\d\d:\d\d\.\d{3} {2}(?:Starting|GET|POST)/);
  });
});
