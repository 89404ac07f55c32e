import type { Markdown } from "../../shared/src/markdown.ts";
import type { Clock } from "../../client/src/model/clock.ts";
import type {
  Choice,
  Confirmation,
  InputOptions,
  Progress,
  SessionEnd,
  TextDocumentContent,
  TextStream,
  Ui,
} from "../../client/src/host/ui.ts";
import type { Chance } from "./chance.ts";

/** What the user agreed to: the words with their facts that stood where the user answered. */
export interface Agreement {
  readonly text: string;
  /** Whether it is a question at the door for writes. */
  readonly isQuestion: boolean;
  /** Whether a name was typed. */
  isTyped: boolean;
}

/** Seconds after which a user stops watching, if it is soon. */
const soon = [0.2, 1, 4, 20, 90];

/**
 * A user of chance: answers, declines, presses Escape, cancels and closes, and remembers all that was shown.
 */
export class DayUi implements Ui {
  /** Every text that was shown, in order. */
  readonly shown: string[] = [];
  /** The messages of notifications, each with what could be chosen. */
  readonly told: { readonly message: string; readonly actions: readonly string[] }[] = [];
  /** What was agreed to, in the order of the answers. */
  readonly agreements: Agreement[] = [];
  /** What the user saw of values only after asking for them, and files that were opened to be edited. */
  readonly askedFor: string[] = [];
  /** Titles of the progress that was cancelled. */
  readonly cancelled: string[] = [];
  /** Told when the user cancels what has this title. */
  onCancel: (title: string) => void = () => undefined;
  /** How often a code was asked for, and how often the user dismissed the question. */
  readonly codes = { asked: 0, dismissed: 0 };
  readonly #chanceNow: () => Chance;
  readonly #clock: Clock;

  constructor(chanceNow: () => Chance, clock: Clock) {
    this.#chanceNow = chanceNow;
    this.#clock = clock;
  }

  get #chance(): Chance {
    return this.#chanceNow();
  }

  async pick<T>(title: string, choices: readonly Choice<T>[], placeholder = ""): Promise<T | undefined> {
    this.#show(
      title,
      placeholder,
      ...choices.flatMap(({ label, description = "", detail = "" }) => [label, description, detail]),
    );
    if (choices.length === 0 || this.#chance.happens(0.08)) return undefined;
    const { label, description = "", value } = this.#chance.of(choices);
    this.#agree([title, placeholder, label, description]);
    return value;
  }

  async pickMany<T>(title: string, choices: readonly Choice<T>[]): Promise<readonly T[] | undefined> {
    this.#show(title, ...choices.map(({ label }) => label));
    if (this.#chance.happens(0.08)) return undefined;
    return choices.filter(() => this.#chance.happens(0.5)).map(({ value }) => value);
  }

  async input({ title, prompt, value, placeholder, validate }: InputOptions): Promise<string | undefined> {
    this.#show(title, prompt, value ?? "");
    if (this.#chance.happens(0.08)) return undefined;
    const texts = [placeholder, value, "1", "2", "3", "60", "8080", "text", "value-1"];
    const answer = texts.find((text) => text !== undefined && text !== "" && validate?.(text) === undefined);
    const last = this.agreements.at(-1);
    if (prompt.startsWith("Type ") && last?.isQuestion) last.isTyped = answer !== undefined;
    else if (answer !== undefined) this.#agree([title, prompt, answer]);
    return answer;
  }

  async confirm({ message, detail = "", action }: Confirmation): Promise<boolean> {
    this.#show(message, detail, action);
    if (this.#chance.happens(0.2)) return false;
    this.agreements.push({ text: `${message}\n${detail}`, isQuestion: true, isTyped: false });
    return true;
  }

  async progress<T>(
    title: string,
    work: (progress: Progress, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    this.#show(title);
    const controller = new AbortController();
    // Sooner or later everyone stops watching.
    const seconds = this.#chance.happens(0.3) ? this.#chance.of(soon) : 3600;
    const callOff = this.#clock.after(seconds * 1000, () => {
      this.onCancel(title);
      this.cancelled.push(title);
      controller.abort();
    });
    try {
      return await work({ report: (message) => this.#show(message) }, controller.signal);
    } finally {
      callOff();
    }
  }

  async busy<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T> {
    this.#show(title);
    return work({ report: (message) => this.#show(message) });
  }

  /** The code of the user's MFA device; some dismiss the question, and some mistype. */
  async mfaCode(serial: string): Promise<string> {
    this.#show(`Code of ${serial}`);
    this.codes.asked += 1;
    if (this.#chance.happens(0.4)) {
      this.codes.dismissed += 1;
      throw new Error("No MFA code was given.");
    }
    return this.#chance.happens(0.2) ? "000000" : "123456";
  }

  info = (message: string, ...actions: string[]): Promise<string | undefined> => this.#tell(message, actions);
  warn = (message: string, ...actions: string[]): Promise<string | undefined> => this.#tell(message, actions);
  error = (message: string, ...actions: string[]): Promise<string | undefined> =>
    this.#tell(message, actions);

  async copy(text: string): Promise<void> {
    this.#show(text);
  }

  async openLink(url: string): Promise<void> {
    this.#show(url);
  }

  async showDocument({ name, text }: TextDocumentContent): Promise<void> {
    this.#show(name, text);
  }

  async showPage(name: string, page: Markdown): Promise<void> {
    this.#show(name, page.text);
  }

  async showDiff(title: string, left: TextDocumentContent, right: TextDocumentContent): Promise<void> {
    this.#show(title, left.text, right.text);
  }

  openStream(name: string): TextStream {
    this.#show(name);
    const closed = new AbortController();
    this.#clock.after(5_000 + this.#chance.below(60_000), () => closed.abort());
    return { signal: closed.signal, write: (line) => this.#show(line), onKey: () => undefined };
  }

  async openNew(_language: string, text: string): Promise<void> {
    this.askedFor.push(text);
  }

  async runSession(): Promise<SessionEnd | undefined> {
    const code = this.#chance.of([0, 1, undefined]);
    return code === undefined ? undefined : { code, isUntouched: this.#chance.happens(0.5) };
  }

  async runInTerminal(): Promise<number | undefined> {
    return this.#chance.of([0, 1, undefined]);
  }

  /** A notification is answered later, or never looked at. */
  async #tell(message: string, actions: readonly string[]): Promise<string | undefined> {
    this.#show(message, ...actions);
    this.told.push({ message, actions });
    if (actions.length === 0 || !this.#chance.happens(0.3)) return undefined;
    const action = this.#chance.of(actions);
    this.#agree([message, action]);
    return action;
  }

  #agree(texts: readonly string[]): void {
    this.agreements.push({ text: texts.join("\n"), isQuestion: false, isTyped: false });
  }

  #show(...texts: readonly string[]): void {
    this.shown.push(...texts.filter((text) => text !== ""));
  }
}
