import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A window that shows the workspace and nothing else, and calls nobody. */
const quiet = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.openRepositoryInParentFolders": "never",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "update.showReleaseNotes": false,
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
};

/** Writes the user's settings of a VS Code that has none yet: those above, and more. */
export async function writeSettings(
  userData: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const folder = join(userData, "User");
  await mkdir(folder, { recursive: true });
  const text = JSON.stringify({ ...quiet, ...more }, undefined, 2) + "\n";
  await writeFile(join(folder, "settings.json"), text, { flag: "wx" }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    },
  );
}
