// Runs the packaged, unpacked extension in a real VS Code: `npm run e2e`.
//   --host desktop|browser   which VS Code (the desktop one if it is installed)
//   --only suite|pages       through VS Code's API from within, or with mouse and keyboard from outside
//   --grep TEXT              only tests whose name contains it
//   --at-once N              how many files of pages run at once, each with windows of its own (2)
//   --no-package             the .vsix that the last run has made
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { runPages } from "./e2e/pages.ts";
import { runSuite } from "./e2e/suite.ts";
import { findDesktop } from "./host/desktop.ts";
import { countOf, oneOf, readOptions } from "./host/options.ts";
import { program } from "./host/program.ts";
import { run } from "./host/run.ts";
import { timed } from "./host/stopwatch.ts";
import { unpackZip } from "./zip.ts";

const values = readOptions({
  host: { type: "string" },
  only: { type: "string" },
  grep: { type: "string" },
  "at-once": { type: "string", default: "2" },
  "no-package": { type: "boolean" },
});
const { grep } = values;
const host = oneOf("host", values.host, ["desktop", "browser"]);
const only = oneOf("only", values.only, ["suite", "pages"]);
const atOnce = countOf("at-once", values["at-once"]);
const vsix = resolve("out/taskwright.vsix");
const extension = resolve("out/extension");

await program(async (cleanup) => {
  const desktop = host === "browser" ? undefined : findDesktop();
  if (host === "desktop" && !desktop)
    throw new Error("No desktop VS Code was found. Name one in TASKWRIGHT_VSCODE.");

  if (!values["no-package"]) {
    await timed(console.log, "Packaging the extension", () =>
      run(process.execPath, ["scripts/package.ts", "--out", vsix]),
    );
  }
  await rm(extension, { recursive: true, force: true });
  await unpackZip(vsix, "extension", extension);

  const executable = desktop ?? resolve("scripts/host/launcher.ts");
  const suite = only === "pages" || (await runSuite(cleanup, { executable, extension, grep }));
  const pages = only === "suite" || host === "desktop" || (await runPages(cleanup, { grep, atOnce }));
  return suite && pages ? 0 : 1;
});
