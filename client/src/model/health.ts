import type { Deployment, Service } from "../aws/types.ts";
import { nameOfArn } from "./arn.ts";
import { counted } from "./words.ts";

/** What a service is doing. `short`: fewer tasks run than should; `surplus`: more do. Sorted from worst to best. */
export const healthStates = ["failed", "short", "deploying", "surplus", "inactive", "steady"] as const;
export type HealthState = (typeof healthStates)[number];

export interface Health {
  readonly state: HealthState;
  /** The state in words for a row: `deploying checkout:31 · 25 % · 3 failed`; empty when steady. */
  readonly words: string;
}

/** Reads a service's health from what DescribeServices says about it. */
export function healthOf(service: Service): Health {
  const { status, runningCount = 0, desiredCount = 0 } = service;
  if (status && status !== "ACTIVE") return { state: "inactive", words: status.toLowerCase() };
  const deployment = primaryDeployment(service);
  const failed = service.deployments?.find(({ rolloutState }) => rolloutState === "FAILED");
  if (failed && failed === deployment) return { state: "failed", words: `deployment of ${nameOfArn(failed.taskDefinition ?? "")} failed` };
  if (failed) return { state: "failed", words: `rolling back from ${nameOfArn(failed.taskDefinition ?? "")}` };
  if (deployment?.rolloutState === "IN_PROGRESS") return { state: "deploying", words: deployingWords(deployment) };
  if (runningCount < desiredCount) return { state: "short", words: `${counted(desiredCount - runningCount, "task")} missing` };
  if (runningCount > desiredCount) return { state: "surplus", words: `stopping ${counted(runningCount - desiredCount, "task")}` };
  return { state: "steady", words: "" };
}

/** Whether there is something to explain: anything but steady, inactive, or a rollout that goes well. */
export function isTroubled(service: Service): boolean {
  const { state } = healthOf(service);
  if (state === "deploying") return (primaryDeployment(service)?.failedTasks ?? 0) > 0;
  return state === "failed" || state === "short";
}

/** The deployment that ECS is working towards. */
export function primaryDeployment(service: Service): Deployment | undefined {
  return service.deployments?.find(({ status }) => status === "PRIMARY");
}

/** How much of a deployment runs, in percent. */
export function percentOf({ runningCount = 0, desiredCount = 0 }: Deployment): number {
  return desiredCount === 0 ? 100 : Math.floor((runningCount / desiredCount) * 100);
}

function deployingWords(deployment: Deployment): string {
  const failed = deployment.failedTasks ? `${deployment.failedTasks} failed` : "";
  return [`deploying ${nameOfArn(deployment.taskDefinition ?? "")}`, `${percentOf(deployment)} %`, failed].filter(Boolean).join(" · ");
}
