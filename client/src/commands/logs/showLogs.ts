import type { FoundLine } from "../../model/foundLines.ts";
import { KnownStreams } from "../../model/knownStreams.ts";
import { ago } from "../../model/time.ts";
import type { Command, CommandContext } from "../command.ts";
import { filterPrompt } from "./followLogs.ts";
import { dayOf, lineText } from "./lineText.ts";
import { findStreams, isElsewhere, type Streams } from "./logStreams.ts";
import { subjectOf, type LogSubject } from "./logSubject.ts";
import { newestLines } from "./newestLines.ts";

const minute = 60_000;
/** Clocks differ by a little; in milliseconds. */
const tolerance = minute;
/** How many lines are read at once. */
const most = 2_000;

/** Shows the past of logs in a document, the newest lines first read, filtered if wanted. */
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
    const title = `Logs of ${subject.title}`;
    const span = await ui.pick(title, [
      { label: "Last 15 minutes", value: 15 * minute },
      { label: "Last hour", value: 60 * minute },
      { label: "Last day", value: 24 * 60 * minute },
      { label: "Last week", value: 7 * 24 * 60 * minute },
      { label: "Last month", value: 30 * 24 * 60 * minute },
    ]);
    if (span === undefined) return;
    const pattern = await ui.input({ title, prompt: filterPrompt, value: "" });
    if (pattern !== undefined) await show(context, subject, streams, { span, pattern });
  },
};

/** Shows the newest lines, and earlier ones as long as the user asks for them. */
async function show(
  { ui, clock }: CommandContext,
  subject: LogSubject,
  streams: Streams,
  { span, pattern }: { readonly span: number; readonly pattern: string },
): Promise<void> {
  const now = subject.now();
  // By what was asked for rather than what was found, so that earlier lines change nothing in those already
  // read.
  const dated = dayOf(new Date(now - span)) !== dayOf(new Date(now));
  const known = new KnownStreams(clock);
  let lines: readonly FoundLine[] = [];
  for (;;) {
    const until = lines[0]?.time.getTime() ?? now + tolerance;
    const search = { from: now - span, until, pattern, most, known };
    const newest = await ui.progress(`Reading logs of ${subject.title}`, (_progress, signal) =>
      newestLines(subject, streams, search, signal),
    );
    // Several lines may be of the same millisecond as the first one shown.
    const shownIds = new Set(lines.map(({ id }) => id));
    lines = [...newest.lines.filter(({ id }) => !shownIds.has(id)), ...lines];
    const shown = [
      ...leftOut(subject, streams, span),
      ...streams.elsewhere,
      ...lines.map((line) => lineText(line, { ...streams, dated })),
    ];
    await ui.showDocument({
      name: `logs/${subject.title}.log`,
      language: "log",
      text: shown.length === 0 ? "No lines in this time.\n" : `${shown.join("\n")}\n`,
    });
    if (!newest.hasEarlier) return;
    const earlier = "Earlier Lines";
    const words = `The newest ${lines.length.toLocaleString("en-US")} lines of ${subject.title} are shown, from ${ago(lines[0]?.time, now)} on.`;
    if ((await ui.info(words, earlier)) !== earlier) return;
  }
}

/**
 * How long ECS tells of a task that has stopped:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html
 */
const remembered = 60 * minute;

/** Says which tasks of a service are not in a span, as ECS no longer tells of them. */
function leftOut({ isOpen }: LogSubject, { sources }: Streams, span: number): readonly string[] {
  if (!isOpen || span <= remembered) return [];
  const groups = [...new Set(sources.map(({ group }) => group))].join(", ");
  return [
    `Lines of tasks that stopped more than an hour ago are left out, as ECS no longer tells of these tasks. Their streams are in ${groups}.`,
  ];
}
