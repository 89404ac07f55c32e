import { defined } from "../../../shared/src/defined.ts";
import type { AwsCredentialIdentityProvider, RetryStrategyV2 } from "@smithy/types";
import type { Clock } from "../model/clock.ts";
import type { Target } from "../model/target.ts";
import { Credentials } from "./credentials.ts";
import { readEndpoints } from "./endpoints.ts";
import type { LimitedHandler } from "./limitedHandler.ts";
import { credentialsLoader } from "./loadCredentials.ts";
import type { ServiceId } from "./readingOperations.ts";

/** What credentials may need to ask of the user. */
export interface Prompts {
  /** The current code of the MFA device. Rejects when the user dismisses the question. */
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
  readonly credentials: AwsCredentialIdentityProvider;
  readonly useFipsEndpoint?: false;
  readonly useDualstackEndpoint?: false;
}

/** Gives the settings for a client of a service. */
export type SettingsFor = (service: ServiceId) => ClientSettings;

/** What all clients of a target share. */
export interface Access {
  readonly credentials: Credentials;
  readonly settingsFor: SettingsFor;
}

/** Reads the shared configuration for a target; gets no credentials yet. */
export async function access(
  { profile, region }: Target,
  prompts: Prompts,
  transport: Transport,
  clock: Clock,
): Promise<Access> {
  const endpointOf = await readEndpoints(profile);
  const { requestHandler } = transport;
  const load = credentialsLoader({ profile, region, stsEndpoint: endpointOf("STS"), requestHandler });
  const credentials = new Credentials(load, (serial) => prompts.mfaCode(serial), clock);
  const { provider } = credentials;
  return {
    credentials,
    settingsFor(serviceId) {
      const endpoint = endpointOf(serviceId);
      return {
        ...defined({ profile }),
        region,
        ...defined({ endpoint }),
        credentials: provider,
        ...transport,
      };
    },
  };
}

/** The same for a simulated account, which nothing of the user's own configuration reaches. */
export function simulatedAccess(
  { region }: Target,
  endpoint: string,
  transport: Transport,
  clock: Clock,
): Access {
  const keys = { accessKeyId: "AKIASIMULATED", secretAccessKey: "simulated" };
  const credentials = new Credentials(
    async () => keys,
    () => Promise.reject(new Error("No MFA here.")),
    clock,
  );
  const { provider } = credentials;
  // The SDK refuses an endpoint of one's own beside these two, which an environment may set.
  const plain = { useFipsEndpoint: false, useDualstackEndpoint: false } as const;
  return {
    credentials,
    settingsFor: () => ({ region, endpoint, credentials: provider, ...transport, ...plain }),
  };
}
