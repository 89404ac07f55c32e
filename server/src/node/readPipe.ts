import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

/** What a pipe may hold, and how long it may keep silent. */
export interface PipeLimits {
  readonly bytes: number;
  /** Milliseconds for which nothing may come. */
  readonly silence: number;
}

/** Milliseconds between two looks at a pipe in which nothing is. */
const pause = 10;

/**
 * The bytes of a pipe, up to its end: of a process substitution `<(…)`, or of a FIFO to which somebody
 * writes. It is opened without waiting, so that nothing keeps the program from ending.
 *
 * @throws Error with a sentence where nothing is written to it for too long, or too much
 */
export async function readPipe(path: string, limits: PipeLimits): Promise<Uint8Array> {
  const pipe = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return await bytesOf(pipe, limits);
  } finally {
    await pipe.close();
  }
}

async function bytesOf(pipe: FileHandle, { bytes, silence }: PipeLimits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isWritten = false;
  for (let silent = 0; silent <= silence; silent += pause) {
    const chunk = await read(pipe);
    // Without a writer a pipe is at its end, also before the first one has come.
    if (chunk?.length === 0 && isWritten) return Buffer.concat(chunks);
    isWritten ||= chunk === undefined || chunk.length > 0;
    if (!chunk?.length) {
      await setTimeout(pause);
      continue;
    }
    silent = 0;
    length += chunk.length;
    if (length > bytes) throw new Error(`it has more than ${bytes} bytes`);
    chunks.push(chunk);
  }
  throw new Error(`nothing was written to it for ${silence / 1000} seconds`);
}

/** What stands in a pipe; undefined where somebody has it open and has written nothing yet. */
async function read(pipe: FileHandle): Promise<Uint8Array | undefined> {
  try {
    const { buffer, bytesRead } = await pipe.read(Buffer.alloc(65_536), 0, 65_536, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return undefined;
    throw error;
  }
}
