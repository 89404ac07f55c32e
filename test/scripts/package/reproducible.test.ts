import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { programs } from "../../../scripts/build/programs.ts";
import { writeVsix } from "../../../scripts/package/vsix.ts";

describe("The package", () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), "taskwright-package-"))));
  afterEach(() => rm(folder, { recursive: true }));

  it("has the same bytes whoever makes it, when and where", async () => {
    const made: Buffer[] = [];
    for (const [index, place] of [
      { TZ: "Pacific/Apia", LC_ALL: "sv_SE.UTF-8" },
      { TZ: "America/New_York", LC_ALL: "C" },
    ].entries()) {
      const now = new Date(Date.UTC(2026, index, 1));
      for (const file of ["README.md", "dist/extension.js"]) await utimes(file, now, now);
      const out = join(folder, `${index}.vsix`);
      await writeVsix(out, { ...process.env, ...place });
      made.push(await readFile(out));
    }
    assert.ok(made[0]!.equals(made[1]!), "The two packages differ.");
  }).timeout(180_000);

  it("has the same programs each time they are built", async () => {
    const builds = await Promise.all(
      ["a", "b"].map(async (name) => {
        for (const options of programs(false))
          await build({ ...options, outdir: join(folder, name, options.outdir ?? "") });
        const files = await readdir(join(folder, name), { recursive: true, withFileTypes: true });
        const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
        return new Map(
          await Promise.all(
            paths
              .sort()
              .map(async (path) => [path.slice(join(folder, name).length), await readFile(path)] as const),
          ),
        );
      }),
    );
    const [first, second] = builds;
    assert.deepEqual([...first!.keys()], [...second!.keys()]);
    assert.ok(first!.size > 10);
    for (const [path, content] of first!) assert.ok(content.equals(second!.get(path)!), `${path} differs.`);
  }).timeout(180_000);
});
