import * as vscode from "vscode";
import type { CancellationToken, LanguageClient } from "vscode-languageclient/node";
import {
  type DocumentKind,
  type InitializationOptions,
  type LocateParams,
  locateRequest,
  type LocateResult,
  lookupRequest,
  type LookupParams,
  type LookupResult,
  newFileChoicesRequest,
  type NewFileChoices,
  type NewFileChoicesParams,
  type NewFileParams,
  newFileRequest,
  prepareRequest,
  type PrepareParams,
  type PrepareResult,
} from "../../../server/src/protocol.ts";
import { hasEcsTraces } from "../../../shared/src/ecsTraces.ts";
import { languages, sharedLanguages, templateLanguages } from "../model/languages.ts";
import { rulePages } from "./rulePages.ts";
import { config } from "./vscodeSettings.ts";

/** Where the server may have something to say: files with `.template` have no language in most editors. */
const documentSelector = [
  ...[...languages, ...templateLanguages].map((language) => ({ language })),
  { pattern: "**/*.{template,tf,tofu}" },
];

/** True for documents of our languages, and for others that the selector takes and that mention ECS. */
function isForServer(document: vscode.TextDocument): boolean {
  if (languages.some((language) => language === document.languageId)) return true;
  return (
    config.templates() &&
    vscode.languages.match(documentSelector, document) > 0 &&
    hasEcsTraces(document.getText())
  );
}

/** The language server as the rest of the extension sees it. It runs in a process of its own. */
export class TaskwrightLanguageClient implements vscode.Disposable {
  readonly #make: () => Promise<LanguageClient>;
  #client: Promise<LanguageClient> | undefined;
  readonly #outputChannel: vscode.LogOutputChannel;
  #isStarted = false;

  /**
   * @param serverPath absolute path of dist/server.js
   * @param lookUp answers what the server asks of the account
   */
  constructor(
    serverPath: string,
    outputChannel: vscode.LogOutputChannel,
    lookUp: (params: LookupParams, signal: AbortSignal) => Promise<LookupResult>,
  ) {
    this.#make = async () => {
      // Two thirds of the extension's code, which is active in windows without any file of ours.
      const { LanguageClient, TransportKind } = await import("./languageClientLibrary.ts");
      const run = { module: serverPath, transport: TransportKind.ipc };
      const client = new LanguageClient(
        "taskwright",
        "ECS",
        // While the extension is debugged (F5), a debugger can attach to the server too.
        { run, debug: { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } } },
        {
          documentSelector,
          outputChannel,
          initializationOptions: {
            codeLenses: true,
            lookups: true,
            sharedLanguages,
            rulePages,
          } satisfies InitializationOptions,
        },
      );
      client.onRequest(lookupRequest, (params: LookupParams, token: CancellationToken) => {
        const aborted = new AbortController();
        token.onCancellationRequested(() => aborted.abort());
        return lookUp(params, aborted.signal);
      });
      return client;
    };
    this.#outputChannel = outputChannel;
  }

  /**
   * Starts the server with the first document of our languages, the first file of another language with ECS
   * in it, or the first question: the extension is active in every window, for which it needs no process.
   */
  startWhenNeeded(subscriptions: vscode.Disposable[]): void {
    const startFor = (document: vscode.TextDocument): void => {
      if (this.#isStarted || !isForServer(document)) return;
      this.#isStarted = true;
      this.#get()
        .then((client) => client.start())
        .catch((error: unknown) => {
          this.#isStarted = false;
          this.#outputChannel.error(`The language server did not start: ${String(error)}`);
        });
    };
    vscode.workspace.textDocuments.forEach(startFor);
    subscriptions.push(
      vscode.workspace.onDidOpenTextDocument(startFor),
      vscode.workspace.onDidChangeTextDocument(({ document }) => startFor(document)),
    );
  }

  #get(): Promise<LanguageClient> {
    return (this.#client ??= this.#make());
  }

  /** What would be registered for an open document, or what stands in the way. */
  async prepare(uri: string, values: Readonly<Record<string, string>> = {}): Promise<PrepareResult> {
    const params: PrepareParams = { uri, values, ownRules: config.ownRules() };
    return (await this.#get()).sendRequest<PrepareResult>(prepareRequest, params);
  }

  /** What a new file of a kind may start from. */
  async newFileChoices(kind: DocumentKind): Promise<NewFileChoices> {
    return (await this.#get()).sendRequest<NewFileChoices>(newFileChoicesRequest, {
      kind,
    } satisfies NewFileChoicesParams);
  }

  /** The text of a new file. */
  async newFile(params: NewFileParams): Promise<string> {
    return (await this.#get()).sendRequest<string>(newFileRequest, params);
  }

  /** Where values of the prepared input stand in an open document. */
  async locate(uri: string, paths: LocateParams["paths"]): Promise<LocateResult["ranges"]> {
    const client = await this.#get();
    const params = { uri, paths } satisfies LocateParams;
    return (await client.sendRequest<LocateResult>(locateRequest, params)).ranges;
  }

  dispose(): void {
    void this.#client?.then((client) => client.dispose());
  }
}
