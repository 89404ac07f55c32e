// Runs a script of this folder on a checkout where nothing has been installed yet:
//   node scripts/bootstrap.mjs scripts/start.ts [arguments]
// Installs the packages when the lockfile changed since the last install, then hands over to the Node
// that is among them. This file itself runs on Node 20 and later and needs no package.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { setInterval } from "node:timers";

const stamp = resolve("node_modules/.taskwright-lockfile");
const lockfile = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");

function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, { stdio: "inherit", ...options });
  if (error) throw error;
  return signal ? 1 : (status ?? 1);
}

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lockfile) {
  console.log("Installing packages (npm ci) …");
  const status = run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status);
  writeFileSync(stamp, lockfile);
}

const PATH = resolve("node_modules/.bin") + delimiter + process.env.PATH;
const script = spawn("node", process.argv.slice(2), { stdio: "inherit", env: { ...process.env, PATH } });
// It has much to end, and we end after it.
for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"]) process.on(signal, () => script.kill(signal));
// npm's shell passes no signal on to us: it is gone, and we are not.
const parent = process.ppid;
setInterval(() => process.ppid === parent || script.kill("SIGTERM"), 500);
script.on("error", (error) => {
  throw error;
});
script.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
