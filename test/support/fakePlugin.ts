import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A program in the place of the Session Manager plugin, or of another. */
export interface FakePlugin {
  /** The folder to have on the PATH. */
  readonly folder: string;
  readonly path: string;
  /** The arguments of its last start. */
  arguments(): Promise<readonly string[]>;
  /** The session that its environment had at its last start; empty if none. */
  session(): Promise<string>;
  remove(): Promise<void>;
}

/**
 * @param script further lines of the shell script, after its arguments are written down
 * @param version what it says when it is asked for its version
 * @param name of the program
 */
export async function fakePlugin(
  script = "",
  version = "1.2.707.0",
  name = "session-manager-plugin",
): Promise<FakePlugin> {
  const folder = await mkdtemp(join(tmpdir(), "taskwright-plugin-"));
  const path = join(folder, name);
  const kept = join(folder, "arguments");
  const session = join(folder, "session");
  await writeFile(
    path,
    `#!/bin/sh\n[ "$1" != --version ] || { echo '${version}'; exit; }\nprintf '%s\\n' "$@" > '${kept}.new'\nprintf '%s' "$AWS_SSM_START_SESSION_RESPONSE" > '${session}'\n/bin/mv '${kept}.new' '${kept}'\n${script}\n`,
  );
  await chmod(path, 0o755);
  return {
    folder,
    path,
    arguments: async () => (await readFile(kept, "utf8")).trimEnd().split("\n"),
    session: () => readFile(session, "utf8"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
