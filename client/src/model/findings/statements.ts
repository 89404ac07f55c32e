import type { Task } from "../../aws/types.ts";
import { nameOfArn } from "../arn.ts";
import { diedByItself } from "../deaths.ts";
import { shortEvent } from "../events.ts";
import type { Evidence } from "./evidence.ts";

/** Something that was said about a service, and when. */
export interface Statement {
  readonly time: Date | undefined;
  /** Who says it: `Deployment`, `Task 7f2c1a9b`, `Event`, `Target`. */
  readonly source: string;
  readonly text: string;
}

/** How old an event may be to still matter, in milliseconds before the newest. */
const recent = 60 * 60 * 1000;

/** Everything that the evidence says, newest first. */
export function statementsOf(evidence: Evidence): readonly Statement[] {
  const all = [
    ...deploymentStatements(evidence),
    ...evidence.stopped.filter(diedByItself).flatMap(taskStatements),
    ...eventStatements(evidence),
    ...targetStatements(evidence),
  ];
  return all.sort((a, b) => (b.time?.getTime() ?? Infinity) - (a.time?.getTime() ?? Infinity));
}

function deploymentStatements({ service }: Evidence): readonly Statement[] {
  return (service.deployments ?? []).flatMap(
    ({ rolloutState, rolloutStateReason, updatedAt, taskDefinition = "" }) =>
      rolloutState === "COMPLETED" || !rolloutStateReason
        ? []
        : [
            {
              time: updatedAt,
              source: `Deployment of ${nameOfArn(taskDefinition)}`,
              text: rolloutStateReason,
            },
          ],
  );
}

function taskStatements(task: Task): readonly Statement[] {
  const source = `Task ${nameOfArn(task.taskArn ?? "").slice(0, 8)}`;
  const time = task.stoppedAt ?? task.stoppingAt;
  return taskTexts(task).map((text) => ({ time, source, text }));
}

/** Why the task stopped, unless that was only one of its containers, and how its containers ended. */
export function taskTexts(task: Task): readonly string[] {
  const containers = (task.containers ?? []).flatMap(({ name = "", exitCode, reason }) => {
    if (exitCode === undefined) return reason ? [`container ${name}: ${reason}`] : [];
    return [`container ${name} exited with code ${exitCode}${reason ? `: ${reason}` : ""}`];
  });
  const isOnlyContainer = task.stopCode === "EssentialContainerExited" && containers.length > 0;
  const stop = isOnlyContainer ? "" : [task.stopCode, task.stoppedReason].filter(Boolean).join(": ");
  return [...(stop ? [stop] : []), ...containers];
}

function eventStatements({ service, at }: Evidence): readonly Statement[] {
  const events = (service.events ?? []).filter(
    ({ createdAt, message = "" }) =>
      at - (createdAt?.getTime() ?? 0) < recent && !message.includes("has reached a steady state"),
  );
  return events.map(({ createdAt, message = "" }) => ({
    time: createdAt,
    source: "Event",
    text: shortEvent(message),
  }));
}

function targetStatements({ targets }: Evidence): readonly Statement[] {
  return targets.flatMap(({ group, health: { Target, TargetHealth } }) => {
    if (TargetHealth?.State !== "unhealthy") return [];
    const text = [TargetHealth.Reason, TargetHealth.Description].filter(Boolean).join(": ");
    return [
      { time: undefined, source: `Target ${Target?.Id ?? ""}:${Target?.Port ?? ""} of ${group}`, text },
    ];
  });
}
