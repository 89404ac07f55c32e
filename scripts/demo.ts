import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { startService, type Service } from "./host/service.ts";

/** The simulator, as a process of its own. */
export interface RunningSimulator extends Pick<Service, "ended" | "stop"> {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
}

/** Starts the bundled simulator; its log goes to the folder. */
export async function startSimulator(
  folder: string,
  options: { readonly clock?: string; readonly scenario?: string; readonly control?: boolean } = {},
): Promise<RunningSimulator> {
  await mkdir(folder, { recursive: true });
  const service = await startService({
    name: "The simulator",
    args: [
      resolve("dist/simulator.js"),
      "--port",
      "0",
      ...(options.clock ? ["--clock", options.clock] : []),
      ...(options.control ? ["--control"] : []),
      ...(options.scenario ? ["--scenario", options.scenario] : []),
    ],
    env: withoutAws(process.env),
    logFile: join(folder, "simulator.log"),
    ready: /^\{.*"endpoint":"([^"]+)".*\}$/m,
  });
  const [, endpoint = ""] = service.ready;
  return { endpoint, ended: service.ended, stop: () => service.stop() };
}

/**
 * An environment in which the AWS SDK knows one profile, `demo`, whose endpoint is the simulator's. It
 * is written to the folder; nothing of the user's own AWS configuration is left.
 */
export async function demoEnvironment(folder: string, endpoint: string): Promise<NodeJS.ProcessEnv> {
  const directory = join(folder, "aws");
  await mkdir(directory, { recursive: true });
  const config = join(directory, "config");
  const credentials = join(directory, "credentials");
  await writeFile(config, `[profile demo]\nregion = eu-west-1\nendpoint_url = ${endpoint}\n`);
  await writeFile(credentials, "[demo]\naws_access_key_id = AKIADEMO\naws_secret_access_key = demo\n");
  return {
    ...withoutAws(process.env),
    AWS_PROFILE: "demo",
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: credentials,
    // Nobody is to wait for a machine's own role.
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

function withoutAws(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("AWS_")));
}
