import { loadSharedConfigFiles } from "@smithy/shared-ini-file-loader";

/** A profile of the shared configuration and credentials files. */
export interface Profile {
  readonly name: string;
  readonly region: string | undefined;
  /** How it gets credentials, in a word for a list: `SSO`, `role`, `process`, `keys`. */
  readonly source: string;
}

/** Reads the profiles of `~/.aws/config` and `~/.aws/credentials` (or where the environment says they are), by name. */
export async function readProfiles(): Promise<readonly Profile[]> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
  return [...names]
    .filter((name) => !/^(sso-session|services)\./.test(name))
    .sort((a, b) => a.localeCompare(b))
    .map((name) => {
      const settings = { ...credentialsFile[name], ...configFile[name] };
      return { name, region: settings["region"], source: sourceOf(settings) };
    });
}

function sourceOf(settings: Readonly<Record<string, string | undefined>>): string {
  if (settings["sso_session"] ?? settings["sso_start_url"]) return "SSO";
  if (settings["role_arn"]) return settings["mfa_serial"] ? "role with MFA" : "role";
  if (settings["credential_process"]) return "process";
  return settings["aws_access_key_id"] ? "keys" : "no credentials of its own";
}
