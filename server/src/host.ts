import type { RuleSettings } from "./service/features/validate.ts";

/** A file of the workspace as it is on disk. */
export interface WorkspaceFile {
  readonly uri: string;
  readonly text: string;
}

/** What the server asks of its surroundings: of Node on a desktop, of the client in a browser. */
export interface ServerHost {
  /** Yields the files below a workspace folder that may be ours. Passes over what cannot be read. */
  findFiles(folderUri: string): AsyncIterable<WorkspaceFile>;
  /** The file of a URI; undefined if it is gone, unreadable or too large. */
  readFile(uri: string): Promise<WorkspaceFile | undefined>;
  /**
   * The rules that the file's `.taskwrightrc.json` sets; undefined where files have no such neighbour.
   * Throws an Error that names the file if one is there and cannot be read.
   */
  readRules(uri: string): Promise<RuleSettings | undefined>;
  /** A file that is kept beside the program. */
  readOwnFile(name: string): Promise<Uint8Array>;
  /** Resolves after this many milliseconds. It keeps no process alive. */
  wait(milliseconds: number): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
}
