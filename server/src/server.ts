import {
  type CodeAction,
  CodeActionKind,
  CodeLensRefreshRequest,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type Position,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { capabilitiesFor } from "./capabilities.ts";
import { configurationFile } from "./configurationFile.ts";
import { deployRules, withReasons } from "./deployRules.ts";
import { DiskFiles } from "./diskFiles.ts";
import { FileRules } from "./fileRules.ts";
import type { ServerHost } from "./host.ts";
import { KnownFiles } from "./knownFiles.ts";
import { LiveValues } from "./liveValues.ts";
import { Completions } from "./completions.ts";
import {
  type InitializationOptions,
  type LocateParams,
  locateRequest,
  type LocateResult,
  lookupRequest,
  type LookupResult,
  newFileChoicesRequest,
  type NewFileChoicesParams,
  type NewFileParams,
  newFileRequest,
  prepareRequest,
  type PrepareParams,
  type PrepareResult,
} from "./protocol.ts";
import { answering, listenForNames, listenForStructure } from "./requests.ts";
import type { EcsDocument } from "./service/documents/ecsDocument.ts";
import type { InlayHintSettings } from "./service/features/inlayHints.ts";
import { withExistence } from "./service/features/hover/existence.ts";
import { fixAllKind } from "./service/features/codeActions.ts";
import type { RuleSettings } from "./service/features/validate.ts";
import { chosenRules } from "./service/rules/presets.ts";
import type { LanguageService } from "./service/service.ts";
import { isWatchedFile } from "./watchedFiles.ts";
import { showWarning } from "./window.ts";

/** Serves the language service over a connection. The only file that knows the protocol. */
export function startServer(connection: Connection, host: ServerHost): void {
  new Server(connection, host).listen();
}

/** The section `taskwright` of the client's settings. */
interface Settings {
  readonly rules?: RuleSettings;
  readonly presets?: readonly string[];
  readonly inlayHints?: InlayHintSettings;
  /** Whether templates of CloudFormation and the like are checked; they are unless it says no. */
  readonly templates?: boolean;
}

class Server {
  readonly #connection: Connection;
  readonly #files: KnownFiles;
  readonly #disk: DiskFiles;
  readonly #service: LanguageService;
  readonly #host: ServerHost;
  readonly #open = new TextDocuments(TextDocument);
  #folders: readonly string[] = [];
  #settings: Settings = {};
  #pullsDiagnostics = false;
  #client: InitializeParams["capabilities"] = {};
  #options: InitializationOptions = {};
  readonly #live: LiveValues;
  readonly #completions: Completions;
  readonly #rules = new FileRules(this.#readRules.bind(this), () => chosenRules(this.#settings));

  constructor(connection: Connection, host: ServerHost) {
    this.#connection = connection;
    this.#files = new KnownFiles(
      () => ({ options: this.#options, templates: this.#settings.templates ?? true }),
      (name) => host.readOwnFile(name),
    );
    this.#service = this.#files.service;
    this.#host = host;
    this.#disk = new DiskFiles({
      read: (uri) => host.readFile(uri),
      parse: (file) => this.#files.parse(file),
      isOpen: (uri) => this.#open.get(uri) !== undefined,
      keep: (document) => this.#service.workspace.set(document),
      drop: (uri) => this.#service.workspace.delete(uri),
      turn: () => host.wait(0),
      onFull: (message) => void showWarning(connection, message),
    });
    this.#live = new LiveValues({
      ask: (params, token) => connection.sendRequest<LookupResult>(lookupRequest, params, token),
      now: () => host.now(),
      wait: (milliseconds) => host.wait(milliseconds),
    });
    this.#completions = new Completions(this.#service, this.#live, () => this.#options.lookups ?? false);
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onDidChangeConfiguration(() => this.#configure());
    connection.onDidChangeWatchedFiles(async ({ changes }) => {
      if (changes.some(({ uri }) => uri.endsWith(`/${configurationFile}`))) this.#rules.forget();
      await this.#filesChanged(changes.map(({ uri }) => uri));
    });
    connection.onCompletion(
      answering(this.#files.find, [], (document, { position, context }) =>
        this.#completions.of(document, position, context?.triggerCharacter),
      ),
    );
    connection.onHover(
      answering(this.#files.find, null, (document, { position }) => this.#hover(document, position)),
    );
    connection.onCodeAction((params) => this.#codeActions(params));
    this.#listenForAnnotations();
    listenForNames(connection, this.#service, this.#files.find);
    listenForStructure(connection, this.#service, this.#files.findWhole);
    connection.languages.diagnostics.on(async ({ textDocument }) => ({
      kind: DocumentDiagnosticReportKind.Full,
      items: await this.#diagnostics(textDocument.uri),
    }));
    connection.onRequest(prepareRequest, (params: PrepareParams) => this.#prepare(params));
    connection.onRequest(newFileChoicesRequest, ({ kind }: NewFileChoicesParams) =>
      this.#service.newFileChoices(kind),
    );
    connection.onRequest(
      newFileRequest,
      ({ kind, scaffold, answers }: NewFileParams) => this.#service.newFile(kind, scaffold, answers) ?? null,
    );
    connection.onRequest(
      locateRequest,
      ({ uri, paths }: LocateParams): LocateResult => ({
        ranges:
          this.#with(uri, (document) =>
            paths.flatMap((path) => this.#service.locate(document, path) ?? []),
          ) ?? [],
      }),
    );
    this.#open.onDidChangeContent(({ document }) => this.#contentChanged(document));
    this.#open.onDidClose(({ document }) => this.#closed(document.uri));
    this.#open.listen(connection);
    connection.listen();
  }

  #listenForAnnotations(): void {
    const connection = this.#connection;
    const service = this.#service;
    connection.languages.inlayHint.on(
      answering(this.#files.find, [], (document, { range }) =>
        service.inlayHints(document, range, this.#settings.inlayHints),
      ),
    );
    connection.onCodeLens(answering(this.#files.find, [], (document) => service.codeLenses(document)));
    connection.onDocumentLinks(
      answering(this.#files.find, [], (document) => service.documentLinks(document)),
    );
  }

  #initialize({
    capabilities,
    workspaceFolders,
    rootUri,
    initializationOptions,
  }: InitializeParams): InitializeResult {
    this.#client = capabilities;
    this.#options = (initializationOptions ?? {}) as InitializationOptions;
    this.#folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    this.#pullsDiagnostics = capabilities.textDocument?.diagnostic !== undefined;
    return capabilitiesFor(capabilities, this.#options);
  }

  async #initialized(): Promise<void> {
    const { workspace } = this.#client;
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration)
      await this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: "**/*.{json,jsonc,yaml,yml,tf,tofu}" }],
      });
    if (workspace?.didChangeConfiguration?.dynamicRegistration)
      await this.#connection.client.register(DidChangeConfigurationNotification.type, {
        section: "taskwright",
      });
    await this.#configure();
    await this.#indexFolders();
  }

  async #configure(): Promise<void> {
    if (this.#client.workspace?.configuration) {
      const asked = this.#connection.workspace.getConfiguration("taskwright") as Promise<Settings | null>;
      this.#settings = (await asked.catch(() => this.#settings)) ?? {};
    }
    this.#rules.forget();
    this.#refreshAll();
  }

  /**
   * The settings of the file's folder, and over them those that stand beside the sources, so that editor and
   * CI agree.
   */
  async #readRules(uri: string): Promise<RuleSettings> {
    const section = { scopeUri: uri, section: "taskwright" };
    const settings = this.#client.workspace?.configuration
      ? ((await this.#connection.workspace.getConfiguration(section)) as Settings | null)
      : this.#settings;
    try {
      return { ...chosenRules(settings ?? {}), ...(await this.#host.readRules(uri)) };
    } catch (error) {
      await showWarning(this.#connection, (error as Error).message);
      return chosenRules(settings ?? {});
    }
  }

  async #indexFolders(): Promise<void> {
    for (const folder of this.#folders)
      for await (const file of this.#host.findFiles(folder)) await this.#disk.found(file);
    this.#refreshAll();
  }

  async #filesChanged(uris: readonly string[]): Promise<void> {
    const watched = uris.filter((uri) => isWatchedFile(uri, this.#folders));
    if (watched.length > 0) await this.#disk.changed(watched);
    this.#refreshAll();
  }

  #contentChanged(text: TextDocument): void {
    this.#disk.opened(text.uri);
    const updated = this.#files.update(text);
    if (updated instanceof Promise)
      void updated.then(
        () => this.#parserLoaded(text),
        (error: unknown) => this.#connection.console.error(`A parser was not loaded: ${String(error)}`),
      );
    else if (!this.#pullsDiagnostics) void this.#push(text.uri);
  }

  /** What was asked about the file before got no answer. */
  #parserLoaded(text: TextDocument): void {
    if (this.#open.get(text.uri) === text) this.#contentChanged(text);
    this.#refreshAll();
  }

  #closed(uri: string): void {
    if (!this.#pullsDiagnostics) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#service.workspace.delete(uri);
    this.#rules.forgetFile(uri);
    if (isWatchedFile(uri, this.#folders)) void this.#disk.changed([uri]);
  }

  /** After something changed on which every open file may depend. */
  #refreshAll(): void {
    const { workspace, textDocument } = this.#client;
    if (workspace?.inlayHint?.refreshSupport) this.#refresh(this.#connection.languages.inlayHint.refresh());
    if (workspace?.codeLens?.refreshSupport && textDocument?.codeLens)
      this.#refresh(this.#connection.sendRequest(CodeLensRefreshRequest.type));
    if (!this.#pullsDiagnostics) for (const { uri } of this.#open.all()) void this.#push(uri);
    else if (workspace?.diagnostics?.refreshSupport)
      this.#refresh(this.#connection.languages.diagnostics.refresh());
  }

  /** A client that refuses to ask again shows what it has. */
  #refresh(request: Promise<void>): void {
    request.catch((error: unknown) =>
      this.#connection.console.warn(`The client does not refresh: ${String(error)}`),
    );
  }

  async #push(uri: string): Promise<void> {
    const known = this.#service.workspace.get(uri);
    const rules = await this.#rules.of(uri);
    // Another version may have come meanwhile; it pushes its own.
    if (this.#service.workspace.get(uri) !== known) return;
    const document = this.#files.find(uri);
    await this.#connection.sendDiagnostics({
      uri,
      ...(document && { version: document.lines.version }),
      diagnostics: document ? this.#service.diagnostics(document, rules) : [],
    });
  }

  async #diagnostics(uri: string): Promise<Diagnostic[]> {
    await this.#files.ready.catch(() => undefined);
    const rules = await this.#rules.of(uri);
    return this.#with(uri, (document) => this.#service.diagnostics(document, rules)) ?? [];
  }

  async #codeActions({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const rules = await this.#rules.of(textDocument.uri);
    const isWanted = (kind: string): boolean =>
      context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ??
      kind === CodeActionKind.QuickFix;
    return (
      this.#with(textDocument.uri, (document) => [
        ...(isWanted(CodeActionKind.QuickFix) ? this.#service.quickFixes(document, range, rules) : []),
        ...(isWanted(fixAllKind) ? this.#service.fixAll(document, rules) : []),
      ]) ?? []
    );
  }

  async #hover(document: EcsDocument, position: Position): Promise<Hover | null> {
    const hover = this.#service.hover(document, position) ?? null;
    const asked = this.#options.lookups ? this.#service.lookupsForHover(document, position) : undefined;
    if (!hover || !asked) return hover;
    return withExistence(hover, asked.value, await this.#live.all(asked.lookups));
  }

  async #prepare({ uri, values = {}, ownRules = {} }: PrepareParams): Promise<PrepareResult> {
    const shown = await this.#rules.of(uri);
    const document = this.#files.find(uri);
    if (!document) return { kind: "unknown", unresolved: [], problems: [] };
    return withReasons(this.#service.prepare(document, values, deployRules(ownRules, shown)), shown);
  }

  #with<T>(uri: string, use: (document: EcsDocument) => T): T | undefined {
    const document = this.#files.find(uri);
    return document && use(document);
  }
}
