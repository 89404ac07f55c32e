import assert from "node:assert/strict";
import { until } from "../../support/until.ts";
import { SimulatorControl } from "../support/simulatorControl.ts";
import { useWindow } from "../support/useWindow.ts";

const services = ["demo · eu-west-1", "Clusters", "live", "Services"];
const tasks = [...services, "orders", "Tasks"];

/** Milliseconds for which the window is busy: several times the period of the live refresh. */
const busy = 3_000;

describe("a row's menu that is open while the row is refreshed, with mouse and keyboard", () => {
  const started = useWindow({ clock: "step", settings: { "taskwright.refreshSeconds": 1 } });

  it("still means that row", async () => {
    const { window, simulator } = started();
    const control = new SimulatorControl(simulator.endpoint);
    await window.openEcsView();
    await window.expand(...tasks);
    const labels = (await window.rows(...tasks)).map((row) => row.split(" | ")[0] ?? "");
    for (const [index, label] of labels.slice(0, 2).entries()) {
      await window.menu(...tasks, label);
      const entry = window.page
        .locator(".monaco-menu .action-label")
        .getByText("Stop Task…", { exact: true });
      await entry.hover();
      const { x, y } = (await entry.boundingBox()) ?? assert.fail("The entry cannot be seen.");
      const desiredCount = 4 + index;
      await control.ask("UpdateService", { cluster: "live", service: "orders", desiredCount });
      // A window that is busy meanwhile takes the choice first, and asks for the rows that have changed after
      // that.
      const isOver = window.page.evaluate((milliseconds) => {
        const end = performance.now() + milliseconds;
        while (performance.now() < end);
      }, busy);
      await window.page.mouse.click(x + 5, y + 5);
      await isOver;
      const asked = window.page.locator(".quick-input-widget:visible .quick-input-title");
      await asked.waitFor();
      assert.equal(await asked.innerText(), `Stop task ${label}`);
      await window.keyboard.press("Escape");
      await until("the row", async () =>
        (await window.rows(...services)).some((row) => row.startsWith(`orders | 3/${desiredCount}`)),
      );
    }
  });
});
