import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { partitionOfRegion } from "../../../../shared/src/regions.ts";
import type { Target } from "../../model/target.ts";

export const pluginPage =
  "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-install-plugin.html";

/** What the plugin connects to. */
export interface PluginSession {
  /** As ExecuteCommand or StartSession answered it. */
  readonly session: object;
  readonly target: Target;
  /** What was asked of Session Manager; for a container `{ Target: "ecs:cluster_task_runtimeId" }`. */
  readonly request: object;
  readonly endpoint: string;
}

/** How the plugin is started. */
export interface PluginStart {
  readonly args: readonly string[];
  /** Variables beside those of VS Code. */
  readonly env: Readonly<Record<string, string>>;
}

/** The variable in which newer plugins look for the session, by its name in the first argument. */
const sessionVariable = "AWS_SSM_START_SESSION_RESPONSE";

/**
 * The first version that does: https://github.com/aws/session-manager-plugin/blob/mainline/RELEASENOTES.md
 */
const firstWithVariable = [1, 2, 536];

/**
 * The six arguments that the AWS CLI starts the plugin with. Without the last three, sessions that are
 * encrypted with a key of KMS do not open, as the plugin cannot ask for the key. The session, whose token
 * lets anybody take part in it, goes through the environment where the plugin can read it there: arguments
 * are in the list of processes.
 *
 * @param version as the plugin tells it, such as `1.2.707.0`; undefined if it does not
 */
export function pluginStart(
  { session, target, request, endpoint }: PluginSession,
  version: string | undefined,
): PluginStart {
  const rest = [target.region, "StartSession", target.profile ?? "", JSON.stringify(request), endpoint];
  const response = JSON.stringify(session);
  return readsVariable(version)
    ? { args: [sessionVariable, ...rest], env: { [sessionVariable]: response } }
    : { args: [response, ...rest], env: {} };
}

function readsVariable(version = ""): boolean {
  const parts = version.trim().split(".").map(Number);
  if (parts.length < 3 || parts.some((part) => !Number.isInteger(part))) return false;
  const index = firstWithVariable.findIndex((part, at) => part !== parts[at]);
  return index < 0 || parts[index]! > firstWithVariable[index]!;
}

/** How long the plugin may take to tell its version, in milliseconds. */
const versionTimeout = 5_000;

/** The version of the plugin at a path; undefined if it does not tell one. */
export async function pluginVersion(path: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(path, ["--version"], { timeout: versionTimeout });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

/** The address of a service's API where no other is configured. */
export function standardEndpoint(service: "ecs" | "ssm", region: string): string {
  return `https://${service}.${region}.${partitionOfRegion(region).dnsSuffix}`;
}
