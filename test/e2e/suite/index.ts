import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type Mocha from "mocha";
import { writeCountsAtEnd } from "../../support/counts.ts";

/** Runs the suite inside VS Code's extension host, which calls it. Rejects when a test failed or none ran. */
export async function run(): Promise<void> {
  // Not every VS Code can load an ES module in another way.
  const { default: Suite } = await import("mocha");
  const grep = process.env["TASKWRIGHT_GREP"];
  const mocha = new Suite({ timeout: 600_000, reporter: "spec", forbidOnly: true, ...(grep && { grep }) });
  const files = await readdir(__dirname);
  for (const file of files.filter((name) => name.endsWith(".test.js")).sort())
    mocha.addFile(join(__dirname, file));
  await mocha.loadFilesAsync();
  const { failures, stats } = await new Promise<Mocha.Runner>((resolve) => {
    const runner = mocha.run(() => resolve(runner));
    writeCountsAtEnd(runner);
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
  if (!stats?.passes) throw new Error("No test ran.");
}
