import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { run } from "../host/run.ts";
import { timed, type Tell } from "../host/stopwatch.ts";
import { installExtension, type Profile } from "../host/workbench.ts";
import { fingerprint } from "./fingerprint.ts";

/** The extension that opens the first screen. */
export const tour = resolve("scripts/start/tour");

/**
 * Builds the extension and installs it, with the one that opens the first screen, in the VS Code for the
 * browser; only builds it without one. Does nothing if the sources are those of the last time.
 */
export async function prepareExtensions(
  scratch: string,
  profile: Profile,
  server: string | undefined,
  tell: Tell,
): Promise<void> {
  const stamp = join(scratch, server ? "installed" : "built");
  const wanted = await fingerprint();
  if ((await readFile(stamp, "utf8").catch(() => "")) === wanted) return;
  const vsix = join(scratch, "taskwright.vsix");
  await timed(tell, "Building the extension", () =>
    run(process.execPath, ["scripts/package.ts", "--out", vsix]),
  );
  if (server) {
    const tourVsix = join(scratch, "tour.vsix");
    const vsce = resolve("node_modules/@vscode/vsce/vsce");
    const options = ["--no-dependencies", "--allow-missing-repository", "--skip-license"];
    await run(process.execPath, [vsce, "package", "--out", tourVsix, ...options], { cwd: tour });
    for (const file of [vsix, tourVsix]) await installExtension(server, file, profile);
  }
  await writeFile(stamp, wanted);
}
