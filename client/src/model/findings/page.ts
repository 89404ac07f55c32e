import { codeBlock, joinMarkdown, Markdown, md, table } from "../../../../shared/src/markdown.ts";
import { healthOf } from "../health.ts";
import { ago, exactly } from "../time.ts";
import { diagnose, type Finding } from "./diagnose.ts";
import type { Evidence, LogTail } from "./evidence.ts";
import type { Statement } from "./statements.ts";

/** The most statements and log lines of a container that the page shows. */
const mostStatements = 40;

/** The whole explanation: the verdict, what to do, then the evidence with its times, newest first. */
export function explanationPage(evidence: Evidence, place: string): Markdown {
  const { verdict, findings, statements } = diagnose(evidence);
  const sections = [
    md`# ${questionOf(evidence)}`,
    md`**${verdict}**`,
    md`${place}, looked at ${exactly(new Date(evidence.at))}.`,
    md`## What to do`,
    ...(findings.length === 0 ? [unknownWords] : findings.map(findingItem)),
    ...evidence.logs.flatMap(logSection),
    md`## What was said`,
    statementTable(statements, evidence.at),
    ...(evidence.missing.length > 0
      ? [md`## What could not be found out`, ...evidence.missing.map((line) => md`- ${line}`)]
      : []),
  ];
  return md`${joinMarkdown(sections, "\n\n")}\n`;
}

const unknownWords = md`Nothing that was said is known to this page. The evidence below is all there is; the logs of the tasks may tell more.`;

function findingItem({ means, todo, link, count }: Finding): Markdown {
  const often = count > 1 ? ` Seen ${count} times.` : "";
  return md`- **${means}**${often}  \n  ${todo} [More](${Markdown.own(link)})`;
}

/** The question that the page answers, also its title: `Why is orders not steady?` */
export function questionOf({ service, at }: Evidence): string {
  const name = service.serviceName ?? "";
  return healthOf(service, at).state === "rolled-back"
    ? `Why was ${name} rolled back?`
    : `Why is ${name} not steady?`;
}

function statementTable(statements: readonly Statement[], at: number): Markdown {
  if (statements.length === 0) return md`Nothing in the last hour.`;
  const rows = statements
    .slice(0, mostStatements)
    .map(({ time, source, text }) => [
      time ? md`${ago(time, at)} (${exactly(time)})` : md`now`,
      md`${source}`,
      md`${text}`,
    ]);
  const left = statements.length - rows.length;
  return joinMarkdown(
    [table([md`When`, md`Who`, md`What`], rows), left > 0 && md`${left} older ones are left out.`],
    "\n\n",
  );
}

function logSection({ task, container, lines }: LogTail): readonly Markdown[] {
  const text = lines.map((line) => `${line.time.toISOString()} ${line.text}`).join("\n");
  return [
    md`## Last lines of ${container} in task ${task}`,
    lines.length === 0 ? md`It wrote nothing.` : codeBlock(text),
  ];
}
