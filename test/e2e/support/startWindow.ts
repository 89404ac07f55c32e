import { cp, glob, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Test } from "mocha";
import { demoEnvironment, startSimulator, type RunningSimulator } from "../../../scripts/demo.ts";
import { launchBrowser } from "../../../scripts/host/browser.ts";
import { browserServer } from "../../../scripts/host/browserServer.ts";
import { chromium } from "../../../scripts/host/chromium.ts";
import { Cleanup } from "../../../scripts/host/cleanup.ts";
import { writeSettings } from "../../../scripts/host/settings.ts";
import { installExtension, pageAddress, startWorkbench } from "../../../scripts/host/workbench.ts";
import type { Scenario } from "../../../simulator/src/scenario/scenario.ts";
import { patience } from "../../support/until.ts";
import { EditorWindow } from "./editorWindow.ts";

export interface WindowOptions {
  /** More settings of the user. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files of the workspace besides the samples, or instead of them: path and text. */
  readonly files?: Readonly<Record<string, string>>;
  /** `real`, or `fast:N`: simulated time runs N times as quick. */
  readonly clock?: string;
  /** The simulated account to begin with, by name or whole; `demo` by default. */
  readonly scenario?: string | Scenario;
  /** What replaces the environment with the profile `demo`. */
  readonly environment?: (folder: string, simulator: RunningSimulator) => Promise<NodeJS.ProcessEnv>;
  /** Where the inspector of the extension host listens once it is opened. */
  readonly inspectorPort?: number;
  /** Whether the workspace is trusted. */
  readonly trusted?: boolean;
}

/** A running VS Code with the packaged extension, the sample workspace and a simulated account of its own. */
export interface StartedWindow {
  readonly window: EditorWindow;
  readonly simulator: RunningSimulator;
  readonly workspace: string;
  /** The folder into which the extension was installed. */
  readonly extensions: string;
  /**
   * When the test failed, takes a picture, prints what the extension logged last, and closes what it left
   * open.
   */
  afterTest(test: Test | undefined): Promise<void>;
  close(): Promise<void>;
}

/** Starts everything that a test with mouse and keyboard needs; ends what it started when it fails. */
export async function startWindow(options: WindowOptions = {}): Promise<StartedWindow> {
  const cleanup = new Cleanup();
  // Mocha ends at once without its hooks, and would leave everything running.
  const end = (): void => void cleanup.run().then(() => process.exit(143));
  process.on("SIGTERM", end);
  await cleanup.add(() => void process.off("SIGTERM", end));
  try {
    return await start(options, cleanup);
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

async function start(options: WindowOptions, cleanup: Cleanup): Promise<StartedWindow> {
  const {
    settings,
    files = {},
    clock = "fast:10",
    scenario = "demo",
    environment = (folder, { endpoint }) => demoEnvironment(folder, endpoint),
    trusted = true,
    inspectorPort,
  } = options;
  const folder = await mkdtemp(join(tmpdir(), "taskwright-page-"));
  await cleanup.add(() => rm(folder, { recursive: true, force: true }));
  const workspace = join(folder, "shop");
  await cp("samples", workspace, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  }

  const simulator = await startSimulator(folder, {
    clock,
    control: true,
    scenario: await nameOf(scenario, folder),
  });
  await cleanup.add(() => simulator.stop());
  const profile = { userData: join(folder, "user"), extensions: join(folder, "extensions") };
  // In the browser, VS Code saves what is typed after a second, and on a busy machine before a test takes it
  // back.
  await writeSettings(profile.userData, { "files.autoSave": "off", ...settings });
  const server = await browserServer(console.log);
  const installed = process.env["TASKWRIGHT_EXTENSIONS"];
  if (installed) await cp(installed, profile.extensions, { recursive: true });
  else await installExtension(server, resolve("out/taskwright.vsix"), profile);
  const env = await environment(folder, simulator);
  const workbench = await startWorkbench({
    server,
    profile,
    env,
    trusted,
    ...(inspectorPort !== undefined && { inspectorPort }),
  });
  await cleanup.add(() => workbench.stop());

  const browser = await launchBrowser(await chromium(console.log));
  await cleanup.add(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(patience);
  await page.goto(pageAddress(workbench, { workspace }));
  await page.locator(".monaco-workbench .explorer-folders-view .monaco-list-row").first().waitFor();
  const window = new EditorWindow(page);
  return {
    window,
    simulator,
    workspace,
    extensions: profile.extensions,
    async afterTest(test) {
      if (test?.state !== "failed") return;
      await window.screenshot(`failed-${test.title.replaceAll(/\W+/g, "-")}`);
      console.log(await lastLogged(profile.userData));
      await window.dismiss();
    },
    close: () => cleanup.run(),
  };
}

/** The last lines of the output channel of the extension. */
async function lastLogged(userData: string): Promise<string> {
  const lines: string[] = [];
  for await (const file of glob("**/logs/**/ECS.log", { cwd: userData }))
    lines.push(...(await readFile(join(userData, file), "utf8")).trimEnd().split("\n"));
  return lines.slice(-30).join("\n");
}

/** A scenario as the simulator takes it on its command line. */
async function nameOf(scenario: string | Scenario, folder: string): Promise<string> {
  if (typeof scenario === "string") return scenario;
  const file = join(folder, "scenario.json");
  await writeFile(file, JSON.stringify(scenario));
  return file;
}
