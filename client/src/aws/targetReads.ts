import type {
  ElasticLoadBalancingV2Client,
  TargetHealthDescription,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Calls } from "./calls.ts";
import type { ClientSettings } from "./clientSettings.ts";

/** Reads the health of the targets behind a load balancer. */
export class TargetReads {
  readonly #settings: ClientSettings;
  readonly #calls: Calls;
  #client: ElasticLoadBalancingV2Client | undefined;

  constructor(settings: ClientSettings, calls: Calls) {
    this.#settings = settings;
    this.#calls = calls;
  }

  async health(targetGroupArn: string, signal?: AbortSignal): Promise<readonly TargetHealthDescription[]> {
    const { DescribeTargetHealthCommand, ElasticLoadBalancingV2Client } = await import(
      "@aws-sdk/client-elastic-load-balancing-v2"
    );
    const client = (this.#client ??= new ElasticLoadBalancingV2Client(this.#settings));
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
