import { defined } from "../../../shared/src/defined.ts";
import { fromIni, fromNodeProviderChain } from "@aws-sdk/credential-providers";
import type { LoadCredentials } from "./credentials.ts";
import type { LimitedHandler } from "./limitedHandler.ts";
import { hasCredentials } from "./profiles.ts";

export interface CredentialsSource {
  /** Undefined: what the environment has. */
  readonly profile: string | undefined;
  /** Where roles are assumed. */
  readonly region: string;
  /** The endpoint of STS, where the configuration names one. */
  readonly stsEndpoint: string | undefined;
  readonly requestHandler: LimitedHandler;
}

/**
 * How the credentials of a profile are got, or those of the environment: environment variables, web identity,
 * container or instance. Region and endpoint are for STS alone: as `clientConfig`, they would also move the
 * sign-in of SSO and of `aws login` to where it is not.
 */
export function credentialsLoader({
  profile,
  region,
  stsEndpoint,
  requestHandler,
}: CredentialsSource): LoadCredentials {
  const sts = { region, requestHandler, ...defined({ endpoint: stsEndpoint }) };
  return async (mfaCodeProvider, ...caller) => {
    const { getDefaultRoleAssumer, getDefaultRoleAssumerWithWebIdentity } = await import(
      "@aws-sdk/client-sts"
    );
    const options = {
      ...defined({ profile }),
      // Keys that were renewed in a file count at once.
      ignoreCache: true,
      clientConfig: { requestHandler },
      roleAssumer: getDefaultRoleAssumer(sts),
      roleAssumerWithWebIdentity: getDefaultRoleAssumerWithWebIdentity(sts),
      mfaCodeProvider,
    };
    // The whole chain would go on to the credentials of the machine where those of the profile fail.
    const isOwn = profile !== undefined && (await hasCredentials(profile));
    return (isOwn ? fromIni(options) : fromNodeProviderChain(options))(...caller);
  };
}
