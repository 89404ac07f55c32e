import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";

const bootstrap = resolve("scripts/bootstrap.mjs");

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

describe("a checkout whose packages are not installed", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "install-test-"));
    const lockfile = { packages: { "": {}, "node_modules/thing": { version: "1.0.0" } } };
    await writeFile(join(folder, "package-lock.json"), JSON.stringify(lockfile));
    await writeFile(
      join(folder, "script.mjs"),
      `console.log("it runs", ...process.argv.slice(2)); process.exit(3);`,
    );
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Puts a program named npm on the PATH. */
  async function npm(script: string): Promise<void> {
    await mkdir(join(folder, "bin"), { recursive: true });
    await writeFile(join(folder, "bin/npm"), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, "bin/npm"), 0o755);
  }

  function start(...options: readonly string[]): Promise<Ended> {
    const PATH = [join(folder, "bin"), dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter);
    return new Promise((resolve) => {
      const args = [...options, bootstrap, "script.mjs", "--flag"];
      execFile(process.execPath, args, { cwd: folder, env: { PATH } }, (error, output, errors) =>
        resolve({ code: Number(error?.code ?? 0), output, errors }),
      );
    });
  }

  const installing = "Installing packages (npm ci) …\n";

  it("gets them by npm ci, and then the script runs with the Node among them", async () => {
    await npm(`
      [ "$1" = ci ] || exit 9
      mkdir -p node_modules/.bin
      ln -s '${process.execPath}' node_modules/.bin/node
      echo '{"packages":{"node_modules/thing":{"version":"1.0.0"}}}' > node_modules/.package-lock.json`);
    assert.deepEqual(await start(), { code: 3, output: `${installing}it runs --flag\n`, errors: "" });
    await npm("exit 9");
    assert.deepEqual(await start(), { code: 3, output: "it runs --flag\n", errors: "" });
  });

  it("gets them anew when the lockfile has changed, but does without those for other platforms", async () => {
    await mkdir(join(folder, "node_modules/.bin"), { recursive: true });
    await symlink(process.execPath, join(folder, "node_modules/.bin/node"));
    const note = (version: string) =>
      writeFile(
        join(folder, "node_modules/.package-lock.json"),
        JSON.stringify({ packages: { "node_modules/thing": { version } } }),
      );
    await npm("echo 'npm error nothing here' >&2; exit 1");
    await note("0.9.0");
    assert.equal((await start()).code, 1);
    await note("1.0.0");
    const packages = {
      "": {},
      "node_modules/thing": { version: "1.0.0" },
      "node_modules/thing-windows": { version: "1.0.0", optional: true },
    };
    await writeFile(join(folder, "package-lock.json"), JSON.stringify({ packages }));
    assert.equal((await start()).code, 3);
  });

  const complaints: readonly (readonly [string, string, string])[] = [
    [
      "there is no network",
      "npm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error     at ClientRequest.emit (node:events:524:28)",
      "The network cannot be reached (ENOTFOUND). Connect to it (behind a proxy: npm config set proxy http://…, and HTTPS_PROXY for the others), then run the same command again.",
    ],
    [
      "a proxy shows a certificate of its own",
      "npm error code SELF_SIGNED_CERT_IN_CHAIN\nnpm error request to https://registry.npmjs.org/x failed",
      "A certificate is not trusted (SELF_SIGNED_CERT_IN_CHAIN). Where a proxy opens connections, name its certificate in NODE_EXTRA_CA_CERTS, then run the same command again.",
    ],
    [
      "the disk is full",
      "npm error code ENOSPC\nnpm error syscall write\nnpm error errno -28\nnpm error nospc ENOSPC: no space left on device, write",
      "The disk is full (ENOSPC). Free about 2 GB, then run the same command again.",
    ],
    [
      "the home folder is read-only",
      "npm error code EROFS\nnpm error syscall mkdir\nnpm error path /home/me/.npm/_cacache\nnpm error     at async mkdir (node:internal/fs/promises:850:10)",
      "A folder cannot be written to (EROFS, /home/me/.npm/_cacache). Give yourself the rights to it, or name other folders for what is kept (XDG_CACHE_HOME=/tmp/cache npm_config_cache=/tmp/npm), then run the same command again.",
    ],
    [
      "the home folder is read-only and has no cache yet, which Node calls a missing folder",
      "npm error code ENOENT\nnpm error syscall mkdir\nnpm error path /home/me/.npm",
      "A folder cannot be written to (ENOENT, /home/me/.npm). Give yourself the rights to it, or name other folders for what is kept (XDG_CACHE_HOME=/tmp/cache npm_config_cache=/tmp/npm), then run the same command again.",
    ],
    [
      "something else is wrong",
      "npm error code EUSAGE\nnpm error     at validate (/x.js:1:1)\nnpm error The lockfile does not fit.",
      "npm says:\nnpm error code EUSAGE\nnpm error The lockfile does not fit.",
    ],
  ];
  for (const [what, complaint, words] of complaints) {
    it(`says what to do when ${what}, and shows no stack`, async () => {
      await npm(`cat >&2 <<'END'\n${complaint}\nEND\nexit 1`);
      assert.deepEqual(await start(), {
        code: 1,
        output: installing,
        errors: `The packages were not installed. ${words}\n`,
      });
    });
  }

  const failing = (name: string) =>
    `npm http fetch GET https://registry.example/${name} attempt 1 failed with EAI_AGAIN`;

  it("does not wait until npm has tried in vain to get each package three times", async () => {
    const lines = [
      "npm warn EBADENGINE Unsupported engine {",
      ...Array.from({ length: 10 }, (_, index) => failing(`p${index}`)),
    ];
    await npm(`cat >&2 <<'END'\n${lines.join("\n")}\nEND\nexec sleep 600`);
    assert.deepEqual(await start(), {
      code: 1,
      output: installing,
      errors:
        "The packages were not installed. The network cannot be reached (EAI_AGAIN). Connect to it (behind a proxy: npm config set proxy http://…, and HTTPS_PROXY for the others), then run the same command again.\n",
    });
  });

  it("does not wait until npm has unpacked each package again on a full disk", async () => {
    const line = "npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write";
    await npm(`echo '${line}' >&2; exec sleep 600`);
    assert.deepEqual(await start(), {
      code: 1,
      output: installing,
      errors:
        "The packages were not installed. The disk is full (ENOSPC). Free about 2 GB, then run the same command again.\n",
    });
  });

  it("waits for npm when some packages could be got", async () => {
    const lines = [
      "npm http fetch GET 200 https://registry.example/p 45ms (cache miss)",
      ...Array.from({ length: 20 }, (_, index) => failing(`p${index}`)),
      "npm error code E404",
    ];
    await npm(`cat >&2 <<'END'\n${lines.join("\n")}\nEND\nexit 1`);
    assert.deepEqual(await start(), {
      code: 1,
      output: installing,
      errors: "The packages were not installed. npm says:\nnpm error code E404\n",
    });
  });

  it("says what to do when npm runs no install scripts", async () => {
    await npm("mkdir node_modules; exit 0");
    assert.deepEqual(await start(), {
      code: 1,
      output: installing,
      errors:
        'The package "node" brought no program with it, probably as npm runs no install scripts here. Run "npm rebuild node --ignore-scripts=false", then the same command again.\n',
    });
  });

  it("says what to do when Node is too old", async () => {
    const old = `Object.defineProperty(process, "version", { value: "v18.20.4" }); Object.defineProperty(process, "versions", { value: { node: "18.20.4" } });`;
    assert.deepEqual(await start("--import", `data:text/javascript,${encodeURIComponent(old)}`), {
      code: 1,
      output: "",
      errors:
        "This needs Node.js 20 or later, and this is v18.20.4. Install a newer one from https://nodejs.org or with a version manager (nvm install 24), then run the same command again.\n",
    });
  });
});
