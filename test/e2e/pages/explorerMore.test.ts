import assert from "node:assert/strict";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { demoEnvironment } from "../../../scripts/demo.ts";
import { chaos } from "../../../simulator/src/scenario/scenarios/chaos.ts";
import { until } from "../../support/until.ts";
import { useWindow } from "../support/useWindow.ts";

const connection = "demo · eu-west-1";
const services = [connection, "Clusters", "live", "Services"];

describe("the page of a service on a bad day, with mouse and keyboard", () => {
  // With the clock "real", the credentials are valid for the first ten minutes.
  const denied = [{ operations: ["ListServiceDeployments"], error: "accessDenied" as const }];
  const started = useWindow({
    clock: "real",
    scenario: { ...chaos, trouble: [...denied, ...(chaos.trouble ?? [])] },
    settings: { "workbench.colorTheme": "Default High Contrast" },
  });

  it("says what could not be read and why where it would stand, and shows the rest", async () => {
    const { window } = started();
    await window.openEcsView();
    await window.expand(...services);
    await window.choose("Open Service Page", ...services, "orders");
    const page = window.pageFrame;
    await page.locator("#state", { hasText: "orders:" }).waitFor();
    const failure = page.locator("#deployments .failure", { hasText: "not authorized" });
    await failure.waitFor();
    await page.locator("#events li").first().waitFor();
    assert.match(await page.locator("#tasks").innerText(), /Desired\s+3/);
    await window.screenshot("service-page-chaos");
    await page.locator("#deployments .failure button").focus();
    await window.page.keyboard.press("Enter");
    await failure.waitFor();
  });
});

describe("an SSO session that has expired, with mouse and keyboard", () => {
  const started = useWindow({
    // In place of the AWS CLI, a program that leaves credentials behind.
    environment: async (folder, { endpoint }) => {
      const environment = await demoEnvironment(folder, endpoint);
      const programs = join(folder, "programs");
      await mkdir(programs);
      const keys = join(folder, "aws", "credentials");
      await writeFile(
        join(folder, "aws", "config"),
        `[profile demo]\nregion = eu-west-1\nendpoint_url = ${endpoint}\nsso_session = shop\nsso_account_id = 123456789012\nsso_role_name = Developer\n[sso-session shop]\nsso_start_url = http://127.0.0.1:9/start\nsso_region = eu-west-1\n`,
      );
      await writeFile(keys, "");
      await writeFile(
        join(programs, "aws"),
        `#!/bin/sh\necho "$*" > '${join(folder, "asked")}'\nprintf '[profile demo]\\nregion = eu-west-1\\nendpoint_url = ${endpoint}\\n' > '${join(folder, "aws", "config")}'\nprintf '[demo]\\naws_access_key_id = AKIADEMO\\naws_secret_access_key = demo\\n' > '${keys}'\n`,
      );
      await chmod(join(programs, "aws"), 0o755);
      return { ...environment, HOME: folder, PATH: [programs, process.env["PATH"]].join(delimiter) };
    },
  });

  it("is said in one row, whose click signs in and goes on", async () => {
    const { window } = started();
    await window.openEcsView();
    await window.expand(connection);
    assert.deepEqual(await window.rows(connection), [
      "Could not connect | the session has expired. Sign in again.",
    ]);
    await window.screenshot("expired-1");
    await window.click(connection, "Could not connect");
    await until("the clusters", async () => (await window.rows(connection))[0]?.startsWith("Clusters"));
    await window.screenshot("expired-2-signed-in");
  });
});
