import type { ScalableTarget, ScalingPolicy } from "@aws-sdk/client-application-auto-scaling";
import type { Calls } from "./calls.ts";
import type { Clients } from "./clients.ts";

export interface Scaling {
  /** Absent when the service is not scaled automatically. */
  readonly target: ScalableTarget | undefined;
  readonly policies: readonly ScalingPolicy[];
}

/** Reads how a service is scaled. */
export class ScalingReads {
  readonly #clients: Clients;
  readonly #calls: Calls;

  constructor(clients: Clients, calls: Calls) {
    this.#clients = clients;
    this.#calls = calls;
  }

  /** One call, and one more when the service is scaled automatically. */
  async scaling(clusterName: string, serviceName: string, signal?: AbortSignal): Promise<Scaling> {
    const { ApplicationAutoScalingClient, DescribeScalableTargetsCommand, DescribeScalingPoliciesCommand } =
      await import("@aws-sdk/client-application-auto-scaling");
    const client = this.#clients.of(ApplicationAutoScalingClient, "Application Auto Scaling");
    const id = `service/${clusterName}/${serviceName}`;
    const input = {
      ServiceNamespace: "ecs" as const,
      ResourceIds: [id],
      ScalableDimension: "ecs:service:DesiredCount" as const,
    };
    const { ScalableTargets: [target] = [] } = await this.#calls.read(
      "DescribeScalableTargets",
      input,
      (abortSignal) => client.send(new DescribeScalableTargetsCommand(input), { abortSignal }),
      signal,
    );
    if (!target) return { target, policies: [] };
    const policyInput = { ServiceNamespace: "ecs" as const, ResourceId: id };
    const { ScalingPolicies = [] } = await this.#calls.read(
      "DescribeScalingPolicies",
      policyInput,
      (abortSignal) => client.send(new DescribeScalingPoliciesCommand(policyInput), { abortSignal }),
      signal,
    );
    return { target, policies: ScalingPolicies };
  }
}
