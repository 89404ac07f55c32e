import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { decodeText, encodeText } from "../encodedText.ts";

/**
 * Puts another text into a file, all of it or nothing. The file keeps its encoding, its mode and its place
 * behind a link.
 *
 * @param known the text that the file had when it was read
 * @throws Error with a sentence if the file has changed since, or is saved in another encoding; an Error of
 * Node if it may not be written
 */
export async function replaceText(path: string, known: string, text: string): Promise<void> {
  const target = await realpath(path);
  // A pipe would be waited for without end.
  if (!(await stat(target)).isFile()) throw new Error("it is no ordinary file");
  // To put another file in its place asks for no permission to write to it.
  await access(target, constants.W_OK);
  const bytes = await readFile(target);
  const saved = decodeText(bytes);
  if (saved.text !== known) throw new Error("it has changed since it was read");
  if (!encodeText(saved).equals(bytes)) throw new Error("it is saved neither in UTF-8 nor in UTF-16");
  await replaceBytes(target, encodeText({ ...saved, text }));
}

async function replaceBytes(path: string, bytes: Uint8Array): Promise<void> {
  const { mode, uid, gid } = await stat(path);
  const beside = `${path}.${randomUUID()}.tmp`;
  const file = await open(beside, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    // Only a superuser may give a file away; others own what they may put here.
    await file.chown(uid, gid).catch(() => undefined);
    await file.chmod(mode);
    await file.sync();
    await file.close();
    await rename(beside, path);
  } catch (error) {
    await file.close();
    await rm(beside, { force: true });
    throw error;
  }
}
