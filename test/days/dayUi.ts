import type { Markdown } from "../../shared/src/markdown.ts";
import type { Clock } from "../../client/src/model/clock.ts";
import type {
  Choice,
  Confirmation,
  InputOptions,
  Progress,
  TextDocumentContent,
  TextStream,
  Ui,
} from "../../client/src/host/ui.ts";
import type { Chance } from "./chance.ts";

/** What the user agreed to: the question with its facts. */
export interface Agreement {
  readonly text: string;
}

/** A user of chance: answers, declines, presses Escape, cancels and closes, and remembers all that was shown. */
export class DayUi implements Ui {
  /** Every text that was shown, in order. */
  readonly shown: string[] = [];
  /** What was agreed to, in the order of the answers. */
  readonly agreements: Agreement[] = [];
  /** What the user saw of values only after asking for them, and files that were opened to be edited. */
  readonly askedFor: string[] = [];
  /** Told when the user cancels. */
  onCancel: () => void = () => undefined;
  readonly #chanceNow: () => Chance;
  readonly #clock: Clock;

  constructor(chanceNow: () => Chance, clock: Clock) {
    this.#chanceNow = chanceNow;
    this.#clock = clock;
  }

  get #chance(): Chance {
    return this.#chanceNow();
  }

  async pick<T>(title: string, choices: readonly Choice<T>[]): Promise<T | undefined> {
    this.#show(
      title,
      ...choices.flatMap(({ label, description = "", detail = "" }) => [label, description, detail]),
    );
    if (choices.length === 0 || this.#chance.happens(0.08)) return undefined;
    return this.#chance.of(choices).value;
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
    return texts.find((text) => text !== undefined && text !== "" && validate?.(text) === undefined);
  }

  async confirm({ message, detail = "", action }: Confirmation): Promise<boolean> {
    this.#show(message, detail, action);
    if (this.#chance.happens(0.2)) return false;
    this.agreements.push({ text: `${message}\n${detail}` });
    return true;
  }

  async progress<T>(
    title: string,
    work: (progress: Progress, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    this.#show(title);
    const cancelled = new AbortController();
    // Sooner or later everyone stops watching.
    const seconds = this.#chance.happens(0.25) ? this.#chance.below(90) : 2 * 3600;
    const callOff = this.#clock.after(seconds * 1000, () => {
      this.onCancel();
      cancelled.abort();
    });
    try {
      return await work({ report: (message) => this.#show(message) }, cancelled.signal);
    } finally {
      callOff();
    }
  }

  async busy<T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T> {
    this.#show(title);
    return work({ report: (message) => this.#show(message) });
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

  async runInTerminal(): Promise<number | undefined> {
    return this.#chance.of([0, 1, undefined]);
  }

  /** A notification is answered later, or never looked at. */
  async #tell(message: string, actions: readonly string[]): Promise<string | undefined> {
    this.#show(message, ...actions);
    return actions.length > 0 && this.#chance.happens(0.3) ? this.#chance.of(actions) : undefined;
  }

  #show(...texts: readonly string[]): void {
    this.shown.push(...texts.filter((text) => text !== ""));
  }
}
