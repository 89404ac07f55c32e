import type { Deployment, Service } from "../aws/types.ts";
import { nameOfArn } from "./arn.ts";
import { deathWindow, deathsOf } from "./deaths.ts";
import { rolledBackAt } from "./rollback.ts";
import { ago, duration } from "./time.ts";
import { counted } from "./words.ts";

/**
 * What a service is doing, from worst to best. `short`: fewer tasks run than should; `restarting`: tasks die
 * again and again, even if the counts look right at the moment; `rolled-back`: all is well, but with the
 * revision before the last; `surplus`: more run than should.
 */
export const healthStates = [
  "failed",
  "short",
  "restarting",
  "deploying",
  "rolled-back",
  "surplus",
  "inactive",
  "steady",
] as const;
export type HealthState = (typeof healthStates)[number];

export interface Health {
  readonly state: HealthState;
  /** The state in words for a row: `deploying checkout:31 · 25 % · 3 failed`; empty when steady. */
  readonly words: string;
  /** Whether there is something to explain: anything but steady, inactive, or a rollout that goes well. */
  readonly isTroubled: boolean;
}

/** So many tasks may die by themselves without a word: a host is retired, a deployment settles. */
const tolerated = 2;

/** Reads a service's health from what DescribeServices says about it. `now` in milliseconds since 1970. */
export function healthOf(service: Service, now: number): Health {
  const { status } = service;
  if (status && status !== "ACTIVE")
    return { state: "inactive", words: status.toLowerCase(), isTroubled: false };
  return rolloutHealth(service) ?? countHealth(service, now);
}

/** Health by the rollout, while there is one or the last one failed. */
function rolloutHealth(service: Service): Health | undefined {
  const primary = primaryDeployment(service);
  const failed = service.deployments?.find(({ rolloutState }) => rolloutState === "FAILED");
  if (failed) {
    const definition = nameOfArn(failed.taskDefinition ?? "");
    return {
      state: "failed",
      words: failed === primary ? `deployment of ${definition} failed` : `rolling back from ${definition}`,
      isTroubled: true,
    };
  }
  if (primary?.rolloutState !== "IN_PROGRESS") return undefined;
  return {
    state: "deploying",
    words: deployingWords(service, primary),
    isTroubled: (primary.failedTasks ?? 0) > 0,
  };
}

/** Health by the number of tasks that run, and of those that died lately. */
function countHealth(service: Service, now: number): Health {
  const { runningCount = 0, desiredCount = 0 } = service;
  const deaths = deathsOf(service, now);
  const died = deaths > tolerated ? `${counted(deaths, "task")} died in ${duration(deathWindow)}` : "";
  if (runningCount < desiredCount)
    return {
      state: "short",
      words: [`${counted(desiredCount - runningCount, "task")} missing`, died].filter(Boolean).join(" · "),
      isTroubled: true,
    };
  if (died) return { state: "restarting", words: died, isTroubled: true };
  if (runningCount > desiredCount)
    return {
      state: "surplus",
      words: `stopping ${counted(runningCount - desiredCount, "task")}`,
      isTroubled: false,
    };
  const rolledBack = rolledBackAt(service, now);
  if (rolledBack)
    return { state: "rolled-back", words: `rolled back ${ago(rolledBack, now)}`, isTroubled: true };
  return { state: "steady", words: "", isTroubled: false };
}

/** Whether a deployment is under way. */
export function isDeploying(service: Service): boolean {
  return primaryDeployment(service)?.rolloutState === "IN_PROGRESS";
}

/** The deployment that ECS is working towards. */
export function primaryDeployment(service: Service): Deployment | undefined {
  return service.deployments?.find(({ status }) => status === "PRIMARY");
}

/**
 * How much of a deployment runs, in percent; nothing in its first moment, in which ECS knows no counts of it
 * yet.
 */
function shareWords(service: Service, { runningCount = 0, desiredCount = 0 }: Deployment): string {
  if (desiredCount > 0) return `${Math.floor((runningCount / desiredCount) * 100)} %`;
  return (service.desiredCount ?? 0) > 0 ? "" : "100 %";
}

function deployingWords(service: Service, deployment: Deployment): string {
  const failed = deployment.failedTasks ? `${deployment.failedTasks} failed` : "";
  return [`deploying ${nameOfArn(deployment.taskDefinition ?? "")}`, shareWords(service, deployment), failed]
    .filter(Boolean)
    .join(" · ");
}
