import type {
  DocumentKind,
  NewFileChoices,
  NewFileParams,
  PrepareResult,
} from "../../../server/src/protocol.ts";
import type { AccountFinding } from "../model/accountFinding.ts";

/** A task definition or service file that a command acts on. */
export interface EcsFile {
  readonly uri: string;
  /** The file's name, for titles. */
  readonly name: string;
}

/** A `.env` file: its text, or why it was not read. */
export type EnvironmentFile =
  | { readonly name: string; readonly text: string; readonly refused?: undefined }
  | { readonly name: string; readonly text?: undefined; readonly refused: string };

/** A file that is not there yet. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/** The user's files as commands see them; VS Code and the language server in the product. */
export interface Files {
  /** The file of the active editor, if it is one of ours. */
  active(): EcsFile | undefined;
  /** The file at a URI. */
  at(uri: string): EcsFile;
  /** What would be registered, or what stands in the way. Opens the file if need be. */
  prepare(file: EcsFile, values?: Readonly<Record<string, string>>): Promise<PrepareResult>;
  /** Marks what was found in the account at its places in the file, in place of what was marked before. */
  mark(file: EcsFile, findings: readonly AccountFinding[]): Promise<void>;
  /** Shows the file with its problems. */
  reveal(file: EcsFile): Promise<void>;
  /** The `.env` file in the folder of the file or the nearest above it, within the workspace. */
  environmentFile(file: EcsFile): Promise<EnvironmentFile | undefined>;
  /** What a new file may start from. */
  newFileChoices(kind: DocumentKind): Promise<NewFileChoices>;
  /** The text of a new file, which stands nowhere yet. */
  newFileText(params: NewFileParams): Promise<string>;
  /**
   * Writes new files into a folder that the user chooses, and opens them; false when they dismiss the
   * question.
   */
  create(files: readonly NewFile[]): Promise<boolean>;
}
