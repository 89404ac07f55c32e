import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { partitionOfRegion } from "../../../../shared/src/regions.ts";
import type { Target } from "../../model/target.ts";

const name = process.platform === "win32" ? "session-manager-plugin.exe" : "session-manager-plugin";

/** Where its installers put the plugin: https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-install-plugin.html */
const installed = [
  "/usr/local/sessionmanagerplugin/bin",
  "/usr/local/bin",
  "/opt/homebrew/bin",
  "C:\\Program Files\\Amazon\\SessionManagerPlugin\\bin",
];

export const pluginPage =
  "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-install-plugin.html";

/** The path of the Session Manager plugin, on PATH or where its installers put it; undefined when it is not installed. */
export async function findPlugin(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const folders = [
    ...(environment["PATH"] ?? environment["Path"] ?? "").split(delimiter).filter(Boolean),
    ...installed,
  ];
  for (const folder of folders) {
    const path = join(folder, name);
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}

/** What the plugin connects to. */
export interface PluginSession {
  /** As ExecuteCommand or StartSession answered it. */
  readonly session: object;
  readonly target: Target;
  /** What was asked of Session Manager; for a container `{ Target: "ecs:cluster_task_runtimeId" }`. */
  readonly request: object;
  readonly endpoint: string;
}

/**
 * The six arguments that the AWS CLI starts the plugin with. Without the last three, sessions that are encrypted with a
 * key of KMS do not open, as the plugin cannot ask for the key.
 */
export function pluginArguments({ session, target, request, endpoint }: PluginSession): readonly string[] {
  return [
    JSON.stringify(session),
    target.region,
    "StartSession",
    target.profile ?? "",
    JSON.stringify(request),
    endpoint,
  ];
}

/** The address of a service's API where no other is configured. */
export function standardEndpoint(service: "ecs" | "ssm", region: string): string {
  return `https://${service}.${region}.${partitionOfRegion(region).dnsSuffix}`;
}
