import { setTimeout as delay } from "node:timers/promises";
import { errorText } from "../../log.ts";
import type { TextStream } from "../../ui.ts";
import type { Command, CommandContext } from "../command.ts";
import { findStreams, lineText, readLines, subjectOf, type LogSubject, type Streams } from "./logStreams.ts";

const minute = 60_000;
/** How far back following begins, in milliseconds. */
const recent = 5 * minute;
/** How many lines a document of the past has at most. */
const most = 10_000;
/** CloudWatch takes in lines late; so far back each look begins again, in milliseconds. */
const late = 10_000;

/** Follows logs in a terminal, which can be searched and closed. */
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
    for (const words of streams.elsewhere) stream.write(words);
    await follow(context, subject, stream);
  },
};

/** Shows the past of logs in a document, filtered if wanted. */
export const showLogs: Command = {
  id: "taskwright.showLogs",
  title: "Show Past Logs…",
  on: ["container", "task", "service"],
  groups: ["4_logs@2"],
  palette: "never",
  async run(context, node) {
    const { ui } = context;
    const subject = subjectOf(node);
    if (!subject) return;
    const streams = await findStreams(subject);
    if (await isElsewhere(context, subject, streams)) return;
    const span = await ui.pick(`Logs of ${subject.title}`, [
      { label: "Last 15 minutes", value: 15 * minute },
      { label: "Last hour", value: 60 * minute },
      { label: "Last day", value: 24 * 60 * minute },
      { label: "Last week", value: 7 * 24 * 60 * minute },
    ]);
    if (span === undefined) return;
    const pattern = await ui.input({ title: `Logs of ${subject.title}`, prompt: "Filter pattern of CloudWatch Logs, such as ERROR or { $.level = 50 }; empty: everything", value: "" });
    if (pattern === undefined) return;
    const lines = await ui.progress(`Reading logs of ${subject.title}`, (_progress, signal) => readLines(subject, streams, { from: subject.now() - span, pattern, most }, signal));
    const text = [...streams.elsewhere, ...lines.map((line) => lineText(line, streams))];
    if (lines.length >= most) text.unshift(`Only ${most.toLocaleString("en-US")} lines are shown: choose a shorter time or a filter.`);
    await ui.showDocument({ name: `logs/${subject.title}.log`, language: "log", text: text.length === 0 ? "No lines in this time.\n" : `${text.join("\n")}\n` });
  },
};

/** When nothing can be read here, the person is told where to look. */
async function isElsewhere({ ui }: CommandContext, { title }: LogSubject, { places, elsewhere }: Streams): Promise<boolean> {
  if (places.length > 0) return false;
  await ui.info(elsewhere.length > 0 ? elsewhere.join(" ") : `${title} has no containers whose logs could be read.`);
  return true;
}

async function follow({ settings, output }: CommandContext, subject: LogSubject, stream: TextStream): Promise<void> {
  const seen = new Set<string>();
  let from = subject.now() - recent;
  while (!stream.signal.aborted) {
    try {
      const streams = await findStreams(subject);
      const lines = await readLines(subject, streams, { from, pattern: "", most }, stream.signal);
      for (const line of lines.filter(({ id }) => !seen.has(id))) {
        seen.add(line.id);
        stream.write(lineText(line, streams));
      }
      from = Math.max(from, (lines.at(-1)?.time.getTime() ?? 0) - late);
    } catch (error) {
      if (stream.signal.aborted) return;
      output.warn(`Logs of ${subject.title}: ${errorText(error)}`);
      stream.write("(the logs could not be read; trying again)");
    }
    await delay(settings.followInterval() * 1000, undefined, { signal: stream.signal }).catch(() => undefined);
  }
}
