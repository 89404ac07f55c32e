import { access, constants } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";

/** A program that AWS offers for this machine. */
export interface Program {
  /** What it is called on this machine, the likeliest first. */
  readonly names: readonly string[];
  /** Where its installers put it. */
  readonly folders: readonly string[];
}

const isWindows = process.platform === "win32";

/**
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-install-plugin.html
 */
export const sessionManagerPlugin: Program = {
  names: [isWindows ? "session-manager-plugin.exe" : "session-manager-plugin"],
  folders: [
    "/usr/local/sessionmanagerplugin/bin",
    "/usr/local/bin",
    "/opt/homebrew/bin",
    "C:\\Program Files\\Amazon\\SessionManagerPlugin\\bin",
  ],
};

/** https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html */
export const awsCli: Program = {
  names: isWindows ? ["aws.exe", "aws.cmd"] : ["aws"],
  folders: ["/usr/local/bin", "/opt/homebrew/bin", "C:\\Program Files\\Amazon\\AWSCLIV2"],
};

/**
 * The path of a program, on PATH or where its installers put it; undefined when it is not installed. Relative
 * entries of PATH do not count: they would run what lies in the workspace.
 */
export async function findProgram(
  { names, folders }: Program,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const onPath = (environment["PATH"] ?? environment["Path"] ?? "").split(delimiter);
  for (const folder of [...onPath, ...folders].filter((each) => isAbsolute(each)))
    for (const name of names) {
      const path = join(folder, name);
      const isThere = await access(path, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (isThere) return path;
    }
  return undefined;
}
