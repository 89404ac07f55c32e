import assert from "node:assert/strict";
import { CodeActionRequest, type CompletionList, CompletionRequest, DocumentDiagnosticRequest, HoverRequest } from "vscode-languageserver-protocol";
import { prepareRequest, type PrepareResult } from "../../server/src/protocol.ts";
import { type BundledServer, startBundledServer } from "../support/bundledServer.ts";

const uri = "file:///workspace/task-definition.json";
const text = `{
  "family": "orders",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": "256",
  "memory": "4096",
  "containerDefinitions": [{ "name": "api", "image": "orders:1" }]
}
`;
const memory = { start: { line: 5, character: 12 }, end: { line: 5, character: 18 } };

describe("The bundled server over stdio", () => {
  let server: BundledServer;
  afterEach(() => server.stop());

  it("pushes diagnostics to a client that does not pull", async () => {
    server = await startBundledServer();
    const diagnostics = server.nextDiagnostics(uri);
    await server.open(uri, text);
    const errors = (await diagnostics).diagnostics.filter(({ severity }) => severity === 1);
    assert.deepEqual(
      errors.map(({ code, range, source }) => ({ code, range, source })),
      [{ code: "fargate-cpu-memory-combination", range: memory, source: "ecs" }],
    );
  });

  it("gives diagnostics on request to a client that pulls", async () => {
    server = await startBundledServer({ capabilities: { textDocument: { diagnostic: {} } } });
    await server.open(uri, text);
    const report = await server.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    assert.equal(report.kind, "full");
    const errors = report.kind === "full" ? report.items.filter(({ severity }) => severity === 1) : [];
    assert.deepEqual(errors.map(({ code }) => code), ["fargate-cpu-memory-combination"]);
  });

  it("offers the quick fixes of a finding", async () => {
    server = await startBundledServer();
    await server.open(uri, text);
    const actions = await server.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range: memory, context: { diagnostics: [] } });
    assert.deepEqual(actions?.map(({ title }) => title), ["Use 2048 MiB of memory", "Use 512 CPU units"]);
  });

  it("completes memory with the sizes that go with the cpu", async () => {
    server = await startBundledServer();
    await server.open(uri, text);
    const items = await server.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position: { line: 5, character: 13 } });
    assert.deepEqual((items as CompletionList).items.map(({ label }) => label), ["512", "1024", "2048"]);
  });

  it("explains a property", async () => {
    server = await startBundledServer();
    await server.open(uri, text);
    const hover = await server.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line: 3, character: 5 } });
    assert.deepEqual(hover?.range, { start: { line: 3, character: 2 }, end: { line: 3, character: 15 } });
  });

  it("prepares what would be registered, or says what stands in the way", async () => {
    server = await startBundledServer();
    await server.open(uri, text);
    const refused = await server.connection.sendRequest<PrepareResult>(prepareRequest, { uri });
    assert.deepEqual(refused.problems.map(({ code }) => code), ["fargate-cpu-memory-combination"]);
    assert.equal(refused.input, undefined);

    const good = "file:///workspace/taskdef.json";
    await server.open(good, text.replace("4096", "${MEMORY}"));
    const prepared = await server.connection.sendRequest<PrepareResult>(prepareRequest, { uri: good, values: { MEMORY: "512" } });
    assert.equal(prepared.input?.["memory"], "512");
  });
});
