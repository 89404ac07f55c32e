import {
  type ClientCapabilities,
  CodeActionKind,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { InitializationOptions } from "./protocol.ts";
import { fixAllKind } from "./service/features/codeActions.ts";

/** What the server offers to a client, given what that client can do and asks for. */
export function capabilitiesFor(
  client: ClientCapabilities,
  options: InitializationOptions,
): InitializeResult {
  return {
    serverInfo: { name: "taskwright" },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      completionProvider: { triggerCharacters: ['"', ":", " "] },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: { prepareProvider: true },
      workspaceSymbolProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentLinkProvider: {},
      inlayHintProvider: true,
      // Lenses run commands of the client, so only a client that says it has them is offered any.
      ...(options.codeLenses && { codeLensProvider: {} }),
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
      ...(client.textDocument?.diagnostic && {
        diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
      }),
      workspace: { workspaceFolders: { supported: true } },
    },
  };
}
