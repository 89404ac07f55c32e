import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { RetryStrategyV2 } from "@smithy/types";
import type { Target } from "../model/target.ts";
import { readEndpoints } from "./endpoints.ts";
import type { LimitedHandler } from "./limitedHandler.ts";
import type { ServiceId } from "./readingOperations.ts";

/** What credentials may need to ask of the person. */
export interface Prompts {
  /** The current code of the MFA device. Rejects when the person dismisses the question. */
  mfaCode(serial: string): Promise<string>;
}

/** How the clients of a connection send their calls. */
export interface Transport {
  readonly retryStrategy: RetryStrategyV2;
  /** Ends what takes too long. */
  readonly requestHandler: LimitedHandler;
}

/** What an AWS client is made with. */
export interface ClientSettings extends Transport {
  readonly profile?: string;
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials: ReturnType<typeof fromNodeProviderChain>;
  readonly useFipsEndpoint?: false;
  readonly useDualstackEndpoint?: false;
}

/** Gives the settings for a client of a service. */
export type SettingsFor = (service: ServiceId) => ClientSettings;

/** Prepares the settings of a target's clients, which share credentials and transport. */
export async function clientSettings(
  { profile, region }: Target,
  prompts: Prompts,
  transport: Transport,
): Promise<SettingsFor> {
  const endpointOf = await readEndpoints(profile);
  const endpoint = (serviceId: string): { endpoint?: string } => {
    const url = endpointOf(serviceId);
    return url === undefined ? {} : { endpoint: url };
  };
  const named = profile === undefined ? {} : { profile };
  const credentials = fromNodeProviderChain({
    ...named,
    clientConfig: { region, ...endpoint("STS"), requestHandler: transport.requestHandler },
    mfaCodeProvider: (serial) => prompts.mfaCode(serial),
  });
  return (serviceId) => ({
    ...named,
    region,
    ...endpoint(serviceId),
    credentials,
    ...transport,
  });
}

/** The settings of the clients of a simulated account, which nothing of the person's own configuration reaches. */
export function simulatedSettings({ region }: Target, endpoint: string, transport: Transport): SettingsFor {
  const credentials = async (): Promise<{ accessKeyId: string; secretAccessKey: string }> => ({
    accessKeyId: "AKIASIMULATED",
    secretAccessKey: "simulated",
  });
  // The SDK refuses an endpoint of one's own beside these two, which an environment may set.
  const plain = { useFipsEndpoint: false, useDualstackEndpoint: false } as const;
  return () => ({ region, endpoint, credentials, ...transport, ...plain });
}
