import assert from "node:assert/strict";
import { demoEnvironment } from "../../../scripts/demo.ts";
import { useWindow } from "../support/useWindow.ts";

describe("with an endpoint that refuses connections, with mouse and keyboard", () => {
  const started = useWindow({
    // Nobody listens at the port for "discard".
    environment: (folder) => demoEnvironment(folder, "http://127.0.0.1:9"),
  });

  it("the place that could not be listed says so, and offers to try again", async () => {
    const { window } = started();
    await window.openEcsView();
    await window.expand("demo · eu-west-1");
    const rows = await window.rows("demo · eu-west-1");
    assert.equal(rows.length, 1);
    assert.equal(rows[0], "Could not connect | the endpoint cannot be reached (ECONNREFUSED).");
    await window.screenshot("refused");
  });
});

describe("a file with errors, with mouse and keyboard", () => {
  const started = useWindow({});

  it("is not deployed, and the errors are named", async () => {
    const { window } = started();
    await window.openFile("checkout/task-definition.json");
    await window.squiggles(1);
    await window.runCommand("ECS: Deploy…");
    await window.notification(
      /^task-definition\.json has 1 error, so nothing was registered\. Line 6: Fargate has no task with 0\.25 vCPU/,
    );
    await window.screenshot("not-deployed");
  });

  it("is still checked and completed where it is broken", async () => {
    const { window } = started();
    await window.openFile("broken/task-definition.json");
    assert.match(await window.hover("4096"), /^Fargate has no task with 0\.25 vCPU/);
    await window.select("4096");
    await window.keyboard.press("Backspace");
    assert.deepEqual((await window.suggestions()).slice(0, 4), ["512", "1024", "2048", "3072"]);
    await window.screenshot("broken");
  });
});
