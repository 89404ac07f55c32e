import type { Choice, InputOptions, Progress, TextStream } from "../../client/src/host/ui.ts";
import { ScriptedUi } from "./scriptedUi.ts";

/**
 * A user who goes on with everything: takes the first choice, keeps or invents a text, presses no button of a
 * message.
 */
export class EagerUi extends ScriptedUi {
  override async pick<T>(_title: string, choices: readonly Choice<T>[]): Promise<T | undefined> {
    return choices[0]?.value;
  }

  override async pickMany<T>(
    _title: string,
    choices: readonly Choice<T>[],
  ): Promise<readonly T[] | undefined> {
    return choices.slice(0, 1).map(({ value }) => value);
  }

  override async input({ value, validate }: InputOptions): Promise<string | undefined> {
    return [value, "1", "2", "text", "60"].find(
      (text) => text !== undefined && text !== "" && validate?.(text) === undefined,
    );
  }

  override async confirm(): Promise<boolean> {
    return true;
  }

  override async progress<T>(
    _title: string,
    work: (progress: Progress, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    return work({ report: () => undefined }, AbortSignal.timeout(200));
  }

  override openStream(): TextStream {
    return { signal: AbortSignal.timeout(20), write: () => undefined, onKey: () => undefined };
  }

  override runInTerminal: ScriptedUi["runInTerminal"] = async () => undefined;
  override runSession: ScriptedUi["runSession"] = async () => undefined;

  override info = async (): Promise<undefined> => undefined;
  override warn = async (): Promise<undefined> => undefined;
  override error: ScriptedUi["error"] = async () => undefined;
}
