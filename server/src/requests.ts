import { type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { EcsDocument } from "./service/documents/ecsDocument.ts";
import type { LanguageService } from "./service/service.ts";

/** The document of a URI, if the server knows it. */
export type FindDocument = (uri: string) => EcsDocument | undefined;

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** A handler that answers from the document of the request, or with `otherwise` where there is none. */
export function answering<P extends DocumentParams, T, F>(
  find: FindDocument,
  otherwise: F,
  give: (document: EcsDocument, params: P) => T,
): (params: P) => T | F {
  return (params) => {
    const document = find(params.textDocument.uri);
    return (document && give(document, params)) ?? otherwise;
  };
}

/** Requests about names: where they are defined, used and what else they could be called. */
export function listenForNames(connection: Connection, service: LanguageService, find: FindDocument): void {
  connection.onDefinition(
    answering(find, [], (document, { position }) => service.definition(document, position)),
  );
  connection.onReferences(
    answering(find, [], (document, { position, context }) =>
      service.references(document, position, context.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(
    answering(find, [], (document, { position }) => service.highlights(document, position)),
  );
  connection.onPrepareRename(
    answering(find, null, (document, { position }) => service.prepareRename(document, position)),
  );
  connection.onRenameRequest(({ textDocument, position, newName }) => {
    const document = find(textDocument.uri);
    const refusal = document && service.refuseName(document, position, newName);
    if (refusal !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, refusal);
    return (document && service.rename(document, position, newName)) ?? null;
  });
  connection.onWorkspaceSymbol(({ query }) => service.workspaceSymbols(query));
}

/** Requests about the structure of a file: outline, folding, selection and layout. */
export function listenForStructure(
  connection: Connection,
  service: LanguageService,
  find: FindDocument,
): void {
  connection.onDocumentSymbol(answering(find, [], (document) => service.outline(document)));
  connection.onFoldingRanges(answering(find, [], (document) => service.foldingRanges(document)));
  connection.onSelectionRanges(
    answering(find, [], (document, { positions }) => service.selectionRanges(document, positions)),
  );
  connection.onDocumentFormatting(
    answering(find, [], (document, { options }) => service.formatting(document, options)),
  );
  connection.onDocumentRangeFormatting(
    answering(find, [], (document, { options, range }) => service.formatting(document, options, range)),
  );
}
