import type { Task } from "../../aws/types.ts";
import { nameOfArn } from "../arn.ts";
import { diedByItself } from "../deaths.ts";
import { healthOf } from "../health.ts";
import type { Evidence } from "./evidence.ts";
import type { Explanation } from "./explanation.ts";
import { explanationOf } from "./index.ts";
import { statementsOf, taskTexts, type Statement } from "./statements.ts";

/** A known cause, and how often it was seen. */
export interface Finding {
  readonly id: string;
  readonly means: string;
  readonly todo: string;
  readonly link: string;
  readonly count: number;
}

export interface Diagnosis {
  /** What is wrong, in a sentence or two. */
  readonly verdict: string;
  /** Known causes: those that explain something more particular, and more often seen, first. */
  readonly findings: readonly Finding[];
  /** What was said, newest first. */
  readonly statements: readonly Statement[];
}

/** What only follows from something else that went wrong. */
const consequences = new Set([
  "circuit-breaker",
  "impaired",
  "not-placed",
  "cannot-start",
  "task-failed-to-start",
  "exit-143",
]);

/** Says why a service is not steady. */
export function diagnose(evidence: Evidence): Diagnosis {
  const statements = statementsOf(evidence);
  const findings = findingsOf(statements.map(({ text }) => text));
  return {
    verdict: [stateSentence(evidence), findings[0]?.means ?? ""].filter(Boolean).join(" "),
    findings,
    statements,
  };
}

/**
 * The known cause that ended a task; undefined when it was stopped on purpose, or nothing is known of what it
 * says.
 */
export function causeOf(task: Task): Finding | undefined {
  return diedByItself(task) ? findingsOf(taskTexts(task))[0] : undefined;
}

function findingsOf(texts: readonly string[]): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const text of texts) {
    const explanation = explanationOf(text);
    if (!explanation) continue;
    const means = filledIn(explanation, text);
    const known = found.get(means);
    found.set(means, {
      id: explanation.id,
      means,
      todo: explanation.todo,
      link: explanation.link,
      count: (known?.count ?? 0) + 1,
    });
  }
  const rank = ({ id }: Finding): number => Number(consequences.has(id));
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
}

function filledIn({ says, means }: Explanation, text: string): string {
  const groups = says.exec(text) ?? [];
  return means.replace(/\$(\d)/g, (_all, number: string) => groups[Number(number)] ?? "");
}

function stateSentence({ service, at }: Evidence): string {
  const { serviceName = "", runningCount = 0, desiredCount = 0, taskDefinition = "" } = service;
  const { state, words } = healthOf(service, at);
  const counts = `${runningCount} of ${desiredCount} tasks running`;
  if (state === "rolled-back")
    return `${serviceName} was ${words}, to ${nameOfArn(taskDefinition)}: ${counts}.`;
  if (state === "steady") return `${serviceName} is steady now: ${counts}.`;
  return `${serviceName} (${nameOfArn(taskDefinition)}) is not steady: ${counts}${words ? `, ${words}` : ""}.`;
}
