import type { Position, Range } from "vscode-languageserver-types";
import type { EcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { createLanguageService, type LanguageService } from "../../server/src/service/service.ts";

/** A workspace of files, in one of which `$0` marks the cursor. */
export interface WithCursor {
  readonly service: LanguageService;
  readonly document: EcsDocument;
  readonly position: Position;
}

/** Opens files, by name; the cursor stands in the one whose text holds `$0`. */
export function openWithCursor(files: Readonly<Record<string, string>>): WithCursor {
  const service = createLanguageService();
  let found: { document: EcsDocument; offset: number } | undefined;
  for (const [name, marked] of Object.entries(files)) {
    const offset = marked.indexOf("$0");
    const document = service.parse(`file:///workspace/${name}`, marked.replace("$0", ""));
    service.workspace.set(document);
    if (offset >= 0) found = { document, offset };
  }
  if (!found) throw new Error("No file holds a cursor: mark it by $0.");
  return { service, document: found.document, position: found.document.lines.positionAt(found.offset) };
}

/** A place as `file.json 3:14 text`. */
export function describePlace(
  service: LanguageService,
  { uri, range }: { uri: string; range: Range },
): string {
  const document = service.workspace.get(uri)!;
  return `${uri.split("/").at(-1)} ${range.start.line}:${range.start.character} ${document.lines.getText(range)}`;
}
