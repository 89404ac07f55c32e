import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  type InitializeParams,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

const program = fileURLToPath(new URL("../../dist/server.js", import.meta.url));

/** The server as it is shipped, run as a process of its own and spoken to over stdio. */
export interface BundledServer {
  readonly connection: ProtocolConnection;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** The next diagnostics that are pushed for a file. */
  nextDiagnostics(uri: string): Promise<PublishDiagnosticsParams>;
  stop(): Promise<void>;
}

/** @param nodeOptions of the process, such as how much memory it may take */
export async function startBundledServer(
  params: Partial<InitializeParams> = {},
  nodeOptions: readonly string[] = [],
): Promise<BundledServer> {
  if (!existsSync(program)) throw new Error("dist/server.js is not there: run npm run build first.");
  const process: ChildProcess = spawn("node", [...nodeOptions, program, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(process.stdout!),
    new StreamMessageWriter(process.stdin!),
  );
  const waiting = new Map<string, (params: PublishDiagnosticsParams) => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, (diagnostics) =>
    waiting.get(diagnostics.uri)?.(diagnostics),
  );
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: {},
    ...params,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    open: (uri, text, languageId = "json") =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    nextDiagnostics: (uri) => new Promise((resolve) => waiting.set(uri, resolve)),
    async stop() {
      const ended = once(process, "exit");
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await ended;
    },
  };
}
