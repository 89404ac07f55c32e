import { installPackage, mayInstall } from "./debian.ts";
import { isExecutable, onPath } from "./executables.ts";
import type { Tell } from "./stopwatch.ts";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];
const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

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
  if (!mayInstall())
    throw new Error(
      "The tests drive Chromium, and none was found. Install Chromium or Chrome, or name one in TASKWRIGHT_CHROMIUM.",
    );
  await installPackage("chromium", tell);
  const installed = findChromium();
  if (!installed)
    throw new Error("Chromium was installed, but is not on the PATH. Name it in TASKWRIGHT_CHROMIUM.");
  return installed;
}
