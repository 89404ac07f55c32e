import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  DidChangeWatchedFilesNotification,
  type ClientCapabilities,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  FileChangeType,
  type FileEvent,
  HoverRequest,
  ShowMessageNotification,
  WorkspaceSymbolRequest,
} from "vscode-languageserver-protocol";
import { DiskFiles } from "../../server/src/diskFiles.ts";
import type { WorkspaceFile } from "../../server/src/host.ts";
import { createLanguageService } from "../../server/src/service/service.ts";
import { isWatchedFile } from "../../server/src/watchedFiles.ts";
import { type BundledServer, startBundledServer } from "../support/bundledServer.ts";
import { until } from "../support/until.ts";

const taskDefinition = (family: string, length = 0): string =>
  JSON.stringify({ family, containerDefinitions: [], requiresCompatibilities: ["EC2"] }).padEnd(length);

describe("Files that are known although they are not open", () => {
  const folders = ["file:///work/shop", "file:///work/other/"];
  const watched: Readonly<Record<string, boolean>> = {
    "file:///work/shop/task-definition.json": true,
    "file:///work/other/a%20b/ecs-service.yaml": true,
    "file:///work/shop/package.json": false,
    "file:///work/shop/node_modules/x/task-definition.json": false,
    "file:///work/shop/a/dist/task-definition.json": false,
    "file:///work/shopping/task-definition.json": false,
    "file:///tmp/task-definition.json": false,
    "file:///work/shop/%E0%A4%A/task-definition.json": true,
    "git:/work/shop/task-definition.json": false,
  };
  for (const [uri, expected] of Object.entries(watched))
    it(`${expected ? "are" : "are not"} ${uri}`, () => assert.equal(isWatchedFile(uri, folders), expected));
});

describe("Files of the disk", () => {
  const uri = "file:///task-definition.json";

  function disk(texts: Map<string, string>): {
    readonly files: DiskFiles;
    readonly kept: Map<string, string>;
    readonly open: Set<string>;
    readonly log: string[];
  } {
    const service = createLanguageService();
    const kept = new Map<string, string>();
    const open = new Set<string>();
    const log: string[] = [];
    const files = new DiskFiles({
      read: async (file): Promise<WorkspaceFile | undefined> => {
        log.push(`read ${file}`);
        const text = texts.get(file);
        return text === undefined ? undefined : { uri: file, text };
      },
      parse: async (file) => service.parse(file.uri, file.text),
      isOpen: (file) => open.has(file),
      keep: (document) => kept.set(document.uri, document.text),
      drop: (file) => kept.delete(file),
      turn: async () => void log.push("turn"),
      onFull: (message) => log.push(message),
    });
    return { files, kept, open, log };
  }

  it("are kept where they are ours, and dropped when they are no more", async () => {
    const texts = new Map([[uri, taskDefinition("a")]]);
    const { files, kept } = disk(texts);
    await files.changed([uri]);
    assert.deepEqual([...kept.keys()], [uri]);
    texts.set(uri, '{"smithy": "2.0"}');
    await files.changed([uri]);
    assert.deepEqual([...kept.keys()], []);
  });

  it("do not count while they are open, also if they are opened while they are read", async () => {
    const { files, kept, open } = disk(new Map([[uri, taskDefinition("a")]]));
    open.add(uri);
    await files.changed([uri]);
    assert.equal(kept.size, 0);
    open.delete(uri);
    const changed = files.changed([uri]);
    open.add(uri);
    await changed;
    assert.equal(kept.size, 0);
  });

  it("are read once more for all events that came while they were read", async () => {
    const { files, log } = disk(new Map());
    await Promise.all([files.changed([uri]), files.changed([uri, uri]), files.changed(["file:///b.json"])]);
    assert.deepEqual(log, [`read ${uri}`, `read ${uri}`, "read file:///b.json"]);
  });

  it("give requests a turn after each 64 KiB", async () => {
    const uris = Array.from({ length: 6 }, (_, index) => `file:///task-definition-${index}.json`);
    const { files, log } = disk(new Map(uris.map((each) => [each, taskDefinition("a", 40_000)])));
    await files.changed(uris);
    assert.deepEqual(
      log.map((line) => line.split(" ")[0]),
      ["read", "read", "turn", "read", "read", "turn", "read", "read", "turn"],
    );
  });

  it("are kept up to 8 million characters, and what is beyond that is told once", async () => {
    const uris = Array.from({ length: 20 }, (_, index) => `file:///task-definition-${index}.json`);
    const { files, kept, log } = disk(new Map(uris.map((each) => [each, taskDefinition("a", 512 * 1024)])));
    await files.changed(uris);
    assert.equal(kept.size, 16);
    const told = log.filter((line) => /^The task/.test(line));
    assert.equal(told.length, 1);
    assert.match(
      told[0]!,
      /more than 8 million characters\. task-definition-16\.json and others are known only/,
    );
    // A file that is opened makes room for another one.
    files.opened(uris[0]!);
    await files.changed([uris[19]!]);
    assert.equal(kept.has(uris[19]!), true);
  });
});

describe("The memory of the server", () => {
  /** MiB of the heap. The server starts with about 20. */
  const heap = "--max-old-space-size=256";
  let folder: string;
  let server: BundledServer;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "taskwright-memory-"));
  });
  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const families = async (): Promise<readonly string[]> => {
    const symbols = await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: "" });
    return (symbols ?? []).map(({ name }) => name).sort();
  };

  async function write(name: string, text: string): Promise<string> {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
    return pathToFileURL(join(folder, name)).href;
  }

  async function start(capabilities: ClientCapabilities = {}): Promise<void> {
    const uri = pathToFileURL(folder).href;
    server = await startBundledServer({ capabilities, workspaceFolders: [{ uri, name: "shop" }] }, [heap]);
  }

  async function created(uris: readonly string[]): Promise<void> {
    const changes = uris.map((uri): FileEvent => ({ uri, type: FileChangeType.Created }));
    await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  it("holds nothing of what others installed, and of files that are not ours", async () => {
    await start();
    const large = taskDefinition("installed", 1000) + " ".repeat(500_000);
    const installed = await Promise.all(
      Array.from({ length: 100 }, (_, index) => write(`node_modules/${index}/task-definition.json`, large)),
    );
    const unknown = await write("services.json", JSON.stringify({ services: { web: {} } }));
    const ours = await write("task-definition.json", taskDefinition("ours"));
    await created([...installed, unknown, ours]);
    await until("a family", async () => (await families()).length > 0);
    assert.deepEqual(await families(), ["ours"]);
  }).timeout(120_000);

  it("holds large files up to a limit, which it tells", async () => {
    await start();
    const told = new Promise<string>((resolve) =>
      server.connection.onNotification(ShowMessageNotification.type, ({ message }) => resolve(message)),
    );
    const containers = Array.from({ length: 3_000 }, (_, index) => ({
      name: `app-${index}`,
      image: "nginx",
      environment: [
        { name: "A", value: "b" },
        { name: "C", value: "d" },
      ],
      portMappings: [{ containerPort: 80, hostPort: 80 }],
    }));
    const text = JSON.stringify({ family: "large", containerDefinitions: containers });
    assert.ok(text.length > 400_000 && text.length < 512 * 1024);
    await created(
      await Promise.all(
        Array.from({ length: 100 }, (_, index) => write(`${index}/task-definition.json`, text)),
      ),
    );
    assert.match(await told, /more than 8 million characters/);
    assert.equal(
      await server.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri: "file:///none.json" },
        position: { line: 0, character: 0 },
      }),
      null,
    );
  }).timeout(120_000);

  it("is free again after each of 10,000 edits", async () => {
    // Diagnostics that are pulled are not computed for each of them.
    await start({ textDocument: { diagnostic: {} } });
    const uri = `${pathToFileURL(folder).href}/task-definition.json`;
    const text = taskDefinition("edited").replace(
      "[]",
      `[${Array(50).fill('{"name":"a","image":"b","memory":8,"environment":[{"name":"A","value":"b"}]}').join()}]`,
    );
    await server.open(uri, text);
    for (let version = 2; version <= 10_001; version++) {
      const start = { line: 0, character: 0 };
      const end = { line: 0, character: version % 2 };
      await server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ range: { start, end }, text: version % 2 === 0 ? " " : "" }],
      });
    }
    assert.ok((await families()).includes("edited"));
  }).timeout(1_200_000);

  it("is free again after 3,000 files were opened and closed", async () => {
    await start();
    const text = taskDefinition("opened").replace(
      "[]",
      `[${Array(500).fill('{"name":"a","image":"b","memory":8,"environment":[{"name":"A","value":"b"}]}').join()}]`,
    );
    for (let number = 0; number < 3_000; number++) {
      const uri = `${pathToFileURL(folder).href}/${number}/task-definition.json`;
      await server.open(uri, text.replace("opened", `opened-${number}`));
      await server.connection.sendNotification(DidCloseTextDocumentNotification.type, {
        textDocument: { uri },
      });
    }
    assert.deepEqual(await families(), []);
  }).timeout(1_200_000);
});
