import type { PrepareResult } from "../../server/src/protocol.ts";

/** A task definition or service file that a command acts on. */
export interface EcsFile {
  readonly uri: string;
  /** The file's name, for titles. */
  readonly name: string;
}

/** The person's files as commands see them; VS Code and the language server in the product. */
export interface Files {
  /** The file of the active editor, if it is one of ours. */
  active(): EcsFile | undefined;
  /** What would be registered, or what stands in the way. Opens the file if need be. */
  prepare(file: EcsFile, values?: Readonly<Record<string, string>>): Promise<PrepareResult>;
  /** Shows the file with its problems. */
  reveal(file: EcsFile): Promise<void>;
}
