import { setTimeout as delay } from "node:timers/promises";
import type { FoundLine } from "../../aws/logReads.ts";
import { describeFailure, needsPerson } from "../../model/failure.ts";
import type { TextStream } from "../../host/ui.ts";
import type { Command, CommandContext } from "../command.ts";
import { dayOf, lineText } from "./lineText.ts";
import { findStreams, isElsewhere, readLines, type Streams } from "./logStreams.ts";
import { subjectOf, type LogSubject } from "./logSubject.ts";

/** How far back following begins, in milliseconds. */
const recent = 5 * 60_000;
/** How many lines one look shows at most. */
const most = 10_000;
/** CloudWatch takes in lines late; so far back each look begins again, in milliseconds. */
const late = 10_000;
/** After so many looks without a new line, the log of a stopped task is at its end, whatever the clocks say. */
const quietLooks = 3;

/** Follows logs in a terminal, which can be searched, filtered and closed. */
export const followLogs: Command = {
  id: "taskwright.followLogs",
  title: "Follow Logs",
  icon: "output",
  on: ["container", "task", "service"],
  groups: ["4_logs@1", "inline@2"],
  palette: "never",
  async run(context, node) {
    const subject = subjectOf(node);
    if (!subject) return;
    const streams = await findStreams(subject);
    if (await isElsewhere(context, subject, streams)) return;
    const stream = context.ui.openStream(`Logs of ${subject.title}`);
    stream.write(
      `Logs of ${subject.title}, ${streams.isOver ? "its last 5 minutes" : "from 5 minutes ago"}, in UTC. f filters, Ctrl+F searches, Ctrl+C stops.`,
    );
    for (const words of streams.elsewhere) stream.write(words);
    await new Following(context, subject, stream, streams.isOver?.getTime() ?? subject.now()).run();
    stream.write(stream.signal.aborted ? "(stopped)" : "(everything has been read)");
  },
};

/** One terminal that follows the logs of a subject. */
class Following {
  readonly #context: CommandContext;
  readonly #subject: LogSubject;
  readonly #stream: TextStream;
  readonly #seen = new Set<string>();
  readonly #begin: number;
  /** The day of the line that was shown last. */
  #day: string;
  #pattern = "";
  #from: number;
  #problem = "";
  #isAsking = false;
  #quiet = 0;

  /** @param at the moment before which it begins, in milliseconds since 1970 */
  constructor(context: CommandContext, subject: LogSubject, stream: TextStream, at: number) {
    this.#context = context;
    this.#subject = subject;
    this.#stream = stream;
    this.#begin = this.#from = at - recent;
    this.#day = dayOf(new Date(subject.now()));
    stream.onKey((key) => {
      if (key.toLowerCase() === "f" && !this.#isAsking) void this.#askFilter();
    });
  }

  /** Resolves when the terminal is closed, when nothing more can come, or when only a user can help. */
  async run(): Promise<void> {
    const { signal } = this.#stream;
    while (!signal.aborted && !(await this.#look())) {
      await delay(this.#context.settings.followInterval() * 1000, undefined, { signal }).catch(
        () => undefined,
      );
    }
  }

  /** True when it was the last look. */
  async #look(): Promise<boolean> {
    const { signal } = this.#stream;
    try {
      const streams = await findStreams(this.#subject);
      const pattern = this.#pattern;
      const lines = await readLines(this.#subject, streams, { from: this.#from, pattern, most }, signal);
      // The user may have changed the filter meanwhile.
      if (pattern === this.#pattern) this.#show(lines, streams);
      this.#problem = "";
      return (
        streams.isOver !== undefined &&
        (this.#quiet >= quietLooks || this.#subject.now() - streams.isOver.getTime() > late)
      );
    } catch (error) {
      return !signal.aborted && this.#report(error);
    }
  }

  #show(lines: readonly FoundLine[], streams: Streams): void {
    const unseen = lines.filter(({ id }) => !this.#seen.has(id));
    this.#quiet = unseen.length === 0 ? this.#quiet + 1 : 0;
    for (const line of unseen) {
      this.#seen.add(line.id);
      this.#sayDay(line);
      this.#stream.write(lineText(line, streams));
    }
    this.#from = Math.max(this.#from, (lines.at(-1)?.time.getTime() ?? 0) - late);
  }

  /** Says from which line on another day is meant: the lines themselves have a time only. */
  #sayDay({ time }: FoundLine): void {
    const day = dayOf(time);
    if (day === this.#day) return;
    this.#day = day;
    this.#stream.write(`(${day})`);
  }

  /** Says once what is wrong. True when trying again is of no use. */
  #report(error: unknown): boolean {
    const failure = describeFailure(error, "read the logs");
    if (failure.message !== this.#problem) {
      this.#problem = failure.message;
      this.#context.output.warn(`Logs of ${this.#subject.title}: ${failure.message}`);
      this.#stream.write(`(${failure.message}${needsPerson(failure) ? "" : " It is tried again."})`);
    }
    return needsPerson(failure);
  }

  async #askFilter(): Promise<void> {
    this.#isAsking = true;
    const pattern = await this.#context.ui.input({
      title: `Logs of ${this.#subject.title}`,
      prompt: filterPrompt,
      value: this.#pattern,
    });
    this.#isAsking = false;
    if (pattern === undefined || pattern === this.#pattern) return;
    this.#pattern = pattern;
    this.#from = this.#begin;
    this.#seen.clear();
    this.#stream.write(
      pattern === ""
        ? "(all lines again, from the beginning)"
        : `(only lines that match ${pattern}, from the beginning)`,
    );
  }
}

export const filterPrompt =
  "Filter pattern of CloudWatch Logs, such as ERROR or { $.level = 50 }; empty: everything";
