import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { troubleIn } from "./trouble.mjs";

/**
 * Installs the packages that are not there as the lockfile has them.
 * @param {(child: import("node:child_process").ChildProcess) => void} started gets each process that it starts
 * @returns {Promise<string | undefined>} what went wrong and what to do, or undefined
 */
export async function install(started) {
  if (!isInstalled()) {
    console.log("Installing packages (npm ci) …");
    const problem = await npmCi(started);
    if (problem) return problem;
  }
  if (existsSync("node_modules/.bin/node")) return undefined;
  return 'The package "node" brought no program with it, probably as npm runs no install scripts here. Run "npm rebuild node --ignore-scripts=false", then the same command again.';
}

/** Whether npm's note of what it has installed agrees with the lockfile. It is written last. */
function isInstalled() {
  if (!existsSync("node_modules/.package-lock.json")) return false;
  const installed = packagesIn("node_modules/.package-lock.json");
  return Object.entries(packagesIn("package-lock.json")).every(([place, { version, optional }]) => {
    if (place === "") return true;
    // Those for other platforms are left out.
    const there = installed[place];
    return there ? there.version === version : optional === true;
  });
}

function packagesIn(lockfile) {
  return JSON.parse(readFileSync(lockfile, "utf8")).packages;
}

async function npmCi(started) {
  const child = spawn("npm", ["ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=http"], {
    stdio: ["ignore", "inherit", "pipe"],
    shell: process.platform === "win32",
  });
  started(child);
  let complaint = "";
  const progress = new Progress();
  createInterface(child.stderr).on("line", (line) => {
    if (progress.isInVain(line)) child.kill();
    else if (!/^npm (?:http|warn|notice) /.test(line)) complaint += `${line}\n`;
  });
  try {
    const [code] = await once(child, "close");
    if (code === 0) return undefined;
    complaint = progress.complaint || complaint;
    return `The packages were not installed. ${troubleIn(complaint) ?? `npm says:\n${withoutStack(complaint)}`}`;
  } catch (error) {
    return `npm cannot be run (${error.code}). It comes with Node.js: install both from https://nodejs.org.`;
  }
}

/** How many attempts to reach the registry may fail before the first that does not. */
const patience = 10;

/**
 * What npm tells while it works. Without a network it asks for each of some hundred packages three times, and on a full
 * disk it unpacks each again, both for many minutes.
 */
class Progress {
  /** Why it is of no use to wait for the rest. */
  complaint = "";
  #failed = 0;
  #reached = false;

  /** Whether the packages cannot be had, after this line too. */
  isInVain(line) {
    if (/^npm http fetch \S+ \d+ /.test(line)) this.#reached = true;
    const failed = / failed with (?:EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH)\b/.test(line);
    if (failed && !this.#reached) this.#failed += 1;
    const isFull = /^npm warn tar TAR_ENTRY_ERROR (?:ENOSPC|EDQUOT)\b/.test(line);
    if (isFull || this.#failed >= patience) this.complaint ||= line;
    return this.complaint !== "";
  }
}

function withoutStack(complaint) {
  const lines = complaint.split("\n").filter((line) => line.trim() && !/^npm error\s+at /.test(line));
  return lines.join("\n");
}
