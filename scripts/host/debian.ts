import { existsSync } from "node:fs";
import { onPath } from "./executables.ts";
import { run } from "./run.ts";
import { timed, type Tell } from "./stopwatch.ts";

/** Another installation may be going on: wait for it, in seconds. */
const patient = ["-o", "DPkg::Lock::Timeout=300"];

/** Whether packages may be installed here: root may, on Debian and what is made from it. */
export function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && onPath(["apt-get"]) !== undefined;
}

/** Installs one of Debian's packages. Throws when that fails. */
export async function installPackage(name: string, tell: Tell): Promise<void> {
  await timed(tell, `Installing ${name} from Debian's packages (apt-get install ${name})`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", [...patient, "update"], { env });
    await run("apt-get", [...patient, "install", "-y", "--no-install-recommends", name], { env });
  });
}
