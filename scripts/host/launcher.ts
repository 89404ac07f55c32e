#!/usr/bin/env node
// A stand-in for the executable of desktop VS Code in tests: takes the arguments that `runTests` of
// @vscode/test-electron passes, runs the suite in a VS Code in a headless browser, prints the console
// of the tests, and exits with their code.
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { parseArguments } from "./arguments.ts";
import { launchBrowser } from "./browser.ts";
import { browserServer } from "./browserServer.ts";
import { chromium } from "./chromium.ts";
import { program } from "./program.ts";
import { runTestPage } from "./testPage.ts";
import { pageAddress, startWorkbench } from "./workbench.ts";

const deadline = 10 * 60_000;

await program(async (cleanup) => {
  const args = parseArguments(process.argv.slice(2));
  const server = await browserServer(console.log);
  const executable = await chromium(console.log);
  const workbench = await startWorkbench({
    server,
    profile: { userData: args.userDataDir, extensions: args.extensionsDir },
    env: process.env,
    trusted: args.trusted,
    development: true,
  });
  await cleanup.add(() => workbench.stop());
  const browser = await launchBrowser(executable);
  await cleanup.add(() => browser.close());

  const logFile = join(args.userDataDir, "workbench.log");
  const log = createWriteStream(logFile);
  await cleanup.add(() => new Promise<void>((resolve) => log.end(resolve)));
  const address = pageAddress(workbench, {
    ...(args.workspace && { workspace: args.workspace }),
    development: args.extensionDevelopmentPath,
    tests: args.extensionTestsPath,
  });
  const code = await Promise.race([
    runTestPage(browser, address, { print: console.log, log: (text) => log.write(`${text}\n`) }, deadline),
    workbench.ended.then(() => {
      throw new Error("VS Code ended before the tests.");
    }),
  ]);
  if (code !== 0) console.log(`The workbench's own log is in ${logFile}.`);
  return code;
});
