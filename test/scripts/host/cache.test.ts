import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cached, cacheRoot } from "../../../scripts/host/cache.ts";

describe("the cache of the machine", () => {
  let root: string;
  let made: number;

  const make = async (directory: string): Promise<void> => {
    made++;
    await mkdir(join(directory, "bin"));
    await writeFile(join(directory, "bin", "program"), "it");
    await writeFile(join(directory, "readme"), "text");
  };

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "cache-test-"));
    made = 0;
  });
  afterEach(() => rm(root, { recursive: true }));

  it("lies where the environment says, else in the home folder", () => {
    assert.equal(cacheRoot({ XDG_CACHE_HOME: "/var/cache/me" }), join("/var/cache/me", "taskwright"));
    assert.match(cacheRoot({}), /[\\/]\.cache[\\/]taskwright$/);
  });

  it("makes a thing once", async () => {
    assert.equal(await cached(root, "thing", make), join(root, "thing"));
    assert.equal(await cached(root, "thing", make), join(root, "thing"));
    assert.equal(made, 1);
    assert.equal(await readFile(join(root, "thing", "bin", "program"), "utf8"), "it");
    assert.deepEqual(await readdir(root), ["thing"]);
  });

  it("makes it again when a file of it is gone", async () => {
    const directory = await cached(root, "thing", make);
    await rm(join(directory, "bin", "program"));
    await cached(root, "thing", make);
    assert.equal(made, 2);
    assert.equal(await readFile(join(directory, "bin", "program"), "utf8"), "it");
  });

  it("replaces a folder that was never finished", async () => {
    await mkdir(join(root, "thing"));
    await writeFile(join(root, "thing", "half"), "");
    await cached(root, "thing", make);
    assert.deepEqual((await readdir(join(root, "thing"))).sort(), [".complete", "bin", "readme"]);
  });

  it("leaves nothing behind when making fails, and tries again the next time", async () => {
    await assert.rejects(
      cached(root, "thing", async () => Promise.reject(new Error("no disk"))),
      { message: "no disk" },
    );
    assert.deepEqual(await readdir(root), []);
    await cached(root, "thing", make);
    assert.equal(made, 1);
  });

  it("is shared by two that make the same thing at once", async () => {
    const directories = await Promise.all([cached(root, "thing", make), cached(root, "thing", make)]);
    assert.deepEqual(directories, [join(root, "thing"), join(root, "thing")]);
    assert.deepEqual(await readdir(root), ["thing"]);
  });

  it("removes what a killed process left half made, and leaves alone what is being made", async () => {
    // No process has this number: it is above the largest that Linux gives.
    await mkdir(join(root, "building-99999999-abc"));
    await mkdir(join(root, `building-${process.pid}-abc`));
    await cached(root, "thing", make);
    assert.deepEqual((await readdir(root)).sort(), [`building-${process.pid}-abc`, "thing"]);
  });
});
