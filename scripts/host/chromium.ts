import { existsSync } from "node:fs";
import { isExecutable, onPath } from "./executables.ts";
import { run } from "./run.ts";
import { timed, type Tell } from "./stopwatch.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Another installation may be going on: wait for it, in seconds. */
const patient = ["-o", "DPkg::Lock::Timeout=300"];

/** Chromium or a browser made from it: `TASKWRIGHT_CHROMIUM`, or else the first found on this machine. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const wanted = env["TASKWRIGHT_CHROMIUM"];
  if (!wanted) return onPath(names, env["PATH"]) ?? usualPlaces.find(isExecutable);
  if (!isExecutable(wanted)) throw new Error(`TASKWRIGHT_CHROMIUM names ${wanted}, which cannot be run.`);
  return wanted;
}

/**
 * Chromium, installed from Debian's packages when there is none and we may.
 * @throws Error that says what to install, when we may not.
 */
export async function chromium(tell: Tell): Promise<string> {
  const found = findChromium();
  if (found) return found;
  if (!maySetUp()) throw new Error("The tests drive Chromium, and none was found. Install Chromium or Chrome, or name one in TASKWRIGHT_CHROMIUM.");
  await timed(tell, "Installing Chromium from Debian's packages (apt-get install chromium)", async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", [...patient, "update"], { env });
    await run("apt-get", [...patient, "install", "-y", "--no-install-recommends", "chromium"], { env });
  });
  const installed = findChromium();
  if (!installed) throw new Error("Chromium was installed, but is not on the PATH. Name it in TASKWRIGHT_CHROMIUM.");
  return installed;
}

function maySetUp(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && onPath(["apt-get"]) !== undefined;
}
