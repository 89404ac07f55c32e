import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { clearInterval, setInterval } from "node:timers";

/** Milliseconds between two looks. */
const period = 500;

/** Calls back once when the process that started this one is gone, or npm behind its shell. */
export function watchParents(then) {
  const parent = process.ppid;
  const npm = npmBehind(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || isRunning(npm))) return;
    clearInterval(timer);
    then();
  }, period);
  timer.unref();
}

/** The process of npm, when it started us by a shell that waits for us. */
function npmBehind(parent) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === "win32") return undefined;
  const [pid, name] = startedBy(parent) ?? [];
  return name?.endsWith("sh") ? Number(pid) : undefined;
}

/** The id of the process that started another one, and the other one's name. */
function startedBy(pid) {
  try {
    // `12 (sh) S 11 …`; a name may have spaces and parentheses in it.
    const [, name, started] = /\((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8"));
    return [started, name];
  } catch {
    const { stdout } = spawnSync("ps", ["-o", "ppid=,comm=", "-p", String(pid)], { encoding: "utf8" });
    return stdout?.trim().split(/\s+/);
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
