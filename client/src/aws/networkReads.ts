import type { EC2Client } from "@aws-sdk/client-ec2";
import type { Calls } from "./calls.ts";
import type { ClientSettings } from "./clientSettings.ts";

/** The part of a network interface that rows show. */
export interface NetworkInterface {
  readonly publicAddress: string | undefined;
  readonly subnet: string | undefined;
  readonly securityGroups: readonly string[];
}

/** Reads the network interfaces of tasks, which keep theirs for life, so each is read once. */
export class NetworkReads {
  readonly #settings: ClientSettings;
  readonly #calls: Calls;
  readonly #known = new Map<string, NetworkInterface>();
  #client: EC2Client | undefined;

  constructor(settings: ClientSettings, calls: Calls) {
    this.#settings = settings;
    this.#calls = calls;
  }

  async networkInterface(id: string, signal?: AbortSignal): Promise<NetworkInterface> {
    const known = this.#known.get(id);
    if (known) return known;
    const { DescribeNetworkInterfacesCommand, EC2Client } = await import("@aws-sdk/client-ec2");
    const client = (this.#client ??= new EC2Client(this.#settings));
    const input = { NetworkInterfaceIds: [id] };
    const { NetworkInterfaces: [found] = [] } = await this.#calls.read("DescribeNetworkInterfaces", input, (abortSignal) => client.send(new DescribeNetworkInterfacesCommand(input), { abortSignal }), signal);
    const networkInterface = {
      publicAddress: found?.Association?.PublicIp,
      subnet: found?.SubnetId,
      securityGroups: (found?.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
    };
    this.#known.set(id, networkInterface);
    return networkInterface;
  }
}
