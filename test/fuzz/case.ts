import { createLanguageService, type LanguageService } from "../../server/src/service/service.ts";
import { yaml } from "../../server/src/service/syntax/yaml/parser.ts";
import { hcl } from "../support/hcl.ts";
import type { EcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { Random } from "./random.ts";

/** A file by its name and text. */
export interface FuzzFile {
  readonly name: string;
  readonly text: string;
}

/** What properties are tried on. */
export interface FuzzCase extends FuzzFile {
  /** Other files of the workspace. */
  readonly beside: readonly FuzzFile[];
  /** Draws positions and values. */
  readonly seed: number;
}

export const uriOf = (name: string): string => `file:///workspace/${encodeURI(name)}`;

/** A file opened in a workspace of its own. */
export interface Opened {
  readonly service: LanguageService;
  readonly document: EcsDocument;
  readonly random: Random;
  /** The text of each file, by URI. */
  readonly texts: ReadonlyMap<string, string>;
}

export function open({ name, text, beside, seed }: FuzzCase): Opened {
  const service = createLanguageService({ yaml, hcl });
  const texts = new Map<string, string>();
  for (const file of beside) {
    service.workspace.set(service.parse(uriOf(file.name), file.text));
    texts.set(uriOf(file.name), file.text);
  }
  const document = service.parse(uriOf(name), text);
  service.workspace.set(document);
  texts.set(uriOf(name), text);
  return { service, document, random: new Random(seed), texts };
}
