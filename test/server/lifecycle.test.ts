import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import {
  createProtocolConnection,
  ConfigurationRequest,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  ExitNotification,
  InitializeRequest,
  InitializedNotification,
  type ProtocolConnection,
  type ResponseError,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

const program = fileURLToPath(new URL("../../dist/server.js", import.meta.url));
const uri = "untitled:task-definition.json";
const textDocument = { uri };

describe("The life of the server", () => {
  let server: ChildProcess;
  let connection: ProtocolConnection;
  beforeEach(() => {
    server = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
    connection = createProtocolConnection(
      new StreamMessageReader(server.stdout!),
      new StreamMessageWriter(server.stdin!),
    );
    connection.listen();
  });
  afterEach(() => {
    connection.dispose();
    server.kill("SIGKILL");
  });

  const initialize = async (capabilities: object = {}): Promise<void> => {
    await connection.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities });
    await connection.sendNotification(InitializedNotification.type, {});
  };
  const open = (text: string): Promise<void> =>
    connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: "ecs-task-definition", version: 1, text },
    });
  const symbols = async (): Promise<string[]> =>
    ((await connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? []).map(
      ({ name }) => name,
    );

  it("starts with initialize: what is asked before is refused, and what is told is not heard", async () => {
    await open("{}");
    await assert.rejects(symbols(), ({ code }: ResponseError) => code === -32002);
    await initialize();
    assert.deepEqual(await symbols(), []);
    await open('{ "family": "a" }');
    assert.deepEqual(await symbols(), ["family"]);
  });

  it("ends with shutdown: what is asked then is refused, until exit", async () => {
    await initialize();
    await open('{ "family": "a" }');
    await connection.sendRequest(ShutdownRequest.type);
    await assert.rejects(symbols(), ({ code }: ResponseError) => code === -32600);
    await connection.sendNotification(ExitNotification.type);
    assert.deepEqual(await once(server, "exit"), [0, null]);
  });

  it("ends without a stack trace when nobody reads its answers", async () => {
    await initialize();
    let errors = "";
    server.stderr!.on("data", (data: Buffer) => (errors += data.toString()));
    server.stdout!.destroy();
    const ended = once(server, "exit");
    const content = JSON.stringify({
      jsonrpc: "2.0",
      id: 9,
      method: "textDocument/documentSymbol",
      params: { textDocument },
    });
    for (let count = 0; count < 3; count++)
      server.stdin!.write(`Content-Length: ${content.length}\r\n\r\n${content}`);
    await ended;
    assert.equal(errors, "");
  });

  it("asks again for settings that the client failed to give", async () => {
    let asked = 0;
    connection.onRequest(ConfigurationRequest.type, ({ items }) => {
      asked += 1;
      if (asked <= 2) throw new Error("not ready");
      return items.map(() => ({ rules: { "family-required": "warning" } }));
    });
    await initialize({ workspace: { configuration: true }, textDocument: { diagnostic: {} } });
    await open('{ "cpu": "256", "containerDefinitions": [] }');
    const severities = async (): Promise<(number | undefined)[]> => {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
      assert.equal(report.kind, "full");
      return report.items.filter(({ code }) => code === "family-required").map(({ severity }) => severity);
    };
    assert.deepEqual([...new Set(await severities())], [1]);
    assert.deepEqual([...new Set(await severities())], [2]);
  });

  it("shows what is open after a file was closed and opened at once", async () => {
    await initialize();
    for (let count = 0; count < 20; count++) {
      await open(`{ "family": "a" }`);
      await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
      await open(`{ "family": "a", "cpu": "256" }`);
      assert.deepEqual(await symbols(), ["family", "cpu"]);
    }
  });
});
