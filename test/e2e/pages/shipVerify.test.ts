import assert from "node:assert/strict";
import { until } from "../../support/until.ts";
import { useWindow } from "../support/useWindow.ts";

const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;

/** Four values that the account of the demonstration does not have. */
const taskDefinition = {
  family: "orders",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  executionRoleArn: role("ecsTaskExecutionRole"),
  taskRoleArn: role("nightly-lambda"),
  runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
  containerDefinitions: [
    {
      name: "app",
      image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/orders:1.4.4",
      essential: true,
      secrets: [{ name: "API_KEY", valueFrom: "/shop/api-keys" }],
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": "/ecs/order",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "app",
        },
      },
    },
  ],
};

describe("verifying a file against the account, with mouse and keyboard", () => {
  const started = useWindow({
    files: { "verify/task-definition.json": `${JSON.stringify(taskDefinition, undefined, 2)}\n` },
  });

  it("marks what the account does not have, each at its place", async () => {
    const { window } = started();
    await window.openFile("verify/task-definition.json");
    await window.runCommand("ECS: Verify Against Account");
    assert.match(
      await window.notification(/does not fit/),
      /^task-definition\.json does not fit demo · eu-west-1, in 4 places\. The repository shop\/orders has no image 1\.4\.4\. The log group \/ecs\/order does not exist in eu-west-1, .* There is no parameter \/shop\/api-keys .* And 1 more\./,
    );
    await window.squiggles(4);
    await window.screenshot("verify-1-told");
    await window.pressInNotification(/does not fit/, "Show");
    await window.page
      .locator(".markers-panel .monaco-list-row", { hasText: "ECS may not assume the role nightly-lambda" })
      .waitFor();
    await window.screenshot("verify-2-problems");
    // Only what can be seen has squiggles.
    await window.runCommand("View: Toggle Problems");
  });

  it("offers the newest images, and forgets the mark when its place is edited", async () => {
    const { window } = started();
    await window.goTo(18, 30);
    const fixes = await window.quickFixes();
    assert.deepEqual(
      fixes.slice(0, 3).sort(),
      ["1.4.1", "1.4.2", "1.4.3"].map(
        (tag) => `Use 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/orders:${tag}`,
      ),
    );
    await window.screenshot("verify-3-quick-fixes");
    await window.applyQuickFix("shop/orders:1.4.3");
    await window.squiggles(3);
    assert.match(await window.text(), /shop\/orders:1\.4\.3/);
  });

  it("lets ECS create the log group, on a line of its own", async () => {
    const { window } = started();
    await window.goTo(29, 33);
    assert.ok((await window.quickFixes()).includes("Let ECS create the log group"));
    await window.applyQuickFix("Let ECS create the log group");
    await until("the new line", async () =>
      /"awslogs-group": "\/ecs\/order",\s+"awslogs-create-group": "true",/.test(await window.text()),
    );
  });

  it("is part of the question before a deploy", async () => {
    const { window } = started();
    await window.runCommand("ECS: Deploy…");
    await window.pick("live");
    await window.pick("orders");
    const question = await window.question();
    assert.match(question, /^Deploy orders to live \/ orders in account 123456789012, eu-west-1\?/);
    assert.match(question, /^⚠ ECS may not assume the role nightly-lambda: /m);
    await window.screenshot("verify-4-question");
    await window.press("Cancel");
  });
});
