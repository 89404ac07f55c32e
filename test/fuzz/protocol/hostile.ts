/** A message that no client should send. With a content, that is sent instead, which need not be JSON. */
export type HostileMessage = (
  uri: string,
  lastId: number,
) => {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly content?: string;
};

/** Ids of requests whose answers nobody waits for. */
const stray = "stray";

const malformed: readonly unknown[] = [
  undefined,
  null,
  5,
  "x",
  [],
  {},
  { textDocument: null },
  { textDocument: { uri: null } },
  { textDocument: { uri: "not a uri" } },
  { textDocument: { uri: "file:///w/another-task-definition.json" }, position: null },
];

const methods = [
  "textDocument/completion",
  "textDocument/hover",
  "textDocument/codeAction",
  "textDocument/diagnostic",
  "textDocument/selectionRange",
  "textDocument/rename",
  "textDocument/formatting",
  "workspace/symbol",
  "workspace/executeCommand",
  "completionItem/resolve",
  "taskwright/prepare",
  "taskwright/locate",
  "taskwright/newFile",
  "taskwright/newFileChoices",
  "initialize",
  "__proto__",
  "constructor",
  "no/such/method",
];

const notifications = [
  "initialized",
  "textDocument/didOpen",
  "textDocument/didChange",
  "textDocument/didClose",
  "textDocument/didSave",
  "workspace/didChangeConfiguration",
  "workspace/didChangeWatchedFiles",
  "workspace/didChangeWorkspaceFolders",
  "$/cancelRequest",
  "$/setTrace",
  "$/no/such/notification",
  "no/such/notification",
];

const positions: readonly unknown[] = [
  { line: -1, character: -1 },
  { line: 1e9, character: 1e9 },
  { line: 0.5, character: Number.MAX_SAFE_INTEGER },
  { line: "0", character: null },
  {},
  null,
];

const others: readonly HostileMessage[] = [
  (uri) => ({
    id: stray,
    method: "taskwright/prepare",
    params: { uri, values: JSON.parse('{"__proto__":"x"}') as unknown },
  }),
  (uri) => ({ id: stray, method: "taskwright/prepare", params: { uri, values: { A: 5 } } }),
  (uri) => ({
    id: stray,
    method: "taskwright/locate",
    params: { uri, paths: [["__proto__", -1, 1e9], [null], 5] },
  }),
  (_, lastId) => ({ method: "$/cancelRequest", params: { id: lastId } }),
  (_, lastId) => ({ id: lastId + 1_000_000, result: null }),
  () => ({ id: null, method: "textDocument/hover", params: {} }),
  () => ({ method: 5, params: {} }),
  () => ({ content: "{}" }),
  () => ({ content: "[]" }),
  () => ({ content: "null" }),
  (uri) => ({
    method: "workspace/didChangeWatchedFiles",
    params: {
      changes: [
        { uri, type: 3 },
        { uri: "file:///w/%00.json", type: 1 },
        { uri: "no uri", type: 9 },
      ],
    },
  }),
  () => ({ method: "workspace/didChangeWatchedFiles", params: { changes: [null, {}, { uri: 5 }] } }),
  () => ({
    method: "textDocument/didClose",
    params: { textDocument: { uri: "file:///w/never-opened.json" } },
  }),
  () => ({
    method: "textDocument/didChange",
    params: {
      textDocument: { uri: "file:///w/never-opened.json", version: 1 },
      contentChanges: [{ text: "{}" }],
    },
  }),
  () => ({
    method: "textDocument/didOpen",
    params: {
      textDocument: { uri: "file:///w/odd-task-definition.json", languageId: 5, version: "x", text: null },
    },
  }),
];

/** What a client may send by mistake or on purpose, for a file that is open. */
export const hostileMessages: readonly HostileMessage[] = [
  ...methods.flatMap((method) =>
    malformed.map(
      (params): HostileMessage =>
        () => ({ id: stray, method, params }),
    ),
  ),
  // No sound edit of a file that is open is among these, so that its text stays what the client has.
  ...notifications.flatMap((method) =>
    malformed.map(
      (params): HostileMessage =>
        () => ({ method, params }),
    ),
  ),
  ...positions.flatMap((position) =>
    ["completion", "hover", "definition", "prepareRename"].map(
      (method): HostileMessage =>
        (uri) => ({
          id: stray,
          method: `textDocument/${method}`,
          params: { textDocument: { uri }, position },
        }),
    ),
  ),
  ...positions.map(
    (start): HostileMessage =>
      (uri) => ({
        id: stray,
        method: "textDocument/codeAction",
        params: { textDocument: { uri }, range: { start, end: start }, context: {} },
      }),
  ),
  ...positions.map(
    (start): HostileMessage =>
      (uri) => ({
        id: stray,
        method: "textDocument/rangeFormatting",
        params: { textDocument: { uri }, range: { start, end: start }, options: { tabSize: -1 } },
      }),
  ),
  ...others,
];
