import { targetKey, targetLabel, type Target } from "../model/target.ts";

/** Collects which connections AWS throttles, and says so in a line. */
export class ThrottleMessage {
  readonly #throttled = new Map<string, Target>();
  readonly #show: (message: string) => void;

  constructor(show: (message: string) => void) {
    this.#show = show;
  }

  set(target: Target, isThrottled: boolean): void {
    if (isThrottled) this.#throttled.set(targetKey(target), target);
    else this.#throttled.delete(targetKey(target));
    const names = [...this.#throttled.values()].map(targetLabel).join(", ");
    this.#show(names ? `AWS is throttling calls of ${names}. Waiting and trying again.` : "");
  }
}
