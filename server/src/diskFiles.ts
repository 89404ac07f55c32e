import type { EcsDocument } from "./service/documents/ecsDocument.ts";
import type { WorkspaceFile } from "./host.ts";
import { fileName } from "./service/documents/fileName.ts";

/** What files that are not open need of the server. */
export interface DiskFilesOptions {
  /** The file of a URI; undefined if it is gone, unreadable or too large. */
  readonly read: (uri: string) => Promise<WorkspaceFile | undefined>;
  readonly parse: (file: WorkspaceFile) => Promise<EcsDocument>;
  readonly isOpen: (uri: string) => boolean;
  /** Makes a document known to features that look across files. */
  readonly keep: (document: EcsDocument) => void;
  readonly drop: (uri: string) => void;
  /** Lets requests that came meanwhile be answered. */
  readonly turn: () => Promise<void>;
  /** Shows a warning, once: a file is not kept because the others take all the room. */
  readonly onFull: (message: string) => void;
}

/** Characters of all files that are kept, together. A parsed file takes about 20 bytes for each. */
const mostCharacters = 8 * 1024 * 1024;

/** Characters that are parsed before requests get a turn. */
const batch = 64 * 1024;

/** The files of the workspace that are not open: read one after the other, and kept where they are ours. */
export class DiskFiles {
  readonly #options: DiskFilesOptions;
  /** Characters of each file that is kept. */
  readonly #lengths = new Map<string, number>();
  #kept = 0;
  #isFull = false;
  readonly #waiting = new Set<string>();
  #reading: Promise<void> | undefined;
  /** Characters that were parsed since requests had a turn. */
  #sinceTurn = 0;

  constructor(options: DiskFilesOptions) {
    this.#options = options;
  }

  /** Reads files that may have changed, been created or deleted. Resolves when no file waits any more. */
  async changed(uris: readonly string[]): Promise<void> {
    for (const uri of uris) this.#waiting.add(uri);
    this.#reading ??= this.#readWaiting().finally(() => (this.#reading = undefined));
    await this.#reading;
  }

  /** Takes in what a scan of the disk found. */
  async found({ uri, text }: WorkspaceFile): Promise<void> {
    await this.#take(uri, { uri, text });
  }

  /** The file is open from now on: what is on the disk does not count. */
  opened(uri: string): void {
    this.#waiting.delete(uri);
    this.#forget(uri);
  }

  async #readWaiting(): Promise<void> {
    for (const uri of this.#waiting) {
      this.#waiting.delete(uri);
      if (!this.#options.isOpen(uri)) await this.#take(uri, await this.#options.read(uri));
    }
  }

  async #take(uri: string, file: WorkspaceFile | undefined): Promise<void> {
    const { isOpen, parse, keep, drop } = this.#options;
    const isTaken = file !== undefined && this.#hasRoom(file);
    const document = isTaken ? await parse(file) : undefined;
    // It may have been opened while it was read.
    if (isOpen(uri)) return;
    this.#forget(uri);
    if (document && document.kind !== "unknown") {
      this.#lengths.set(uri, document.text.length);
      this.#kept += document.text.length;
      keep(document);
    } else drop(uri);
    await this.#giveTurn(file?.text.length ?? 0);
  }

  #hasRoom({ uri, text }: WorkspaceFile): boolean {
    const hasRoom = this.#kept - (this.#lengths.get(uri) ?? 0) + text.length <= mostCharacters;
    if (!hasRoom && !this.#isFull) {
      this.#isFull = true;
      this.#options.onFull(
        `The task definitions and services of this workspace have more than ${mostCharacters / 1024 / 1024} million characters. ${fileName(uri)} and others are known only while they are open: names in them are not found from other files.`,
      );
    }
    return hasRoom;
  }

  #forget(uri: string): void {
    this.#kept -= this.#lengths.get(uri) ?? 0;
    this.#lengths.delete(uri);
  }

  async #giveTurn(length: number): Promise<void> {
    this.#sinceTurn += length;
    if (this.#sinceTurn < batch) return;
    this.#sinceTurn = 0;
    await this.#options.turn();
  }
}
