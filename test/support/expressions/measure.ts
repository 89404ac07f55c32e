import { runInNewContext } from "node:vm";
import { cpuTimeOfSync } from "../cpuTime.ts";
import { type Attack, attackText } from "./attacks.ts";

/** The slowest input of an expression. */
export interface Worst {
  readonly attack: Attack;
  /** Length of the text, in characters. */
  readonly length: number;
  /** CPU time, in milliseconds; infinite for one that was broken off. */
  readonly time: number;
}

/** At each length, how many of the slowest inputs go on to the next one. */
const rounds = [
  { length: 1_000, keep: 24 },
  { length: 10_000, keep: 6 },
  { length: 200_000, keep: 1 },
] as const;

/** Milliseconds of CPU time that no text up to the last of the lengths may take. */
export const longest = 50;

/**
 * Milliseconds after which an expression is broken off. Far more than it may take, as the machine may be
 * busy.
 */
const patience = 20_000;

/**
 * The slowest of the attacks on an expression. Stops at the first length at which one takes longer than any
 * may.
 */
export function worstOf(expression: RegExp, attacks: readonly Attack[]): Worst {
  let left = attacks;
  let worst: Worst | undefined;
  for (const { length, keep } of rounds) {
    const measured = timed(expression, left, length).sort((a, b) => b.time - a.time);
    worst = measured[0];
    if (!worst || worst.time > longest) break;
    left = measured.slice(0, keep).map(({ attack }) => attack);
  }
  return worst!;
}

/**
 * Runs the attacks one after the other, up to one that takes too long. One that has to be broken off takes
 * for ever.
 */
function timed(expression: RegExp, attacks: readonly Attack[], length: number): Worst[] {
  const measured: Worst[] = [];
  const run = (): void => {
    for (const attack of attacks) {
      const time = timeOf(expression, attackText(attack, length));
      measured.push({ attack, length, time });
      if (time > longest) return;
    }
  };
  try {
    runInNewContext("run()", { run }, { timeout: patience });
  } catch (error) {
    const attack = attacks[measured.length];
    if (!attack) throw error;
    measured.push({ attack, length, time: Infinity });
  }
  return measured;
}

/** CPU time for finding all matches in a text, in milliseconds; the best of several turns when slow. */
function timeOf(expression: RegExp, text: string): number {
  let best = Infinity;
  for (let turn = 0; turn < 3; turn++) {
    best = Math.min(
      best,
      cpuTimeOfSync(() => findAll(expression, text)),
    );
    if (best < longest / 2) break;
  }
  return best;
}

/**
 * As the product does at worst: a search through the text; with a global expression from match to match; with
 * a sticky one at each place that none takes.
 */
function findAll(expression: RegExp, text: string): void {
  expression.lastIndex = 0;
  if (!expression.global && !expression.sticky) return void expression.test(text);
  for (let position = 0; position <= text.length; ) {
    expression.lastIndex = position;
    const isFound = expression.test(text);
    if (!isFound && !expression.sticky) return;
    position = Math.max(position + 1, isFound ? expression.lastIndex : 0);
  }
}
