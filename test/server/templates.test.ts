import assert from "node:assert/strict";
import {
  CodeLensRequest,
  CompletionRequest,
  ConfigurationRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
} from "vscode-languageserver-protocol";
import type { InitializationOptions } from "../../server/src/protocol.ts";
import { type BundledServer, startBundledServer } from "../support/bundledServer.ts";

const uri = "file:///workspace/template.yaml";
const template = `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      Cpu: 256
      Memory: 4096
      NetworkMode: awsvpc
      RequiresCompatibilities: [FARGATE]
      ContainerDefinitions:
        - Name: web
          Image: !Ref Image
`;
const jsonTemplate = JSON.stringify({
  Resources: {
    Task: {
      Type: "AWS::ECS::TaskDefinition",
      Properties: { ContainerDefinitions: [{ Name: "web", Image: "" }] },
    },
  },
});
const taskDefinition = `{ "family": "orders", "containerDefinitions": [{ "name": "web", "image": "", "memory": 512 }] }`;
const runTask = `{ "taskDefinition": "orders", "count": 11 }`;

const sharing = { sharedLanguages: ["json", "jsonc"] } satisfies InitializationOptions;

describe("A template, over the protocol", () => {
  let server: BundledServer;
  afterEach(() => server.stop());

  const codes = async (of: string): Promise<unknown[]> => {
    const report = await server.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: of },
    });
    assert.equal(report.kind, "full");
    return report.kind === "full"
      ? report.items.filter(({ severity }) => severity === 1).map(({ code }) => code)
      : [];
  };

  it("has its diagnostics pushed, once the parser of YAML is loaded", async () => {
    server = await startBundledServer();
    const diagnostics = server.nextDiagnostics(uri);
    await server.open(uri, template, "yaml");
    const errors = (await diagnostics).diagnostics.filter(({ severity }) => severity === 1);
    assert.deepEqual(
      errors.map(({ code, range }) => ({ code, line: range.start.line })),
      [{ code: "fargate-cpu-memory-combination", line: 6 }],
    );
  });

  it("is explained and completed, and formatted and outlined by its own language alone", async () => {
    server = await startBundledServer({ capabilities: { textDocument: { diagnostic: {} } } });
    await server.open(uri, template, "yaml");
    assert.deepEqual(await codes(uri), ["fargate-cpu-memory-combination"]);
    const at = { textDocument: { uri }, position: { line: 7, character: 10 } };
    const hover = await server.connection.sendRequest(HoverRequest.type, at);
    assert.match(JSON.stringify(hover?.contents), /network/i);
    const { connection } = server;
    const textDocument = { uri };
    const answers = await Promise.all([
      connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
      connection.sendRequest(FoldingRangeRequest.type, { textDocument }),
      connection.sendRequest(DocumentFormattingRequest.type, {
        textDocument,
        options: { tabSize: 4, insertSpaces: true },
      }),
      connection.sendRequest(CodeLensRequest.type, { textDocument }),
    ]);
    assert.deepEqual(answers, [[], [], [], []]);
    const completion = await connection.sendRequest(CompletionRequest.type, at);
    const items = Array.isArray(completion) ? completion : (completion?.items ?? []);
    assert.deepEqual(
      items.slice(0, 3).map(({ label }) => label),
      ["RuntimePlatform", "ExecutionRoleArn", "TaskRoleArn"],
    );
  });

  it("in HCL is checked, too", async () => {
    server = await startBundledServer();
    const file = "file:///workspace/main.tf";
    const diagnostics = server.nextDiagnostics(file);
    await server.open(
      file,
      'resource "aws_ecs_service" "web" {\n  name = "web"\n  launch_type = "FARGAT"\n}\n',
      "terraform",
    );
    const errors = (await diagnostics).diagnostics.filter(({ severity }) => severity === 1);
    assert.deepEqual(
      errors.map(({ code, range }) => ({ code, line: range.start.line })),
      [{ code: "enum-value", line: 2 }],
    );
  });

  it("is left alone where the settings say so", async () => {
    server = await startBundledServer({
      capabilities: { workspace: { configuration: true }, textDocument: { diagnostic: {} } },
    });
    server.connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(() => ({ templates: false })),
    );
    await server.open(uri, template, "yaml");
    assert.deepEqual(await codes(uri), []);
  });

  it("in JSON is ours in a language that we share, unlike a task definition there", async () => {
    server = await startBundledServer({
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: sharing,
    });
    await server.open("file:///workspace/template.json", jsonTemplate, "json");
    await server.open("file:///workspace/some.json", taskDefinition, "json");
    await server.open("file:///workspace/run.json", runTask, "json");
    assert.deepEqual(await codes("file:///workspace/template.json"), ["container-memory-required"]);
    assert.deepEqual(await codes("file:///workspace/some.json"), []);
    assert.deepEqual(await codes("file:///workspace/run.json"), ["run-task-count"]);
  });

  it("in JSON keeps the outline of its own language only", async () => {
    server = await startBundledServer({ initializationOptions: sharing });
    await server.open("file:///workspace/run.json", runTask, "json");
    await server.open("file:///workspace/package.json", `{ "name": "orders" }`, "json");
    for (const name of ["run.json", "package.json"])
      assert.deepEqual(
        await server.connection.sendRequest(DocumentSymbolRequest.type, {
          textDocument: { uri: `file:///workspace/${name}` },
        }),
        [],
      );
  });
});
