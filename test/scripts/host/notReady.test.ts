import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { troubleIn } from "../../../scripts/bootstrap/trouble.mjs";
import { portIfFree } from "../../../scripts/host/freePort.ts";

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

describe("a machine that is not ready", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "not-ready-"));
    await mkdir(join(folder, "bin"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Puts programs on a PATH on which there is nothing else. */
  async function programs(scripts: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, script] of Object.entries(scripts)) {
      await writeFile(join(folder, "bin", name), `#!/bin/sh\n${script}\n`);
      await chmod(join(folder, "bin", name), 0o755);
    }
  }

  /** Runs one of our scripts where nothing but these programs is on the PATH, and nothing in the cache. */
  function run(script: string, more: NodeJS.ProcessEnv = {}): Promise<Ended> {
    const env = { PATH: join(folder, "bin"), HOME: folder, XDG_CACHE_HOME: join(folder, "cache"), ...more };
    return new Promise((resolve) => {
      execFile(process.execPath, [script], { env }, (error, output, errors) =>
        resolve({ code: Number(error?.code ?? 0), output, errors }),
      );
    });
  }

  const preparing = "Preparing VS Code for the browser (code-server 4.139.1, once per machine) …\n";

  /** A script that asks for one of the things that tests need. */
  async function asking(module: string, call: string): Promise<string> {
    const path = join(folder, "asking.ts");
    const host = (name: string): string => JSON.stringify(resolve("scripts/host", name));
    await writeFile(
      path,
      `import { program } from ${host("program.ts")};
       import * as asked from ${host(module)};
       await program(async () => { await asked.${call}(console.log); return 0; });`,
    );
    return path;
  }

  it("without a network is told so when VS Code is loaded", async () => {
    await programs({ npm: "echo 'npm error code ECONNREFUSED' >&2; exit 1" });
    assert.deepEqual(await run("scripts/host/prepare.ts"), {
      code: 1,
      output: preparing,
      errors:
        "npm pack code-server@4.139.1 ended with 1.\nThe network cannot be reached (ECONNREFUSED). Connect to it (behind a proxy: npm config set proxy http://…, and HTTPS_PROXY for the others), then run the same command again.\n",
    });
  });

  it("with a full disk is told so", async () => {
    await programs({ npm: "echo 'tar: vscode: Cannot write: No space left on device' >&2; exit 2" });
    assert.deepEqual(await run("scripts/host/prepare.ts"), {
      code: 1,
      output: preparing,
      errors:
        "npm pack code-server@4.139.1 ended with 2.\nThe disk is full (No space left on device). Free about 2 GB, then run the same command again.\n",
    });
  });

  it("with a cache folder that cannot be written to is told which, and what to do", async () => {
    const { code, output, errors } = await run("scripts/host/prepare.ts", { XDG_CACHE_HOME: "/dev/null" });
    assert.deepEqual([code, output], [1, ""]);
    assert.match(
      errors,
      /^ENOTDIR: .*\nA folder cannot be written to \(ENOTDIR, \/dev\/null\/taskwright\)\. Give yourself the rights to it, or name other folders for what is kept \(XDG_CACHE_HOME=\/tmp\/cache npm_config_cache=\/tmp\/npm\), then run the same command again\.\n$/,
    );
  });

  it("with a home that is read-only is told that of a folder which Node calls missing", () => {
    assert.equal(
      troubleIn("ENOENT: no such file or directory, mkdir '/home/me/.cache'"),
      "A folder cannot be written to (ENOENT, /home/me/.cache). Give yourself the rights to it, or name other folders for what is kept (XDG_CACHE_HOME=/tmp/cache npm_config_cache=/tmp/npm), then run the same command again.",
    );
    assert.equal(troubleIn("ENOENT: no such file or directory, open '/home/me/package.json'"), undefined);
  });

  it("without Chromium, where none may be installed, is told so", async () => {
    assert.deepEqual(await run(await asking("chromium.ts", "chromium")), {
      code: 1,
      output: "",
      errors:
        "The tests drive Chromium, and none was found. Install Chromium or Chrome, or name one in TASKWRIGHT_CHROMIUM.\n",
    });
  });

  it("without a compiler, where none may be installed, is told so", async () => {
    await programs({ python3: "", make: "" });
    assert.deepEqual(await run(await asking("compiler.ts", "needCompiler")), {
      code: 1,
      output: "",
      errors:
        "Parts of VS Code for the browser are compiled here, once, and g++ cannot be found. Install what is missing (Debian and Ubuntu: sudo apt-get install g++; macOS: xcode-select --install), then run the same command again.\n",
    });
    await programs({ "c++": "" });
    assert.equal((await run(await asking("compiler.ts", "needCompiler"))).code, 0);
  });

  it("without Python goes without the programs that are written in it", async () => {
    assert.deepEqual(await run("scripts/python/prepare.ts"), {
      code: 0,
      output:
        "Skipped: the tests with the AWS CLI, moto and MiniStack. There is no Python on the PATH. With Python 3 and pip, they run.\n",
      errors: "",
    });
  });

  it("with Python and no network goes without them as well", async () => {
    await programs({
      python3: `case "$2" in pip) echo 'Failed to establish a new connection: [Errno 111] Connection refused' >&2; exit 1;; *) echo 3.11;; esac`,
    });
    const { code, output } = await run("scripts/python/prepare.ts");
    assert.equal(code, 0);
    assert.match(output, /They cannot be installed\. The network cannot be reached \(Failed to establish/);
  });

  it("without Neovim goes without its test", async () => {
    assert.deepEqual(await run("scripts/test/neovim.ts"), {
      code: 0,
      output: "There is no Neovim, and it may not be installed: its test is skipped.\n",
      errors: "",
    });
  });

  it("on which the usual port is taken gets another", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    assert.equal(await portIfFree(port), 0);
    server.close();
    await once(server, "close");
    assert.equal(await portIfFree(port), port);
  });
});
