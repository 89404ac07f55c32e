import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "./run.ts";
import { startService, type Service } from "./service.ts";

/** The folders in which one VS Code keeps its state. */
export interface Profile {
  readonly userData: string;
  readonly extensions: string;
}

export interface WorkbenchOptions {
  /** The folder of the VS Code that `browserServer` gives. */
  readonly server: string;
  readonly profile: Profile;
  readonly env: NodeJS.ProcessEnv;
  /** Trust every workspace, ask nothing. */
  readonly trusted: boolean;
  /**
   * Lets addresses name extensions in development and tests, which a built VS Code ignores otherwise. It
   * shows no toasts then.
   */
  readonly development?: boolean;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Where the inspector of the extension host listens once it is opened. */
  readonly inspectorPort?: number;
  /** Opened when the address names no folder. */
  readonly defaultFolder?: string;
}

export interface Workbench extends Pick<Service, "ended" | "stop"> {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Who does not know it is refused: a web page of a stranger may ask 127.0.0.1 too. */
  readonly token: string;
}

/** Starts the VS Code whose window is a browser page. */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const {
    server,
    profile,
    env,
    trusted,
    development = false,
    port = 0,
    inspectorPort,
    defaultFolder,
  } = options;
  await mkdir(profile.userData, { recursive: true });
  const token = randomUUID();
  const service = await startService({
    name: "VS Code",
    args: [
      // VS Code passes on to its extension host what is meant for Node.
      ...(inspectorPort === undefined ? [] : [`--inspect-port=127.0.0.1:${inspectorPort}`]),
      join(server, "out", "server-main.js"),
      "--host=127.0.0.1",
      `--port=${port}`,
      `--connection-token=${token}`,
      "--accept-server-license-terms",
      "--telemetry-level=off",
      // Extensions are to see the environment given here, not that of a login shell.
      "--force-disable-user-env",
      ...(development ? ["--enable-smoke-test-driver"] : []),
      ...(trusted ? ["--disable-workspace-trust"] : []),
      ...(defaultFolder ? [`--default-folder=${defaultFolder}`] : []),
      `--user-data-dir=${profile.userData}`,
      `--server-data-dir=${join(profile.userData, "server")}`,
      `--extensions-dir=${profile.extensions}`,
    ],
    cwd: server,
    env: withoutOuterEditor(env),
    logFile: join(profile.userData, "server.log"),
    ready: /bound to 127\.0\.0\.1:(\d+)/,
  });
  return {
    origin: `http://127.0.0.1:${service.ready[1]}`,
    token,
    ended: service.ended,
    stop: () => service.stop(),
  };
}

/** Installs a .vsix file among the extensions of the profile. */
export async function installExtension(
  server: string,
  file: string,
  { userData, extensions }: Profile,
): Promise<void> {
  const folders = [
    `--user-data-dir=${userData}`,
    `--server-data-dir=${join(userData, "server")}`,
    `--extensions-dir=${extensions}`,
  ];
  await run(
    process.execPath,
    [join(server, "out", "server-main.js"), `--install-extension=${file}`, "--force", ...folders],
    { cwd: server },
  );
}

export interface PageOptions {
  /** A folder, or a `.code-workspace` file. */
  readonly workspace?: string;
  /** Extensions that run from their folders. */
  readonly development?: readonly string[];
  /** The module whose `run` is called in the extension host. */
  readonly tests?: string;
}

/** The address of a workbench page. */
export function pageAddress(
  { origin, token }: Pick<Workbench, "origin" | "token">,
  options: PageOptions = {},
): string {
  const { workspace, development = [], tests } = options;
  // The authority must be that of the page itself.
  const onServer = (path: string): string =>
    `vscode-remote://${new URL(origin).host}${pathToFileURL(path).pathname}`;
  const payload = [
    ...development.map((path) => ["extensionDevelopmentPath", onServer(path)]),
    ...(tests ? [["extensionTestsPath", onServer(tests)]] : []),
  ];
  const query = new URLSearchParams({ tkn: token });
  if (workspace) query.set(workspace.endsWith(".code-workspace") ? "workspace" : "folder", workspace);
  if (payload.length > 0) query.set("payload", JSON.stringify(payload));
  return `${origin}/?${query.toString()}`;
}

/** The environment without what an editor around this process left in it for its own children. */
export function withoutOuterEditor(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)));
}
