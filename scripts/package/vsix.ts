import { resolve } from "node:path";
import { run } from "../host/run.ts";

/** 1980-01-01, before which no ZIP archive can date its files; in seconds since 1970. */
const earliest = "315532800";

const vsce = "node_modules/@vscode/vsce/vsce";
const options = ["--no-dependencies", "--allow-missing-repository"];

/**
 * Writes the .vsix of what is in dist/. The same files make the same bytes, whoever makes them: the time is
 * that of the commit instead of that of the files, in one zone, and files are sorted in one way.
 * https://reproducible-builds.org/docs/source-date-epoch/
 */
export async function writeVsix(file: string, environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  const time = environment["SOURCE_DATE_EPOCH"] ?? (await commitTime());
  await run(process.execPath, [resolve(vsce), "package", "--out", file, ...options], {
    env: { ...environment, SOURCE_DATE_EPOCH: time, TZ: "UTC", LC_ALL: "C" },
  });
}

/** Of the sources as they were downloaded, without their history, nobody knows the time. */
async function commitTime(): Promise<string> {
  const time = await run("git", ["log", "-1", "--format=%ct"]).catch(() => earliest);
  return time.trim();
}
