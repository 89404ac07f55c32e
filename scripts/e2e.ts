// Runs the packaged, unpacked extension in a real VS Code: `npm run e2e`.
//   --host desktop|browser   which VS Code (the desktop one if it is installed)
//   --only suite|pages       through VS Code's API from within, or with mouse and keyboard from outside
//   --grep TEXT              only tests whose name contains it
//   --no-package             the .vsix that the last run has made
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { runTests } from "@vscode/test-electron";
import { demoEnvironment, startSimulator } from "./demo.ts";
import { bundleSuite } from "./e2e/bundleSuite.ts";
import { endChild, endingWithThis } from "./host/child.ts";
import type { Cleanup } from "./host/cleanup.ts";
import { findDesktop } from "./host/desktop.ts";
import { program } from "./host/program.ts";
import { run } from "./host/run.ts";
import { writeSettings } from "./host/settings.ts";
import { timed } from "./host/stopwatch.ts";
import { unpackZip } from "./zip.ts";

const { values } = parseArgs({
  options: {
    host: { type: "string" },
    only: { type: "string" },
    grep: { type: "string" },
    "no-package": { type: "boolean" },
  },
});
const vsix = resolve("out/taskwright.vsix");
const extension = resolve("out/extension");

await program(async (cleanup) => {
  const desktop = values.host === "browser" ? undefined : findDesktop();
  if (values.host === "desktop" && !desktop)
    throw new Error("No desktop VS Code was found. Name one in TASKWRIGHT_VSCODE.");

  if (!values["no-package"]) {
    await timed(console.log, "Packaging the extension", () =>
      run(process.execPath, ["scripts/package.ts", "--out", vsix]),
    );
  }
  await rm(extension, { recursive: true, force: true });
  await unpackZip(vsix, "extension", extension);

  const suite =
    values.only === "pages" || (await runSuite(cleanup, desktop ?? resolve("scripts/host/launcher.ts")));
  const pages = values.only === "suite" || values.host === "desktop" || (await runPages(cleanup));
  return suite && pages ? 0 : 1;
});

async function runSuite(cleanup: Cleanup, executable: string): Promise<boolean> {
  console.log(`The suite inside ${executable}`);
  const folder = await mkdtemp(join(tmpdir(), "taskwright-e2e-"));
  let failed = false;
  // Its logs stay for those who look for the reason.
  await cleanup.add(() => (failed ? undefined : rm(folder, { recursive: true, force: true })));
  const workspace = join(folder, "shop");
  await cp("samples", workspace, { recursive: true });
  const userData = join(folder, "user");
  await writeSettings(userData);
  const tests = await bundleSuite(resolve("out/e2e/suite"));
  const simulator = await startSimulator(folder, { clock: "fast:10", control: true });
  await cleanup.add(() => simulator.stop());

  // What runTests adds to the environment does not take away what is there.
  for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
  const extensionTestsEnv = {
    ...(await demoEnvironment(folder, simulator.endpoint)),
    // The launcher is run by the node on the PATH.
    PATH: dirname(process.execPath) + delimiter + (process.env["PATH"] ?? ""),
    ...(values.grep && { TASKWRIGHT_GREP: values.grep }),
  };
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      launchArgs: [
        workspace,
        `--user-data-dir=${userData}`,
        `--extensions-dir=${join(folder, "extensions")}`,
      ],
      extensionTestsEnv,
    });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    failed = true;
    return false;
  }
}

async function runPages(cleanup: Cleanup): Promise<boolean> {
  console.log("With mouse and keyboard");
  await rm("out/screenshots", { recursive: true, force: true });
  const mocha = resolve("node_modules/mocha/bin/mocha.js");
  const args = [
    "test/e2e/pages/**/*.test.ts",
    "--timeout",
    "180000",
    "--reporter",
    "test/support/specReporter.ts",
    ...(values.grep ? ["--grep", values.grep] : []),
  ];
  const child = spawn(process.execPath, [...endingWithThis(), mocha, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = once(child, "exit");
  await cleanup.add(() => endChild(child));
  const [code] = (await ended) as [number | null];
  return code === 0;
}
