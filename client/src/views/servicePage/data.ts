import type { DeploymentRecord } from "../../aws/deploymentReads.ts";
import type { Utilization } from "../../aws/metricReads.ts";
import type { Service } from "../../aws/types.ts";
import type { TargetState } from "../../model/findings/evidence.ts";

/** A part of the page: what it shows, or why it cannot. */
export type Part<T> = { readonly value: T } | { readonly failure: string };

/** What the service page shows. */
export interface ServicePageData {
  readonly service: Service;
  /** Newest first. */
  readonly deployments: Part<readonly DeploymentRecord[]>;
  readonly utilization: Part<Utilization>;
  readonly targets: Part<readonly TargetState[]>;
  /** When it was gathered, in milliseconds since 1970. */
  readonly at: number;
}
