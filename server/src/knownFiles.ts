import type { TextDocument } from "vscode-languageserver-textdocument";
import { hasEcsTraces } from "../../shared/src/ecsTraces.ts";
import type { WorkspaceFile } from "./host.ts";
import type { InitializationOptions } from "./protocol.ts";
import { LazyParsers, type ReadOwnFile } from "./parsers.ts";
import type { FindDocument } from "./requests.ts";
import { rulePage, rulePageAt } from "./service/data/rulePages.ts";
import type { EcsDocument } from "./service/documents/ecsDocument.ts";
import { createLanguageService, type LanguageService } from "./service/service.ts";

/** Which files are answered for, and how. */
export interface Responsibility {
  readonly options: InitializationOptions;
  /** Whether templates of other languages are checked. */
  readonly templates: boolean;
}

/** The files that the server knows: parsed with parsers that are loaded as they are needed. */
export class KnownFiles {
  readonly service: LanguageService;
  readonly #parsers: LazyParsers;
  readonly #responsibility: () => Responsibility;
  #loading: Promise<void> = Promise.resolve();

  constructor(responsibility: () => Responsibility, readOwnFile: ReadOwnFile) {
    this.#parsers = new LazyParsers(readOwnFile);
    this.service = createLanguageService(this.#parsers.loaded, (id) => {
      const { rulePages } = responsibility().options;
      return rulePages === undefined ? rulePage(id) : rulePageAt(rulePages, id);
    });
    this.#responsibility = responsibility;
  }

  /** Settled when the parsers are there that the files need which were opened so far. */
  get ready(): Promise<void> {
    return this.#loading;
  }

  /**
   * Parses the text of an open file. Gives a promise where its parser is to be loaded first; then parse it
   * again.
   */
  update(text: TextDocument): EcsDocument | Promise<void> | undefined {
    const { uri, languageId } = text;
    const content = text.getText();
    if (this.#isShared(languageId) && !hasEcsTraces(content)) {
      this.service.workspace.delete(uri);
      return undefined;
    }
    const missing = this.service.missingParser(uri, content, languageId);
    if (missing) return (this.#loading = this.#parsers.load(missing));
    const document = this.service.parse(uri, content, text.version, languageId);
    this.service.workspace.set(document);
    return document;
  }

  /** Parses a file that is not open, with a parser that is loaded for it. */
  async parse({ uri, text }: WorkspaceFile): Promise<EcsDocument> {
    const missing = this.service.missingParser(uri, text);
    if (missing) await this.#parsers.load(missing);
    return this.service.parse(uri, text);
  }

  /** The document of a URI for which we answer. */
  readonly find: FindDocument = (uri) => {
    const document = this.service.workspace.get(uri);
    return document && this.#isOurs(document) ? document : undefined;
  };

  /** Only a file that is ours as a whole: of others their own language shows the structure. */
  readonly findWhole: FindDocument = (uri) => {
    const document = this.find(uri);
    const isShared = this.#isShared(document?.language);
    const isWhole = !isShared && document?.definitions.every(({ abilities }) => abilities.format);
    return isWhole ? document : undefined;
  };

  #isOurs({ definitions: [definition], language }: EcsDocument): boolean {
    const isShared = this.#isShared(language);
    if (!definition) return !isShared;
    if (definition.host !== "plain") return this.#responsibility().templates;
    return !isShared || (definition.kind !== "task-definition" && definition.kind !== "service");
  }

  #isShared(language: string | undefined): boolean {
    const { sharedLanguages } = this.#responsibility().options;
    return language !== undefined && (sharedLanguages?.includes(language) ?? false);
  }
}
