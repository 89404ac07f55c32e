import type { FoundLine, FoundLines } from "../../model/foundLines.ts";
import {
  describeFailure,
  isCredentialFailure,
  isWithoutAnswer,
  kindOf,
  needsPerson,
} from "../../model/failure.ts";
import { KnownStreams } from "../../model/knownStreams.ts";
import type { TextStream } from "../../host/ui.ts";
import { askToSignIn } from "../askToSignIn.ts";
import type { Command, CommandContext } from "../command.ts";
import { dayOf, lineText } from "./lineText.ts";
import { findStreams, isElsewhere, readLines, type Streams } from "./logStreams.ts";
import { subjectOf, type LogSubject } from "./logSubject.ts";

/** How far back following begins, in milliseconds. */
const recent = 5 * 60_000;
/** How many lines of a group one search reads. */
const usualMost = 10_000;
/** CloudWatch takes in lines late; so far back each look begins again, in milliseconds. */
const late = 10_000;
/**
 * After so many looks without a new line, the log of a stopped task is at its end, whatever the clocks say.
 */
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
    const following = new Following(context, subject, stream, streams.isOver?.getTime() ?? subject.now());
    const words = {
      closed: "(stopped)",
      read: "(everything has been read)",
      failed: "(nothing more is read)",
    };
    stream.write(words[await following.run()]);
  },
};

/** Why following ended. */
type End = "closed" | "failed" | "read";

/** Whether a failure ends by itself, or when the user has signed in. */
const mayPass = (error: unknown): boolean =>
  kindOf(error) === "throttled" || isCredentialFailure(kindOf(error));

/** One terminal that follows the logs of a subject. */
class Following {
  readonly #context: CommandContext;
  readonly #subject: LogSubject;
  readonly #stream: TextStream;
  /**
   * The lines that were shown of the time that is looked at again, in milliseconds since 1970 by their ids.
   */
  readonly #seen = new Map<string, number>();
  readonly #known: KnownStreams;
  readonly #begin: number;
  /** The day of the line that was shown last. */
  #day: string;
  #pattern = "";
  #from: number;
  #problem = "";
  #isAsking = false;
  #quiet = 0;
  /** How many lines of a group one look reads; more while that many are of one moment. */
  #most = usualMost;

  /** @param at the moment before which it begins, in milliseconds since 1970 */
  constructor(context: CommandContext, subject: LogSubject, stream: TextStream, at: number) {
    this.#context = context;
    this.#subject = subject;
    this.#stream = stream;
    this.#known = new KnownStreams(context.clock);
    this.#begin = this.#from = at - recent;
    this.#day = dayOf(new Date(subject.now()));
    stream.onKey((key) => {
      if (key.toLowerCase() === "f" && !this.#isAsking) void this.#askFilter();
    });
  }

  /** Resolves when the terminal is closed, when nothing more can come, or when it may not be read. */
  async run(): Promise<End> {
    const { signal } = this.#stream;
    const { settings } = this.#context;
    const { connection } = this.#subject;
    try {
      return await connection.persistently(
        () => this.#look(),
        {
          interval: settings.followInterval(),
          onTrouble: (error) => {
            this.#report(error);
            askToSignIn(this.#context, connection, error);
          },
        },
        signal,
      );
    } catch (error) {
      if (signal.aborted) return "closed";
      throw error;
    }
  }

  /** The end, when it was the last look. What passes is thrown, so that it is looked again later. */
  async #look(): Promise<End | undefined> {
    const { signal } = this.#stream;
    try {
      const streams = await findStreams(this.#subject);
      while (!(await this.#readOn(streams))) signal.throwIfAborted();
      this.#problem = "";
      return this.#isOver(streams) ? "read" : undefined;
    } catch (error) {
      if (signal.aborted || isWithoutAnswer(error) || mayPass(error)) throw error;
      this.#report(error);
      return kindOf(error) === "denied" ? "failed" : undefined;
    }
  }

  #isOver({ isOver }: Streams): boolean {
    return (
      isOver !== undefined && (this.#quiet >= quietLooks || this.#subject.now() - isOver.getTime() > late)
    );
  }

  /** Reads and shows the next lines. True when there are no more at the moment. */
  async #readOn(streams: Streams): Promise<boolean> {
    const pattern = this.#pattern;
    const search = { from: this.#from, pattern, most: this.#most, known: this.#known };
    const found = await readLines(this.#subject, streams, search, this.#stream.signal);
    // The user may have changed the filter meanwhile.
    if (pattern !== this.#pattern) return false;
    this.#show(found, streams);
    return found.cutAt === undefined;
  }

  #show({ lines, cutAt }: FoundLines, streams: Streams): void {
    const unseen = lines.filter(({ id }) => !this.#seen.has(id));
    this.#quiet = unseen.length === 0 ? this.#quiet + 1 : 0;
    for (const line of unseen) {
      this.#seen.set(line.id, line.time.getTime());
      this.#sayDay(line);
      this.#stream.write(lineText(line, streams));
    }
    const end = cutAt ?? (lines.at(-1)?.time.getTime() ?? 0) - late;
    // More lines may be of one moment than one look reads.
    this.#most = cutAt !== undefined && cutAt <= this.#from ? this.#most * 2 : usualMost;
    this.#from = Math.max(this.#from, end);
    this.#forget();
  }

  /** Lines before the time that is looked at again do not come again. */
  #forget(): void {
    for (const [id, time] of this.#seen) if (time < this.#from) this.#seen.delete(id);
  }

  /** Says from which line on another day is meant: the lines themselves have a time only. */
  #sayDay({ time }: FoundLine): void {
    const day = dayOf(time);
    if (day === this.#day) return;
    this.#day = day;
    this.#stream.write(`(${day})`);
  }

  /** Says once what is wrong. */
  #report(error: unknown): void {
    const failure = describeFailure(error, "read the logs");
    if (failure.message === this.#problem) return;
    this.#problem = failure.message;
    this.#context.output.warn(`Logs of ${this.#subject.title}: ${failure.message}`);
    const then = isCredentialFailure(failure.kind)
      ? " It goes on when you have signed in."
      : needsPerson(failure)
        ? ""
        : " It is tried again.";
    this.#stream.write(`(${failure.message}${then})`);
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
