import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { until } from "../../support/until.ts";
import type { EditorWindow } from "../support/editorWindow.ts";
import { startWindow, type StartedWindow } from "../support/startWindow.ts";

const definition = `{
  "family": "api",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": "512",
  "memory": "1024",
  "executionRoleArn": "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
  "taskRoleArn": "arn:aws:iam::123456789012:role/api",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/orders:1.4.2",
      "portMappings": [{ "name": "http", "containerPort": 8080 }],
      "dependsOn": [{ "containerName": "cache", "condition": "START" }]
    },
    { "name": "cache", "image": "redis:7.4" }
  ]
}
`;

const service = `{
  "cluster": "live",
  "serviceName": "api",
  "taskDefinition": "api",
  "desiredCount": 2,
  "launchType": "FARGATE",
  "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-0a1b2c3d"], "securityGroups": ["sg-0a1b2c3d"] } },
  "loadBalancers": [
    { "targetGroupArn": "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/api/0123456789abcdef", "containerName": "web", "containerPort": 8080 }
  ]
}
`;

const files = { "api/task-definition.json": definition, "api/ecs-service.json": service };

describe("writing task definitions and services, with mouse and keyboard", () => {
  let started: StartedWindow;
  let window: EditorWindow;
  before(async () => {
    started = await startWindow({ files });
    ({ window } = started);
  });
  after(() => started?.close());
  afterEach(function () {
    return started?.afterTest(this.currentTest);
  });

  const label = (text: string) => window.page.locator(".statusbar-item", { hasText: text });

  /** Puts the cursor before a text of a file, as it was at the beginning. */
  async function goBefore(text: string, part: string): Promise<void> {
    const before = text.slice(0, text.indexOf(part)).split("\n");
    await window.goTo(before.length, before.at(-1)!.length + 1);
  }

  it("starts a new task definition with a few questions", async () => {
    await window.openFile("api/task-definition.json");
    await label("ECS Task Definition").waitFor();
    await window.runCommand("ECS: New Task Definition…");
    const kinds = await window.pick("Web service on Fargate");
    assert.equal(kinds.length, 7);
    await window.answer("cart", "Name shared by all revisions");
    await window.answer("public.ecr.aws/nginx/nginx:1.29", "repository:tag");
    await window.answer("3000", "On which the container listens");
    await window.screenshot("authoring-1-size");
    await window.pick("0.5 vCPU, 1 GiB");
    await window.pick("With curl");
    await until("the new file", async () => /"family": "cart"/.test(await window.text()));
    assert.match(await window.text(), /"cpu": "512"/);
    await window.squiggles(0);
    await window.screenshot("authoring-2-new-file");
  });

  it("offers members, required ones first, and inserts them with what is usual", async () => {
    await window.openFile("api/task-definition.json");
    await goBefore(definition, " }\n  ]");
    await window.type(', "');
    const rows = window.page.locator(".suggest-widget.visible .monaco-list-row");
    await rows.first().waitFor();
    const offered = await rows.locator(".label-name").allInnerTexts();
    assert.deepEqual(offered.slice(0, 4), ["essential", "cpu", "memory", "memoryReservation"]);
    await window.screenshot("authoring-3-members");
    // What is inserted offers its own choice, so that the list does not close.
    await rows.filter({ hasText: "essential" }).first().click();
    await until("the member", async () =>
      /"image": "redis:7\.4", "essential": (true|false)/.test(await window.text()),
    );
    await window.keyboard.press("Escape");
    await window.runCommand("File: Revert File");
    await until("the file as it was", async () => !/"essential"/.test(await window.text()));
  });

  it("makes a task larger in one step: the cpu that is chosen brings the memory that goes with it", async () => {
    await window.openFile("api/task-definition.json");
    await goBefore(definition, '512",');
    await window.suggestions();
    const chosen = window.page.locator(".suggest-widget.visible .monaco-list-row.focused");
    await until("the size that needs more memory", async () => {
      if ((await chosen.innerText()).includes("1024")) return true;
      await window.keyboard.press("ArrowDown");
      return false;
    });
    await chosen.filter({ hasText: "1 vCPU; sets memory to 2048" }).waitFor();
    await window.screenshot("authoring-3-larger");
    await window.keyboard.press("Enter");
    await until("both members", async () => /"cpu": "1024"[\s\S]*"memory": "2048"/.test(await window.text()));
    await window.runCommand("File: Revert File");
    await until("the file as it was", async () =>
      /"cpu": "512"[\s\S]*"memory": "1024"/.test(await window.text()),
    );
  });

  it("explains sizes with their price, images and ARNs with their parts", async () => {
    const size = await window.hover("512");
    assert.match(size, /^512 CPU units: 0\.5 vCPU/);
    assert.match(size, /\$0\.0247 an hour, \$18\.02 a month\. List price of us-east-1/);
    await window.screenshot("authoring-4-price");
    const image = await window.hover("1.4.2");
    assert.match(image, /Repository\s+shop\/orders/);
    assert.match(image, /Region\s+eu-west-1 \(Ireland\)/);
    await window.screenshot("authoring-5-image");
    assert.match(await window.hover("ecsTaskExecutionRole"), /Account\s+123456789012/);
  });

  it("shows the names of containers in the outline and in the breadcrumbs", async () => {
    await window.goTo(11, 16);
    const crumbs = window.page.locator(".breadcrumbs-below-tabs");
    await crumbs.getByText("web", { exact: true }).waitFor();
    await window.page.locator(".pane-header", { hasText: "Outline" }).click();
    const outline = window.page.locator(".outline-pane .monaco-list-row");
    await outline.first().click();
    await window.keyboard.press("End");
    await outline.filter({ hasText: "redis:7.4" }).first().waitFor();
    await window.screenshot("authoring-6-outline");
    await window.page.locator(".pane-header", { hasText: "Outline" }).click();
  });

  it("goes from the container of a load balancer to the container, and back by its references", async () => {
    await window.openFile("api/ecs-service.json");
    await window.squiggles(0);
    await goBefore(service, 'web"');
    await window.pressUntil(
      "F12",
      window.page.locator('.tab.active[data-resource-name="task-definition.json"]'),
    );
    await label("Ln 11, Col").waitFor();
    await window.screenshot("authoring-7-definition");
    // The only other place is gone to, without a list.
    await window.pressUntil(
      "Shift+F12",
      window.page.locator('.tab.active[data-resource-name="ecs-service.json"]'),
    );
  });

  it("renames a container in both files", async () => {
    await window.openFile("api/task-definition.json");
    await goBefore(definition, 'web"');
    const box = window.page.locator(".rename-box input");
    await window.pressUntil("F2", box);
    await box.fill("front");
    await window.screenshot("authoring-8-rename");
    await window.keyboard.press("Enter");
    await until("the new name", async () => /"name": "front"/.test(await window.text()));
    await window.runCommand("File: Save All Files");
    await until("the service with the new name", async () =>
      /"containerName": "front"/.test(
        await readFile(join(started.workspace, "api/ecs-service.json"), "utf8"),
      ),
    );
  });

  it("opens the references of a family from its lens", async () => {
    await window.openFile("api/task-definition.json");
    await window.page.locator(".codelens-decoration a", { hasText: /1 service/ }).click();
    const peek = window.page.locator(".peekview-widget");
    await peek.waitFor();
    await window.screenshot("authoring-9-lens");
    await window.keyboard.press("Escape");
    await peek.waitFor({ state: "hidden" });
  });

  it("leaves hints out that are switched off", async () => {
    await until("the hints", async () => /0\.5 vCPU/.test(await window.text()));
    const settings = join(started.workspace, ".vscode/settings.json");
    const before = JSON.parse(await readFile(settings, "utf8").catch(() => "{}")) as object;
    await writeFile(
      settings,
      JSON.stringify({
        ...before,
        "taskwright.inlayHints.sizes": false,
        "taskwright.inlayHints.cost": false,
      }),
    );
    await until("no hints", async () => !/0\.5 vCPU|a month/.test(await window.text()));
    await writeFile(settings, JSON.stringify(before));
    await until("the hints again", async () => /0\.5 vCPU/.test(await window.text()));
  });

  it("knows what is in the account once there is a session: tags of a repository, whether a role exists", async () => {
    await window.openEcsView();
    await window.expand("demo · eu-west-1", "Clusters");
    await window.openFile("api/task-definition.json");
    await until("word of the role", async () =>
      /not found|exists|Trusted|in this account/i.test(await window.hover("ecsTaskExecutionRole")),
    );
    await window.screenshot("authoring-10-existence");
    await window.keyboard.press("Escape");
    await window.restMouse();
    await window.page.locator(".monaco-hover:not(.hidden)").first().waitFor({ state: "hidden" });
    await goBefore(definition, '",\n      "portMappings"');
    for (let count = 0; count < "1.4.2".length; count += 1) await window.keyboard.press("Backspace");
    await until("the tags", async () => {
      const offered = await window.suggestions();
      if (offered.some((each) => /1\.4\.3$/.test(each))) return true;
      await window.keyboard.press("Escape");
      return false;
    });
    await window.screenshot("authoring-11-tags");
    await window.keyboard.press("Escape");
  });
});
