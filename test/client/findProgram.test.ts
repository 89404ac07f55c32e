import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, relative } from "node:path";
import { findProgram } from "../../client/src/commands/findProgram.ts";

const program = { names: ["tool.exe", "tool"], folders: [] };

describe("A program on PATH", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "taskwright-programs-"));
    await writeFile(join(folder, "tool"), "#!/bin/sh\n");
    await chmod(join(folder, "tool"), 0o755);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("is found in its absolute entries", async () => {
    assert.equal(
      await findProgram(program, { PATH: ["/nowhere", folder].join(delimiter) }),
      join(folder, "tool"),
    );
    assert.equal(await findProgram({ ...program, folders: [folder] }, {}), join(folder, "tool"));
  });

  it("is not found in relative ones, which lead into a workspace", async () => {
    const here = relative(process.cwd(), folder);
    const before = process.cwd();
    process.chdir(folder);
    try {
      for (const PATH of [".", "", `.${delimiter}`, "./", "../" + folder.split("/").at(-1)!])
        assert.equal(await findProgram(program, { PATH }), undefined, JSON.stringify(PATH));
    } finally {
      process.chdir(before);
    }
    assert.equal(await findProgram(program, { PATH: here }), undefined);
  });

  it("is not found where it may not be run", async () => {
    await chmod(join(folder, "tool"), 0o644);
    assert.equal(await findProgram(program, { PATH: folder }), undefined);
  });
});
