import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { until } from "../../support/until.ts";

/**
 * The process in which the extensions of a window run: the one that has started our language server.
 * @param extensions the folder into which the extension was installed
 */
export function extensionHost(extensions: string): Promise<number> {
  return until("the extension host", () => find(extensions));
}

/** Ends it as a crash does. */
export async function killExtensionHost(extensions: string): Promise<void> {
  process.kill(await extensionHost(extensions), "SIGKILL");
}

/** Sees to it that none is left of a window that was closed: VS Code lets it live on for a while. */
export async function endExtensionHost(extensions: string): Promise<void> {
  await until("the end of the extension host", async () => {
    const host = await find(extensions);
    if (host !== undefined) process.kill(host, "SIGKILL");
    return host === undefined;
  });
}

async function find(extensions: string): Promise<number | undefined> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-ww", "-o", "pid=,ppid=,args="]);
  const processes = stdout.split("\n").map((line) => line.trim());
  const server = processes.find((line) => line.includes(extensions) && line.includes("dist/server.js"));
  const parent = server?.split(/\s+/)[1];
  // A server whose host has ended has another parent, until it notices.
  const host = processes.find(
    (line) => line.startsWith(`${parent} `) && line.includes("--type=extensionHost"),
  );
  return host === undefined ? undefined : Number(parent);
}
