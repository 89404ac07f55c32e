import { appendFile, mkdir, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { AuditRecord } from "../host/log.ts";
import { logText } from "../model/logText.ts";

/** The most bytes of a file, of which there are two: the newer one, and the one before. */
const usualSize = 1_048_576;

export interface AuditFileOptions {
  /** The folder in which VS Code keeps what belongs to the extension. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Hears that a line could not be kept. */
  readonly failed: (error: unknown) => void;
  /** Bytes of each of the two files. */
  readonly size?: number;
}

/**
 * The record of writes on disk, which outlives VS Code's logs. It grows to twice its size at most, and has no
 * secrets.
 */
export class AuditFile implements AuditRecord {
  readonly #options: AuditFileOptions;
  /** One line after the other. */
  #last: Promise<void> = Promise.resolve();

  constructor(options: AuditFileOptions) {
    this.#options = options;
  }

  /** Adds a line with the time before it. */
  keep(line: string): void {
    const { now, failed } = this.#options;
    const stamped = `${new Date(now()).toISOString()} ${logText(line).replaceAll("\n", " ")}\n`;
    this.#last = this.#last.then(() => this.#append(stamped)).catch(failed);
  }

  /** All lines that are kept, oldest first; "" when nothing was written yet. */
  async read(): Promise<string> {
    await this.#last;
    const [before, newer] = await Promise.all([textOf(this.#before), textOf(this.#newer)]);
    return before + newer;
  }

  async #append(line: string): Promise<void> {
    const { folder, size = usualSize } = this.#options;
    await mkdir(folder, { recursive: true });
    const present = await stat(this.#newer).catch(absent);
    if ((present?.size ?? 0) + Buffer.byteLength(line) > size && present)
      // Another window may have moved it at the same moment.
      await rename(this.#newer, this.#before).catch(absent);
    await appendFile(this.#newer, line, { mode: 0o600 });
  }

  get #newer(): string {
    return join(this.#options.folder, "writes.log");
  }

  get #before(): string {
    return join(this.#options.folder, "writes.before.log");
  }
}

const textOf = async (file: string): Promise<string> => (await readFile(file, "utf8").catch(absent)) ?? "";

/** @throws every error but that a file is not there */
function absent(error: unknown): undefined {
  if ((error as { readonly code?: string }).code === "ENOENT") return undefined;
  throw error;
}
