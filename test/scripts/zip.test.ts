import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { readZip, unpackZip } from "../../scripts/zip.ts";

/** A ZIP archive, written by the book: local headers, directory, end of directory. */
function zip(files: Readonly<Record<string, string>>, compress: boolean): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = compress ? deflateRawSync(text) : Buffer.from(text);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(compress ? 8 : 0, 4);
    facts.writeUInt32LE(crc32(text), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(Buffer.byteLength(text), 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), facts, rest, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

describe("a ZIP archive", () => {
  const files = {
    "about.xml": "<a/>",
    "extension/package.json": "{}",
    "extension/dist/größe.js": "x".repeat(5000),
  };
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "zip-test-"));
  });
  afterEach(() => rm(directory, { recursive: true }));

  for (const compress of [true, false]) {
    it(`is read when its files are ${compress ? "compressed" : "stored"}`, async () => {
      await writeFile(join(directory, "a.zip"), zip(files, compress));
      const read = await readZip(join(directory, "a.zip"));
      assert.deepEqual(Object.fromEntries([...read].map(([name, data]) => [name, data.toString()])), files);
    });
  }

  it("is unpacked from one of its folders", async () => {
    await writeFile(join(directory, "a.zip"), zip(files, true));
    await unpackZip(join(directory, "a.zip"), "extension", join(directory, "to"));
    assert.deepEqual((await readdir(join(directory, "to"), { recursive: true })).sort(), [
      "dist",
      join("dist", "größe.js"),
      "package.json",
    ]);
    assert.equal(await readFile(join(directory, "to", "package.json"), "utf8"), "{}");
  });

  it("is refused when it is something else", async () => {
    const file = join(directory, "a.zip");
    await writeFile(file, "no archive, but long enough to be one");
    await assert.rejects(readZip(file), { message: `${file} is no ZIP archive.` });
  });
});
