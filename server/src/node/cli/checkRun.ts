import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { LazyParsers } from "../../parsers.ts";
import type { EcsDocument } from "../../service/documents/ecsDocument.ts";
import type { FixedText } from "../../service/features/fixAll.ts";
import { createLanguageService, type LanguageService } from "../../service/service.ts";
import { readConfiguration } from "../configuration.ts";
import { readOwnFile } from "../ownFiles.ts";
import type { CheckedFile } from "./checkedFile.ts";
import type { Input } from "./inputs.ts";
import { replaceText } from "./replaceText.ts";

/** An input and what it holds. */
export interface ParsedInput extends Input {
  readonly document: EcsDocument;
}

/**
 * Files that are checked together, so that a service is seen against its task definition when both are there.
 */
export class CheckRun {
  readonly #parsers = new LazyParsers(readOwnFile);
  readonly #service: LanguageService = createLanguageService(this.#parsers.loaded);

  async parse(inputs: readonly Input[]): Promise<readonly ParsedInput[]> {
    return Promise.all(
      inputs.map(async (input) => {
        const uri = pathToFileURL(resolve(input.path)).href;
        const missing = this.#service.missingParser(uri, input.saved.text);
        if (missing) await this.#parsers.load(missing);
        const document = this.#service.parse(uri, input.saved.text);
        this.#service.workspace.set(document);
        return { ...input, document };
      }),
    );
  }

  /** The text of a file with all safe fixes applied, and what they do. */
  async fixed({ path, document }: ParsedInput): Promise<FixedText> {
    const { rules } = await readConfiguration(path);
    return this.#service.fixedText(document, rules);
  }

  /**
   * Puts another text into a file, and gives it with that.
   *
   * @throws Error if it cannot be written
   */
  async write(file: ParsedInput, text: string): Promise<ParsedInput> {
    await replaceText(file.path, file.document.text, text);
    const document = file.document.edited(text);
    this.#service.workspace.set(document);
    return { ...file, document };
  }

  async check({ name, path, document }: ParsedInput): Promise<CheckedFile> {
    const { rules } = await readConfiguration(path);
    const diagnostics = this.#service.validate(document, rules).map(({ code, severity, message, span }) => ({
      code,
      severity,
      message,
      range: document.rangeOf(span),
    }));
    return { file: name, kind: document.kind, diagnostics };
  }
}
