import { loadSharedConfigFiles } from "@smithy/shared-ini-file-loader";

/** A profile of the shared configuration and credentials files. */
export interface Profile {
  readonly name: string;
  readonly region: string | undefined;
  /** How it gets credentials, in a word for a list: `SSO`, `role with MFA`, `process`, `keys`. */
  readonly source: string;
  /** Arguments of the AWS CLI that renew its session; absent where the CLI renews nothing. */
  readonly signIn?: readonly string[];
}

type Settings = Readonly<Record<string, string | undefined>>;
type Sections = Readonly<Record<string, Settings>>;

/**
 * Reads the profiles of `~/.aws/config` and `~/.aws/credentials` (or where the environment says they are), by
 * name.
 */
export async function readProfiles(): Promise<readonly Profile[]> {
  const sections = await readSections();
  return Object.keys(sections)
    .filter((name) => !/^(sso-session|services|login-session)\./.test(name))
    .sort((a, b) => a.localeCompare(b))
    .map((name) => {
      const signIn = signInOf(name, sections);
      return {
        name,
        region: sections[name]?.["region"],
        source: sourceOf(name, sections),
        ...(signIn ? { signIn } : {}),
      };
    });
}

/** Whether a profile says where its credentials come from. One that does not has those of the environment. */
export async function hasCredentials(profile: string): Promise<boolean> {
  return sourceOf(profile, await readSections()) !== none;
}

async function readSections(): Promise<Sections> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
  return Object.fromEntries(
    [...names].map((name) => [name, { ...credentialsFile[name], ...configFile[name] }]),
  );
}

const none = "no credentials of its own";

/** Places outside of the files from which a role gets the credentials to be assumed with. */
const credentialSources: Readonly<Record<string, string>> = {
  Ec2InstanceMetadata: "instance",
  EcsContainer: "container",
  Environment: "environment",
};

const isSso = (settings: Settings): boolean =>
  settings["sso_session"] !== undefined || settings["sso_start_url"] !== undefined;

function sourceOf(name: string, sections: Sections): string {
  const settings = sections[name] ?? {};
  if (settings["role_arn"]) return roleWords(name, sections);
  if (isSso(settings)) return "SSO";
  if (settings["login_session"]) return "aws login";
  if (settings["credential_process"]) return "process";
  return settings["aws_access_key_id"] ? "keys" : none;
}

function roleWords(name: string, sections: Sections): string {
  const settings = sections[name] ?? {};
  if (settings["web_identity_token_file"]) return "role with web identity";
  if (settings["mfa_serial"]) return "role with MFA";
  const source = settings["credential_source"];
  if (source) return `role of the ${credentialSources[source] ?? source}`;
  const [command] = signInOf(name, sections) ?? [];
  if (command === undefined) return "role";
  return command === "sso" ? "role with SSO" : "role with aws login";
}

/**
 * The command that renews a session, which may be that of the profile with whose credentials a role is
 * assumed. https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html
 */
function signInOf(
  name: string,
  sections: Sections,
  visited: ReadonlySet<string> = new Set(),
): readonly string[] | undefined {
  const settings = sections[name];
  if (!settings || visited.has(name)) return undefined;
  const source = settings["source_profile"];
  if (settings["role_arn"] && source !== undefined && source !== name)
    return signInOf(source, sections, new Set([...visited, name]));
  if (isSso(settings)) return ["sso", "login", "--profile", name];
  return settings["login_session"] ? ["login", "--profile", name] : undefined;
}
