import type { TargetHealthDescription } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Calls } from "./calls.ts";
import type { Clients } from "./clients.ts";

/** Reads the health of the targets behind a load balancer. */
export class TargetReads {
  readonly #clients: Clients;
  readonly #calls: Calls;

  constructor(clients: Clients, calls: Calls) {
    this.#clients = clients;
    this.#calls = calls;
  }

  async health(targetGroupArn: string, signal?: AbortSignal): Promise<readonly TargetHealthDescription[]> {
    const { DescribeTargetHealthCommand, ElasticLoadBalancingV2Client } = await import(
      "@aws-sdk/client-elastic-load-balancing-v2"
    );
    const client = this.#clients.of(ElasticLoadBalancingV2Client, "Elastic Load Balancing v2");
    const input = { TargetGroupArn: targetGroupArn };
    const { TargetHealthDescriptions = [] } = await this.#calls.read(
      "DescribeTargetHealth",
      input,
      (abortSignal) => client.send(new DescribeTargetHealthCommand(input), { abortSignal }),
      signal,
    );
    return TargetHealthDescriptions;
  }
}
