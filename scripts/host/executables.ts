import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The first of these programs that is on the PATH, as an absolute path. */
export function onPath(names: readonly string[], path = process.env["PATH"] ?? ""): string | undefined {
  const extensions = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  const directories = path.split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) =>
    directories.flatMap((directory) => extensions.map((extension) => join(directory, name + extension))),
  );
  return candidates.find(isExecutable);
}

/** Whether the file is there and may be run. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
