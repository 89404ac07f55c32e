import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { Target } from "../model/target.ts";

/** What credentials may need to ask of the person. */
export interface Prompts {
  /** The current code of the MFA device. Rejects when the person dismisses the question. */
  mfaCode(serial: string): Promise<string>;
}

/** What every client of a connection is made with. */
export interface ClientSettings {
  readonly profile?: string;
  readonly region: string;
  readonly credentials: ReturnType<typeof fromNodeProviderChain>;
  readonly retryMode: string;
  readonly maxAttempts: number;
  /** Milliseconds. */
  readonly requestHandler: { readonly connectionTimeout: number; readonly requestTimeout: number };
}

/**
 * The settings for a target. Endpoints are left to the SDK, which honours
 * `AWS_ENDPOINT_URL`, `AWS_ENDPOINT_URL_<SERVICE>` and the profile's `endpoint_url`.
 */
export function clientSettings({ profile, region }: Target, prompts: Prompts): ClientSettings {
  const named = profile === undefined ? {} : { profile };
  return {
    ...named,
    region,
    credentials: fromNodeProviderChain({
      ...named,
      clientConfig: { region },
      mfaCodeProvider: (serial) => prompts.mfaCode(serial),
    }),
    retryMode: "standard",
    maxAttempts: 6,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
  };
}
