import type { CompletionItem, CompletionList, Position } from "vscode-languageserver";
import type { LiveValues } from "./liveValues.ts";
import type { LookupParams } from "./protocol.ts";
import type { EcsDocument } from "./service/documents/ecsDocument.ts";
import type { LanguageService } from "./service/service.ts";

/** Where a list is asked for, and the character that was typed. */
interface Asked {
  readonly document: EcsDocument;
  readonly position: Position;
  readonly typed: string | undefined;
}

/** Lists of what may stand at a position: what the files tell, and what the account has. */
export class Completions {
  readonly #service: LanguageService;
  readonly #live: LiveValues;
  readonly #clientLooksUp: () => boolean;

  constructor(service: LanguageService, live: LiveValues, clientLooksUp: () => boolean) {
    this.#service = service;
    this.#live = live;
    this.#clientLooksUp = clientLooksUp;
  }

  /**
   * Gives what the files tell at once; values of the account follow when the editor asks again. An empty list
   * waits a moment for them, because editors do not ask again after one.
   */
  async of(document: EcsDocument, position: Position, typed: string | undefined): Promise<CompletionList> {
    const asked = { document, position, typed };
    const wanted = this.#clientLooksUp() ? this.#service.lookupsForCompletion(document, position) : [];
    const { isComplete, items } = this.#known(asked, wanted);
    if (isComplete || items.length > 0) return { isIncomplete: !isComplete, items };
    await this.#live.arrived(wanted);
    const later = this.#known(asked, wanted);
    return { isIncomplete: !later.isComplete, items: later.items };
  }

  #known(
    { document, position, typed }: Asked,
    wanted: readonly LookupParams[],
  ): { readonly isComplete: boolean; readonly items: CompletionItem[] } {
    const { values, isComplete } = this.#live.known(wanted);
    return { isComplete, items: this.#service.complete(document, position, typed, values) };
  }
}
