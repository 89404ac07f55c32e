import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A program in the place of the Session Manager plugin. */
export interface FakePlugin {
  /** The folder to have on the PATH. */
  readonly folder: string;
  readonly path: string;
  /** The arguments of its last start. */
  arguments(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** @param script further lines of the shell script, after its arguments are written down */
export async function fakePlugin(script = ""): Promise<FakePlugin> {
  const folder = await mkdtemp(join(tmpdir(), "taskwright-plugin-"));
  const path = join(folder, "session-manager-plugin");
  const kept = join(folder, "arguments");
  await writeFile(
    path,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${kept}.new'\n/bin/mv '${kept}.new' '${kept}'\n${script}\n`,
  );
  await chmod(path, 0o755);
  return {
    folder,
    path,
    arguments: async () => (await readFile(kept, "utf8")).trimEnd().split("\n"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
