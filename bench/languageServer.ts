import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import {
  CompletionRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

export interface Program {
  readonly name: string;
  readonly path: string;
  readonly languageId: string;
  /** Sent after the start. */
  readonly settings: unknown;
  /** Whether it sends diagnostics by itself rather than when asked. */
  readonly pushes?: true;
}

/** A language server as a process of its own, spoken to as an editor does that pulls diagnostics. */
export class LanguageServer {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #program: Program;
  #version = 1;

  private constructor(program: Program) {
    this.#program = program;
    this.#process = spawn("node", [program.path, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout!),
      new StreamMessageWriter(this.#process.stdin!),
    );
    this.#connection.listen();
  }

  static async start(program: Program): Promise<LanguageServer> {
    const server = new LanguageServer(program);
    const capabilities = { textDocument: { diagnostic: {} }, workspace: {} };
    await server.#connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities,
    });
    await server.#connection.sendNotification(InitializedNotification.type, {});
    await server.#connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: program.settings,
    });
    return server;
  }

  async open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: this.#program.languageId, version: this.#version, text };
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  /** Inserts a character, or deletes the one after the position. */
  async type(uri: string, line: number, character: number, inserted: string): Promise<void> {
    const range = {
      start: { line, character },
      end: { line, character: inserted === "" ? character + 1 : character },
    };
    const params = {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range, text: inserted }],
    };
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, params);
  }

  async diagnostics(uri: string): Promise<DocumentDiagnosticReport> {
    return this.#connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  }

  /** What may stand at a position; both servers are asked the same. */
  async completions(uri: string, line: number, character: number): Promise<unknown> {
    return this.#connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: { line, character },
    });
  }

  async hover(uri: string, line: number, character: number): Promise<unknown> {
    return this.#connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { line, character },
    });
  }

  /** Opens a document and waits for its diagnostics. */
  async openAndCheck(uri: string, text: string): Promise<void> {
    const checked = this.#checked(uri);
    await this.open(uri, text);
    await (checked ?? this.diagnostics(uri));
  }

  /** Types and waits for the diagnostics. */
  async typeAndCheck(uri: string, line: number, character: number, inserted: string): Promise<void> {
    const checked = this.#checked(uri);
    await this.type(uri, line, character, inserted);
    await (checked ?? this.diagnostics(uri));
  }

  /** Resolves with the next diagnostics that the server sends by itself; undefined for one that is asked. */
  #checked(uri: string): Promise<void> | undefined {
    if (!this.#program.pushes) return undefined;
    return new Promise((resolve) => {
      const listening = this.#connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
        if (params.uri !== uri) return;
        listening.dispose();
        resolve();
      });
    });
  }

  /** Resident memory of the process, MiB. */
  get memory(): number {
    const status = readFileSync(`/proc/${this.#process.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)![1]) / 1024;
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, "exit");
    await this.#connection.sendRequest("shutdown");
    await this.#connection.sendNotification("exit");
    await ended;
  }
}
