// Downloads a desktop VS Code and runs the e2e suite in it: `npm run e2e:desktop -- oldest|stable|1.101.0`. For CI, and for
// machines that reach VS Code's download server; `npm run e2e` takes what is installed.
import { readFile } from "node:fs/promises";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { program } from "./host/program.ts";
import { run } from "./host/run.ts";

await program(async () => {
  const [asked = "stable"] = process.argv.slice(2);
  const version = asked === "oldest" ? await oldestSupported() : asked;
  process.env["TASKWRIGHT_VSCODE"] = await downloadAndUnzipVSCode(version);
  await run(process.execPath, ["scripts/e2e.ts", "--host", "desktop", "--only", "suite"]);
  return 0;
});

/** The lowest version that the manifest allows: `^1.101.0` allows 1.101.0. */
async function oldestSupported(): Promise<string> {
  const { engines } = JSON.parse(await readFile("package.json", "utf8")) as { engines: { vscode: string } };
  return engines.vscode.replace(/^[^\d]*/, "");
}
