import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { until } from "../../support/until.ts";

/**
 * The process in which the extensions of a window run: the one that has started our language server.
 * @param extensions the folder into which the extension was installed
 */
export async function extensionHost(extensions: string): Promise<number> {
  return until("the extension host", async () => {
    const { stdout } = await promisify(execFile)("ps", ["-A", "-ww", "-o", "pid=,ppid=,args="]);
    const server = stdout.split("\n").find((line) => line.includes(extensions) && line.includes("dist/server.js"));
    return server === undefined ? undefined : Number(server.trim().split(/\s+/)[1]);
  });
}

/** Ends it as a crash does. */
export async function killExtensionHost(extensions: string): Promise<void> {
  process.kill(await extensionHost(extensions), "SIGKILL");
}
