import assert from "node:assert/strict";
import { deploy } from "../../../client/src/commands/deploying/deploy.ts";
import { commandContext, type TestContext } from "../../support/commandContext.ts";
import type { FaultyProxy } from "../../support/faultyProxy.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";
import { until } from "../../support/until.ts";

const orders = (tag: string): object => ({
  family: "orders",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  executionRoleArn: "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
  containerDefinitions: [
    { name: "app", image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/orders:${tag}` },
  ],
});

const looks = ["DescribeServices", "DescribeServiceDeployments"];

describe("Following a deployment while AWS cannot be asked", () => {
  let account: SimulatedAccount;
  let ui: ScriptedUi;
  let context: TestContext;
  beforeEach(async () => {
    const [live] = plainShop.clusters ?? [];
    const services = live!.services!.map((service) => ({
      ...service,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    }));
    account = await simulatedAccount({
      scenario: { ...plainShop, clusters: [{ name: "live", services }] },
      clock: "step",
    });
    ui = new ScriptedUi("live", "orders", true);
  });
  afterEach(() => account.close());

  /** Deploys, makes trouble as soon as the deployment is watched, and plays it to its end. */
  async function deployInTrouble(
    tag: string,
    trouble: (proxy: FaultyProxy) => Promise<void> | void,
  ): Promise<string> {
    context = commandContext(account, ui, { file: orders(tag) });
    const doing = deploy.run(context, undefined, []);
    await until("the watching", () => ui.progressReports.find((report) => report.startsWith("orders:3")));
    await trouble(account.proxy);
    await until("the verdict", () => {
      account.simulator.clock.advance(10);
      return ui.said.some((line) => /^(?:info|error|warn)/.test(line));
    });
    await doing;
    return ui.said.at(-1)!;
  }
  const reported = (pattern: RegExp): Promise<unknown> =>
    until(`the report ${pattern.source}`, () => ui.progressReports.find((report) => pattern.test(report)));

  it("waits out throttling", async () => {
    const verdict = await deployInTrouble("1.5.0", ({ faults }) => {
      for (const operation of looks)
        faults.set(operation, { error: "ThrottlingException", message: "Rate exceeded", times: 2 });
    });
    assert.match(verdict, /^info live \/ orders: orders:3 is live, 3 of 3 running/);
    for (const operation of looks) assert.equal(account.proxy.faults.get(operation)?.times, 0);
  });

  it("waits out a server that fails, says so, and tells the failure of the deployment true", async () => {
    const verdict = await deployInTrouble("crash", async ({ faults }) => {
      faults.set("DescribeServices", {
        error: "ServerException",
        message: "Try later",
        status: 500,
        times: 7,
      });
      await reported(/^Could not look: Try later\. Looking again; the deployment goes on in AWS\.$/);
    });
    assert.match(verdict, /^error live \/ orders: orders:3 failed and was rolled back to orders:2\./);
    assert.ok(
      context.logged.some((line) =>
        /^live \/ orders: could not look at the deployment: ServerException: Try later$/.test(line),
      ),
    );
  });

  it("waits out answers that get lost", async () => {
    const verdict = await deployInTrouble("1.5.0", async ({ lost }) => {
      lost.set("DescribeServices", 4);
      await reported(/^Could not look: the endpoint cannot be reached \(ECONNRESET\)\. Looking again; /);
    });
    assert.match(verdict, /^info live \/ orders: orders:3 is live, 3 of 3 running/);
  });

  it("tells what happened while the network was lost, although the rollback was over when it came back", async () => {
    const verdict = await deployInTrouble("crash", async (proxy) => {
      proxy.isCut = true;
      await reported(/^Could not look: the endpoint cannot be reached/);
      const simulated = account.simulator;
      await until("the end of the rollback", () => {
        simulated.clock.advance(30);
        return simulated.clock.now() - (simulated.calls.at(-1)?.time ?? 0) > 3600;
      });
      proxy.isCut = false;
    });
    assert.match(
      verdict,
      /^error live \/ orders: orders:3 failed and was rolled back to orders:2\. .*circuit breaker threshold was exceeded/,
    );
  });
});
