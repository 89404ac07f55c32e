import assert from "node:assert/strict";
import type { Markdown } from "../../shared/src/markdown.ts";
import type {
  Choice,
  Confirmation,
  InputOptions,
  Progress,
  SessionEnd,
  TerminalProgram,
  TextDocumentContent,
  TextStream,
  Ui,
} from "../../client/src/host/ui.ts";

/**
 * An answer to one question: to a list the label to choose, to a box the text to type, to a notification the
 * action.
 */
export type Answer = string | boolean | undefined;

/**
 * Answers a command's questions from a script, in order, and remembers what was asked and told.
 * A question for which the script has no answer fails the test.
 */
export class ScriptedUi implements Ui {
  /** Every question and message in order: `pick Select a region`, `confirm Deploy …`, `info …`. */
  readonly said: string[] = [];
  /** Labels of the list that was offered last. */
  offered: readonly string[] = [];
  /** What stood in the boxes that ask for text. */
  readonly proposed: string[] = [];
  /** What stood in the boxes of lists. */
  readonly placeholders: string[] = [];
  readonly diffs: { readonly title: string; readonly left: string; readonly right: string }[] = [];
  /** Lines written to streams; aborting `streams` closes them. */
  readonly lines: string[] = [];
  readonly streams = new AbortController();
  /** Presses a key in the stream that was opened last. */
  press: (key: string) => void = () => assert.fail("No stream listens to keys.");
  copied = "";
  readonly links: string[] = [];
  readonly documents: TextDocumentContent[] = [];
  readonly opened: { readonly language: string; readonly text: string }[] = [];
  readonly progressReports: string[] = [];
  /** Presses Cancel on everything that shows it. */
  readonly cancel = new AbortController();
  /** Aborted when the account of the test is closed: what the user still watches ends then. */
  ended: AbortSignal | undefined;
  readonly #answers: Answer[];

  constructor(...answers: Answer[]) {
    this.#answers = answers;
  }

  async pick<T>(title: string, choices: readonly Choice<T>[], placeholder?: string): Promise<T | undefined> {
    if (placeholder !== undefined) this.placeholders.push(placeholder);
    this.offered = choices.map(({ label }) => label);
    const answer = this.#next(`pick ${title}`);
    if (answer === undefined) return undefined;
    const choice = choices.find(({ label }) => label === answer);
    assert.ok(choice, `"${String(answer)}" is not offered: ${this.offered.join(", ")}`);
    return choice.value;
  }

  async input({ title, prompt, value = "", validate }: InputOptions): Promise<string | undefined> {
    this.proposed.push(value);
    const answer = this.#next(`input ${title}: ${prompt}`);
    if (answer === undefined) return undefined;
    const refusal = validate?.(String(answer));
    if (refusal === undefined) return String(answer);
    this.said.push(`refused ${refusal}`);
    return undefined;
  }

  async confirm({ message, detail, action }: Confirmation): Promise<boolean> {
    return this.#next(`confirm ${[message, detail, `[${action}]`].filter(Boolean).join(" ")}`) === true;
  }

  async progress<T>(
    title: string,
    work: (progress: Progress, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    this.said.push(`progress ${title}`);
    assert.equal(work.length, 2, `“${title}” shows Cancel, and takes no notice of it.`);
    return work(
      { report: (message) => void this.progressReports.push(message) },
      this.ended ? AbortSignal.any([this.ended, this.cancel.signal]) : this.cancel.signal,
    );
  }

  async busy<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T> {
    this.said.push(`busy ${title}`);
    return work({ report: (message) => void this.progressReports.push(message) });
  }

  info = async (message: string, ...actions: string[]): Promise<string | undefined> =>
    this.#tell("info", message, actions);
  warn = async (message: string, ...actions: string[]): Promise<string | undefined> =>
    this.#tell("warn", message, actions);
  error = async (message: string, ...actions: string[]): Promise<string | undefined> =>
    this.#tell("error", message, actions);

  async copy(text: string): Promise<void> {
    this.copied = text;
  }

  async openLink(url: string): Promise<void> {
    this.links.push(url);
  }

  async showDocument(document: TextDocumentContent): Promise<void> {
    this.documents.push(document);
  }

  async showPage(name: string, { text }: Markdown): Promise<void> {
    this.documents.push({ name, language: "markdown", text });
  }

  async pickMany<T>(title: string, choices: readonly Choice<T>[]): Promise<readonly T[] | undefined> {
    this.offered = choices.map(({ label }) => label);
    const answer = this.#next(`pick several ${title}`);
    if (answer === undefined) return undefined;
    const labels = String(answer).split(", ");
    for (const label of labels)
      assert.ok(this.offered.includes(label), `"${label}" is not offered: ${this.offered.join(", ")}`);
    return choices.filter(({ label }) => labels.includes(label)).map(({ value }) => value);
  }

  async showDiff(title: string, left: TextDocumentContent, right: TextDocumentContent): Promise<void> {
    this.said.push(`diff ${title}`);
    this.diffs.push({ title, left: left.text, right: right.text });
  }

  openStream(name: string): TextStream {
    this.said.push(`stream ${name}`);
    return {
      signal: this.streams.signal,
      write: (line) => void this.lines.push(line),
      onKey: (listener) => void (this.press = listener),
    };
  }

  async openNew(language: string, text: string): Promise<void> {
    this.opened.push({ language, text });
  }

  runInTerminal = async ({ command, args }: TerminalProgram): Promise<number | undefined> => {
    const code = this.#next(`run ${[command, ...args].join(" ")}`);
    return code === undefined ? undefined : Number(code);
  };

  /** The answer is the code, or `untouched` for 0 without a key pressed. */
  runSession = async ({ command, args }: TerminalProgram): Promise<SessionEnd | undefined> => {
    const answer = this.#next(`run ${[command, ...args].join(" ")}`);
    if (answer === undefined) return undefined;
    return answer === "untouched"
      ? { code: 0, isUntouched: true }
      : { code: Number(answer), isUntouched: false };
  };

  /** A message without actions needs no answer. */
  #tell(kind: string, message: string, actions: readonly string[]): string | undefined {
    this.said.push(`${kind} ${message}`);
    if (actions.length === 0 || this.#answers.length === 0) return undefined;
    return this.#answers.shift() as string | undefined;
  }

  #next(question: string): Answer {
    this.said.push(question);
    assert.notEqual(this.#answers.length, 0, `The script has no answer to: ${question}`);
    return this.#answers.shift();
  }
}
