import { healthOf } from "../health.ts";
import { escaped } from "../markdown.ts";
import { ago, exactly } from "../time.ts";
import { diagnose } from "./diagnose.ts";
import type { Evidence, LogTail } from "./evidence.ts";
import type { Statement } from "./statements.ts";

/** The most statements and log lines of a container that the page shows. */
const mostStatements = 40;

/** The whole explanation as Markdown: the verdict, what to do, then the evidence with its times, newest first. */
export function explanationPage(evidence: Evidence, place: string): string {
  const { verdict, findings, statements } = diagnose(evidence);
  const sections = [
    `# ${escaped(questionOf(evidence))}`,
    `**${escaped(verdict)}**`,
    `${escaped(place)}, looked at ${exactly(new Date(evidence.at))}.`,
    ...(findings.length > 0
      ? [
          "## What to do",
          ...findings.map(
            ({ means, todo, link, count }) =>
              `- **${escaped(means)}**${count > 1 ? ` Seen ${count} times.` : ""}  \n  ${escaped(todo)} [More](${link})`,
          ),
        ]
      : []),
    ...(findings.length === 0
      ? [
          "## What to do",
          "Nothing that was said is known to this page. The evidence below is all there is; the logs of the tasks may tell more.",
        ]
      : []),
    ...evidence.logs.flatMap(logSection),
    "## What was said",
    statementTable(statements, evidence.at),
    ...(evidence.missing.length > 0
      ? ["## What could not be found out", ...evidence.missing.map((line) => `- ${escaped(line)}`)]
      : []),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** The question that the page answers, also its title: `Why is orders not steady?` */
export function questionOf({ service, at }: Evidence): string {
  const name = service.serviceName ?? "";
  return healthOf(service, at).state === "rolled-back"
    ? `Why was ${name} rolled back?`
    : `Why is ${name} not steady?`;
}

function statementTable(statements: readonly Statement[], at: number): string {
  if (statements.length === 0) return "Nothing in the last hour.";
  const rows = statements
    .slice(0, mostStatements)
    .map(
      ({ time, source, text }) =>
        `| ${time ? `${ago(time, at)} (${exactly(time)})` : "now"} | ${cell(source)} | ${cell(text)} |`,
    );
  const left = statements.length - rows.length;
  return (
    ["| When | Who | What |", "| --- | --- | --- |", ...rows].join("\n") +
    (left > 0 ? `\n\n${left} older ones are left out.` : "")
  );
}

function logSection({ task, container, lines }: LogTail): readonly string[] {
  const text = lines.map((line) => `${line.time.toISOString()} ${line.text}`).join("\n");
  const fence = "`".repeat(Math.max(3, longestRunOfBackticks(text) + 1));
  return [
    `## Last lines of ${escaped(container)} in task ${task}`,
    lines.length === 0 ? "It wrote nothing." : `${fence}text\n${text}\n${fence}`,
  ];
}

const cell = (text: string): string => escaped(text.replaceAll("\n", " "));

function longestRunOfBackticks(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
