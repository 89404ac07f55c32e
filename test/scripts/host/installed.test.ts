import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findChromium } from "../../../scripts/host/chromium.ts";
import { findDesktop } from "../../../scripts/host/desktop.ts";

describe("what is installed", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "installed-test-")));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function program(path: string): Promise<string> {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, "#!/bin/sh\n");
    await chmod(file, 0o755);
    return file;
  }

  it("is Chromium by one of its names on the PATH, the first name first", async () => {
    await program("a/google-chrome");
    const chromium = await program("b/chromium");
    const PATH = `${join(folder, "a")}:${join(folder, "b")}`;
    assert.equal(findChromium({ PATH }), chromium);
  });

  it("is the Chromium that the user names, or an error when it is none", async () => {
    const mine = await program("my browser");
    assert.equal(findChromium({ TASKWRIGHT_CHROMIUM: mine, PATH: "" }), mine);
    const none = join(folder, "none");
    assert.throws(() => findChromium({ TASKWRIGHT_CHROMIUM: none }), {
      message: `TASKWRIGHT_CHROMIUM names ${none}, which cannot be run.`,
    });
  });

  it("is the desktop VS Code behind the command line tool, also through a link", async () => {
    const tool = await program("share/code/bin/code");
    const desktop = await program("share/code/code");
    await mkdir(join(folder, "bin"));
    await symlink(tool, join(folder, "bin", "code"));
    assert.equal(findDesktop({ PATH: join(folder, "bin"), DISPLAY: ":0" }), desktop);
    assert.equal(findDesktop({ TASKWRIGHT_VSCODE: tool }), desktop);
    assert.equal(findDesktop({ TASKWRIGHT_VSCODE: desktop }), desktop);
  });

  it("is no desktop VS Code where `code` is that of a remote terminal", async () => {
    await program("server/bin/remote-cli/code");
    assert.equal(findDesktop({ PATH: join(folder, "server/bin/remote-cli"), DISPLAY: ":0" }), undefined);
  });

  it("is no desktop VS Code where there is no display", async function () {
    if (process.platform !== "linux") {
      process.stdout.write("      (skipped: only Linux has desktops without a display)\n");
      return this.skip();
    }
    await program("share/code/bin/code");
    await program("share/code/code");
    assert.equal(findDesktop({ PATH: join(folder, "share/code/bin") }), undefined);
  });
});
