import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type CodeAction,
  CodeLensRefreshRequest,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  InlayHintRefreshRequest,
  InlayHintRequest,
  CodeActionRequest,
  type CompletionList,
  CompletionRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  HoverRequest,
  ShowMessageNotification,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type NewFileChoices,
  newFileChoicesRequest,
  newFileRequest,
  prepareRequest,
  type PrepareResult,
} from "../../server/src/protocol.ts";
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

const described = `{ "taskDefinition": { "family": "orders", "revision": 3, "cpu": "256", "memory": "512", "containerDefinitions": [{ "name": "api", "image": "orders:1", "cpu": "128" }] } }`;

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

  for (const [where, initializationOptions, address] of [
    ["on the web", undefined, "https://github.com/taskwright/taskwright/blob/main/docs/rules/README.md#"],
    ["in the client, which shows them", { rulePages: "pages:/" }, "pages:/"],
  ] as const)
    it(`links findings and their fixes to the pages of their rules ${where}`, async () => {
      server = await startBundledServer({ initializationOptions });
      const pushed = server.nextDiagnostics(uri);
      await server.open(uri, text);
      const { diagnostics } = await pushed;
      const actions = (await server.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range: memory,
        context: { diagnostics: [] },
      })) as CodeAction[];
      const linked = [...diagnostics, ...actions.flatMap((action) => action.diagnostics ?? [])];
      assert.ok(linked.length > diagnostics.length);
      for (const { code, codeDescription } of linked)
        assert.equal(codeDescription?.href, `${address}${code}${address.startsWith("https") ? "" : ".md"}`);
    });

  it("gives diagnostics on request to a client that pulls", async () => {
    server = await startBundledServer({ capabilities: { textDocument: { diagnostic: {} } } });
    await server.open(uri, text);
    const report = await server.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    assert.equal(report.kind, "full");
    const errors = report.kind === "full" ? report.items.filter(({ severity }) => severity === 1) : [];
    assert.deepEqual(
      errors.map(({ code }) => code),
      ["fargate-cpu-memory-combination"],
    );
  });

  it("offers the quick fixes of a finding", async () => {
    server = await startBundledServer();
    await server.open(uri, text);
    const actions = await server.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: memory,
      context: { diagnostics: [] },
    });
    assert.deepEqual(
      actions?.map(({ title }) => title),
      ["Use 2048 MiB of memory", "Use 512 CPU units"],
    );
  });

  it("applies every safe fix of a file when it is asked for that kind of action, and only then", async () => {
    server = await startBundledServer();
    await server.open(uri, described);
    const request = (only?: string[]) =>
      server.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range: memory,
        context: { diagnostics: [], ...(only && { only }) },
      });
    const [action] = (await request(["source.fixAll"])) as CodeAction[];
    assert.equal(action?.kind, "source.fixAll.ecs");
    const fixed = TextDocument.applyEdits(
      TextDocument.create(uri, "json", 1, described),
      action?.edit?.changes?.[uri] ?? [],
    );
    assert.deepEqual(JSON.parse(fixed), {
      family: "orders",
      cpu: "256",
      memory: "512",
      containerDefinitions: [{ name: "api", image: "orders:1", cpu: 128 }],
    });
    assert.deepEqual(
      ((await request()) as CodeAction[]).filter(({ kind }) => kind === "source.fixAll.ecs"),
      [],
    );
  });

  it("takes the severities of the nearest .taskwrightrc.json, and tells of one that is broken", async () => {
    const folder = await mkdtemp(join(tmpdir(), "taskwright-rc-"));
    const inFolder = pathToFileURL(join(folder, "task-definition.json")).href;
    await writeFile(
      join(folder, ".taskwrightrc.json"),
      '{ "rules": { "fargate-cpu-memory-combination": "hint" } }',
    );
    server = await startBundledServer({ capabilities: { textDocument: { diagnostic: {} } } });
    await server.open(inFolder, text);
    const severities = async (): Promise<unknown> => {
      const report = await server.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri: inFolder },
      });
      return (
        report.kind === "full" &&
        report.items.find(({ code }) => code === "fargate-cpu-memory-combination")?.severity
      );
    };
    assert.equal(await severities(), 4);

    const told = new Promise<string>((resolve) =>
      server.connection.onNotification(ShowMessageNotification.type, ({ message }) => resolve(message)),
    );
    await writeFile(
      join(folder, ".taskwrightrc.json"),
      '{ "rules": { "[press](command:workbench.action.quit)\\u001b[2J": "off" } }',
    );
    const changed = pathToFileURL(join(folder, ".taskwrightrc.json")).href;
    await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: changed, type: FileChangeType.Changed }],
    });
    assert.equal(await severities(), 1);
    assert.match(
      await told,
      /\.taskwrightrc\.json names the rule "\[press\] \(command:workbench\.action\.quit\)\[2J", which/,
    );
    await rm(folder, { recursive: true });
  });

  it("completes memory with the sizes that go with the cpu", async () => {
    server = await startBundledServer();
    await server.open(uri, text);
    const items = await server.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: { line: 5, character: 13 },
    });
    const sizes = (items as CompletionList).items.filter(
      ({ additionalTextEdits }) => additionalTextEdits === undefined,
    );
    assert.deepEqual(
      sizes.map(({ label }) => label),
      ["512", "1024", "2048"],
    );
  });

  it("explains a property", async () => {
    server = await startBundledServer();
    await server.open(uri, text);
    const hover = await server.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { line: 3, character: 5 },
    });
    assert.deepEqual(hover?.range, { start: { line: 3, character: 2 }, end: { line: 3, character: 15 } });
  });

  it("has hints and lenses asked for again when settings change", async () => {
    const workspace = {
      configuration: true,
      inlayHint: { refreshSupport: true },
      codeLens: { refreshSupport: true },
    };
    server = await startBundledServer({
      capabilities: { workspace, textDocument: { codeLens: {}, inlayHint: {} } },
    });
    let sizes = true;
    server.connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(() => ({ inlayHints: { sizes, sums: false, cost: false } })),
    );
    const hints = async (): Promise<number> =>
      (
        await server.connection.sendRequest(InlayHintRequest.type, {
          textDocument: { uri },
          range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
        })
      )?.length ?? 0;
    await server.open(uri, text);
    const refreshed = (type: string): Promise<void> =>
      new Promise((resolve) => server.connection.onRequest(type, () => resolve()));
    const first = refreshed(InlayHintRefreshRequest.method);
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await first;
    assert.equal(await hints(), 2);
    sizes = false;
    const [again, lenses] = [
      refreshed(InlayHintRefreshRequest.method),
      refreshed(CodeLensRefreshRequest.method),
    ];
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await Promise.all([again, lenses]);
    assert.equal(await hints(), 0);
  });

  it("says what a new file may start from, and writes it", async () => {
    server = await startBundledServer();
    const choices = await server.connection.sendRequest<NewFileChoices>(newFileChoicesRequest, {
      kind: "service",
    });
    assert.deepEqual(
      choices.scaffolds.map(({ id }) => id),
      [
        "service-web",
        "service-worker",
        "service-connect",
        "service-blue-green",
        "service-canary",
        "service-linear",
        "service-ec2-web",
        "service-spot",
        "service-managed-instances",
        "service-ebs",
        "service-daemon",
      ],
    );
    const text = await server.connection.sendRequest<string>(newFileRequest, {
      kind: "service",
      scaffold: "service-daemon",
      answers: { family: "agent", cluster: "live" },
    });
    assert.equal((JSON.parse(text) as { serviceName: string }).serviceName, "agent");
    assert.equal(
      await server.connection.sendRequest(newFileRequest, { kind: "service", scaffold: "none", answers: {} }),
      null,
    );
  });

  it("prepares what would be registered, or says what stands in the way", async () => {
    server = await startBundledServer();
    await server.open(uri, text);
    const refused = await server.connection.sendRequest<PrepareResult>(prepareRequest, { uri });
    assert.deepEqual(
      refused.problems.map(({ code }) => code),
      ["fargate-cpu-memory-combination"],
    );
    assert.equal(refused.input, undefined);

    const good = "file:///workspace/taskdef.json";
    await server.open(good, text.replace("4096", "${MEMORY}"));
    const prepared = await server.connection.sendRequest<PrepareResult>(prepareRequest, {
      uri: good,
      values: { MEMORY: "512" },
    });
    assert.equal(prepared.input?.["memory"], "512");
  });

  it("lets no workspace turn off an error that stops a deploy, but the user, and a workspace add one", async () => {
    const folder = await mkdtemp(join(tmpdir(), "taskwright-rc-"));
    const inFolder = pathToFileURL(join(folder, "task-definition.json")).href;
    const combination = "fargate-cpu-memory-combination";
    const configure = (rules: object): Promise<void> =>
      writeFile(join(folder, ".taskwrightrc.json"), JSON.stringify({ rules }));
    const problems = async (ownRules: object): Promise<readonly string[]> => {
      const { problems: found } = await server.connection.sendRequest<PrepareResult>(prepareRequest, {
        uri: inFolder,
        ownRules,
      });
      return found.map(({ code, message }) => `${code} ${/ This workspace .*/.exec(message)?.[0] ?? ""}`);
    };
    server = await startBundledServer();
    await server.open(inFolder, text);
    await configure({ [combination]: "off" });
    assert.deepEqual(await problems({}), [
      `${combination}  This workspace sets ${combination} to off, which does not count for a deploy; your own settings do.`,
    ]);
    assert.deepEqual(await problems({ [combination]: "hint" }), []);

    await configure({ [combination]: "error", "log-configuration-missing": "error" });
    await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [
        { uri: pathToFileURL(join(folder, ".taskwrightrc.json")).href, type: FileChangeType.Changed },
      ],
    });
    assert.deepEqual((await problems({ [combination]: "off" })).toSorted(), [
      `${combination} `,
      "log-configuration-missing ",
    ]);
    await rm(folder, { recursive: true });
  });
});
