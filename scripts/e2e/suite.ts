import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { runTests } from "@vscode/test-electron";
import { demoEnvironment, startSimulator } from "../demo.ts";
import type { Cleanup } from "../host/cleanup.ts";
import { writeSettings } from "../host/settings.ts";
import { bundleSuite } from "./bundleSuite.ts";

export interface SuiteOptions {
  /** The program file of a desktop VS Code, or what stands in for it. */
  readonly executable: string;
  /** The folder of the unpacked extension. */
  readonly extension: string;
  readonly grep: string | undefined;
}

/** Runs the tests of `test/e2e/suite` inside a VS Code. True when all passed. */
export async function runSuite(
  cleanup: Cleanup,
  { executable, extension, grep }: SuiteOptions,
): Promise<boolean> {
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
    ...(grep !== undefined && { TASKWRIGHT_GREP: grep }),
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
