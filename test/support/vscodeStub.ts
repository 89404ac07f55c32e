/**
 * Stands for the module `vscode` where a file of client/src/editor is tested by itself: remembers each text
 * that it is told to show. Import it before the file.
 */
import { registerHooks } from "node:module";

const remembered: string[] = [];

/** Every text that was shown, in order. */
export const shown: readonly string[] = remembered;

/** Forgets what was shown. */
export const forget = (): void => void (remembered.length = 0);

function remember(value: unknown): void {
  if (typeof value === "string") remembered.push(value);
  else if (typeof value === "object" && value !== null)
    for (const member of Object.values(value)) remember(member);
}

/** What answers messages, lists and boxes, and what the last one was given. */
export const answer: { value: unknown; given: readonly unknown[] } = { value: undefined, given: [] };

const ask = async (...given: unknown[]): Promise<unknown> => {
  answer.given = given;
  remember(given);
  return answer.value;
};

/** Remembers what is assigned to it. */
const recording = (): object =>
  new Proxy(
    { show: () => undefined, dispose: () => undefined },
    { set: (_target, _name, value) => (remember(value), true) },
  );

class TreeItem {
  constructor(label: string) {
    remember(label);
    return new Proxy(this, { set: (_target, _name, value) => (remember(value), true) });
  }
}

class MarkdownString {
  constructor(value: string) {
    remember(value);
  }
}

/**
 * Settings as VS Code tells where each is from, by their names after `taskwright.`, and whether the workspace
 * is trusted.
 */
export const workspace: {
  isTrusted: boolean;
  settings: Readonly<Record<string, { readonly globalValue?: unknown; readonly workspaceValue?: unknown }>>;
} = { isTrusted: true, settings: {} };

/** A panel whose page sends messages, and what was sent to it. */
interface StubPanel {
  send(message: object): Promise<unknown>;
  readonly received: object[];
  close(): void;
}

/** The panels that were opened. */
export const panels: StubPanel[] = [];

function openPanel(): object {
  let listener: (message: object) => Promise<unknown> = async () => undefined;
  let onClosed = (): void => undefined;
  const received: object[] = [];
  panels.push({ send: (message) => listener(message), received, close: () => onClosed() });
  return {
    visible: false,
    reveal: () => undefined,
    onDidChangeViewState: () => ({ dispose: () => undefined }),
    onDidDispose: (closed: () => void) => void (onClosed = closed),
    webview: {
      cspSource: "self",
      asWebviewUri: String,
      postMessage: async (message: object) => received.push(message),
      onDidReceiveMessage: (heard: typeof listener) => {
        listener = heard;
        return { dispose: () => undefined };
      },
    },
  };
}

/** A text document as far as its language is concerned. */
interface StubDocument {
  languageId: string;
  readonly uri: { readonly scheme: string };
  text: string;
  getText(): string;
}

type Listener<T> = (event: T) => void;

const opened: Listener<StubDocument>[] = [];
const changed: Listener<{ document: StubDocument }>[] = [];

const listen =
  <T>(listeners: Listener<T>[]) =>
  (listener: Listener<T>): object => {
    listeners.push(listener);
    return { dispose: () => undefined };
  };

/** Opens and changes text documents as a user does. */
export const documents = {
  /** Forgets who listens. */
  reset(): void {
    opened.length = 0;
    changed.length = 0;
  },
  open(text: string, { languageId = "json", scheme = "file" } = {}): StubDocument {
    const document = { languageId, uri: { scheme }, text, getText: () => document.text };
    for (const listener of opened) listener(document);
    return document;
  },
  change(document: StubDocument, text: string): void {
    document.text = text;
    for (const listener of changed) listener({ document });
  },
  /** VS Code closes a document whose language changes, and opens it again. */
  setLanguage(this: void, document: StubDocument, languageId: string): void {
    document.languageId = languageId;
    for (const listener of opened) listener(document);
  },
};

const stub = {
  languages: { setTextDocumentLanguage: documents.setLanguage },
  Uri: { joinPath: (...parts: unknown[]) => parts.map(String).join("/"), parse: String },
  env: { openExternal: ask },
  workspace: {
    textDocuments: [],
    onDidOpenTextDocument: listen(opened),
    onDidChangeTextDocument: listen(changed),
    get isTrusted() {
      return workspace.isTrusted;
    },
    getConfiguration: () => ({
      inspect: (name: string) => workspace.settings[name],
      get: (name: string, fallback: unknown) =>
        workspace.settings[name]?.workspaceValue ?? workspace.settings[name]?.globalValue ?? fallback,
    }),
  },
  window: {
    showErrorMessage: ask,
    showInformationMessage: ask,
    showWarningMessage: ask,
    showQuickPick: ask,
    showInputBox: ask,
    showOpenDialog: ask,
    withProgress: (options: unknown, work: (progress: object, token: object) => unknown) => {
      remember(options);
      return work({ report: remember }, { onCancellationRequested: () => undefined });
    },
    createStatusBarItem: recording,
    createTerminal: (options: unknown) => (remember(options), recording()),
    createWebviewPanel: (_type: string, title: string) => {
      remember(title);
      return openPanel();
    },
    registerWebviewPanelSerializer: () => ({ dispose: () => undefined }),
    createTreeView: recording,
  },
  ProgressLocation: { Notification: 15 },
  StatusBarAlignment: { Left: 1 },
  ViewColumn: { Active: -1 },
  TreeItemCollapsibleState: { None: 0 },
  TreeItem,
  MarkdownString,
};

(globalThis as { vscodeStub?: object }).vscodeStub = stub;
const source = Object.keys(stub)
  .map((name) => `export const ${name} = globalThis.vscodeStub.${name};`)
  .join("\n");

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "vscode"
      ? { url: "stub:vscode", format: "module", shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === "stub:vscode" ? { format: "module", source, shortCircuit: true } : next(url, context),
});
