import type { Deployment, Service, ServiceEvent } from "@aws-sdk/client-ecs";
import { setTimeout as delay } from "node:timers/promises";
import type { EcsReads } from "../ecsReads.ts";
import { verdictOf, type Verdict } from "./verdict.ts";

export interface FollowOptions {
  readonly cluster: string;
  readonly service: string;
  readonly deploymentId: string;
  /** Hears of the state after each look at the service. */
  readonly onState: (state: DeploymentState) => void;
  /** Seconds between two looks. */
  readonly interval?: number;
}

export interface DeploymentState {
  readonly deployment: Deployment | undefined;
  /** Events of the service that were not there at the look before, oldest first. */
  readonly newEvents: readonly ServiceEvent[];
}

/** Looks at a service until one of its deployments has ended. Aborting the signal ends the looking, not the deployment. */
export async function followDeployment(ecs: EcsReads, options: FollowOptions, signal: AbortSignal): Promise<Verdict> {
  const { cluster, service: name, deploymentId, onState, interval = 5 } = options;
  let seen: ReadonlySet<string> | undefined;
  for (;;) {
    const [service] = await ecs.describeServices(cluster, [name], signal);
    if (!service) throw new Error(`The service ${name} is not there any more.`);
    onState({ deployment: service.deployments?.find(({ id }) => id === deploymentId), newEvents: newEvents(service, seen) });
    seen = new Set(service.events?.map(({ id }) => id ?? ""));
    const verdict = verdictOf(service, deploymentId);
    if (verdict) return verdict;
    await delay(interval * 1000, undefined, { signal });
  }
}

/** At the first look, the events from before the deployment are not news. */
function newEvents({ events = [] }: Service, seen: ReadonlySet<string> | undefined): ServiceEvent[] {
  return seen ? events.filter(({ id }) => !seen.has(id ?? "")).reverse() : [];
}
