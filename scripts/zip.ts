import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { inflateRawSync } from "node:zlib";

// Numbers of the ZIP file format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3 and 4.4.5.
const endOfDirectory = { signature: 0x06054b50, size: 22 };
const directoryEntry = { signature: 0x02014b50, size: 46 };
const localHeaderSize = 30;
const stored = 0;

/**
 * Reads a ZIP archive (as a .vsix file is one): the content of each file by its path.
 * @throws Error when it is no ZIP archive.
 */
export async function readZip(file: string): Promise<Map<string, Buffer>> {
  const zip = await readFile(file);
  let end = zip.length - endOfDirectory.size;
  while (end >= 0 && zip.readUInt32LE(end) !== endOfDirectory.signature) end--;
  if (end < 0) throw new Error(`${file} is no ZIP archive.`);

  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== directoryEntry.signature)
      throw new Error(`The directory of ${file} is damaged.`);
    const nameLength = zip.readUInt16LE(at + 28);
    const nameStart = at + directoryEntry.size;
    const name = zip.toString("utf8", nameStart, nameStart + nameLength);
    if (!name.endsWith("/")) files.set(name, content(zip, at));
    at = nameStart + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function content(zip: Buffer, entry: number): Buffer {
  const method = zip.readUInt16LE(entry + 10);
  const size = zip.readUInt32LE(entry + 20);
  const header = zip.readUInt32LE(entry + 42);
  const start = header + localHeaderSize + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const data = zip.subarray(start, start + size);
  return method === stored ? data : inflateRawSync(data);
}

/** Writes the files below `from` in the archive into a folder. */
export async function unpackZip(file: string, from: string, directory: string): Promise<void> {
  for (const [name, data] of await readZip(file)) {
    const path = relative(from, name);
    if (path.startsWith("..")) continue;
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), data);
  }
}
