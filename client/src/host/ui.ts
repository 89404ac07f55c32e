import type { Markdown } from "../../../shared/src/markdown.ts";

/**
 * What commands and nodes ask of the user. VS Code answers in the product (vscodeUi.ts), a script in tests.
 */
export interface Choice<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value: T;
}

export interface InputOptions {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly password?: boolean;
  /** Gives the reason why a text is not acceptable, or undefined when it is. */
  readonly validate?: (text: string) => string | undefined;
}

export interface Confirmation {
  /** The question, which names what will be written and where. */
  readonly message: string;
  /** The facts below it, one a line. */
  readonly detail?: string;
  /** The label of the button that goes on: a verb. */
  readonly action: string;
}

export interface Progress {
  report(message: string): void;
}

export interface Ui {
  /** Resolves to undefined when the user dismisses the list. */
  pick<T>(title: string, choices: readonly Choice<T>[], placeholder?: string): Promise<T | undefined>;
  /** Any number of a list. Resolves to undefined when the user dismisses it. */
  pickMany<T>(title: string, choices: readonly Choice<T>[]): Promise<readonly T[] | undefined>;
  /** Resolves to undefined when the user dismisses the box. */
  input(options: InputOptions): Promise<string | undefined>;
  /** A modal question; false when dismissed. */
  confirm(question: Confirmation): Promise<boolean>;
  /** Shows a cancellable notification while the work runs; cancelling aborts the signal. */
  progress<T>(title: string, work: (progress: Progress, signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Shows a notification without a button while the work runs: for a call that cannot be called back. */
  busy<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T>;
  /** Each resolves to the action that was chosen, or undefined. */
  info(message: string, ...actions: string[]): Promise<string | undefined>;
  warn(message: string, ...actions: string[]): Promise<string | undefined>;
  error(message: string, ...actions: string[]): Promise<string | undefined>;
  copy(text: string): Promise<void>;
  /** Opens an address of the web in the browser. */
  openLink(url: string): Promise<void>;
  /**
   * Shows a read-only text in an editor, in memory only. The same name shows the newer text in the same
   * editor.
   */
  showDocument(document: TextDocumentContent): Promise<void>;
  /**
   * Shows Markdown as a page, in memory only. The same name shows the newer page in place of the one before.
   */
  showPage(name: string, page: Markdown): Promise<void>;
  /** Shows two texts side by side, in memory only: what is, and what would be. */
  showDiff(title: string, left: TextDocumentContent, right: TextDocumentContent): Promise<void>;
  /** Opens a terminal to which only the extension writes: it follows, and can be searched. */
  openStream(name: string): TextStream;
  /** Opens a new document that the user may edit and save. */
  openNew(language: string, text: string): Promise<void>;
  /**
   * Runs a program in a terminal that the user sees. Resolves to its exit code, undefined when it was closed
   * before.
   */
  runInTerminal(program: TerminalProgram): Promise<number | undefined>;
  /** The same for a session. The terminal of one that failed stays open, with what stands in it. */
  runSession(program: TerminalProgram): Promise<SessionEnd | undefined>;
}

/** How a session in a terminal ended. */
export interface SessionEnd {
  readonly code: number;
  /** Whether nobody typed anything: a program that ends by itself with code 0 may have failed. */
  readonly isUntouched: boolean;
}

/** A read-only text that stands nowhere on disk. */
export interface TextDocumentContent {
  /** The name on the tab: `orders.json`. */
  readonly name: string;
  readonly language: string;
  readonly text: string;
}

/** Lines that appear as they come. */
export interface TextStream {
  /** Writes a line. Of what a terminal would obey in it, only colours are left. */
  write(line: string): void;
  /** The listener is called with each key that the user presses in it, Ctrl+C apart. */
  onKey(listener: (key: string) => void): void;
  /** Aborted when the user closes it or presses Ctrl+C in it. */
  readonly signal: AbortSignal;
}

export interface TerminalProgram {
  /** The name on the terminal's tab. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /**
   * Variables beside those of VS Code. What others may not see belongs here, as arguments are in the list of
   * processes.
   */
  readonly env?: Readonly<Record<string, string>>;
}
