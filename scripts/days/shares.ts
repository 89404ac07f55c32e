import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { type Day, playDay } from "../../test/days/day.ts";
import { shrunk } from "../../test/days/shrunk.ts";

/** Which days are played. */
export interface Plan {
  readonly days: number;
  /** The first seed. */
  readonly first: number;
  /** How many steps each day has at the most. */
  readonly most: number;
}

/** Plays the days side by side, in as many processes as there are cores. Returns the exit code. */
export async function playInShares({ days }: Plan): Promise<number> {
  const start = performance.now();
  const shares = Math.min(availableParallelism(), days);
  const codes = await Promise.all(
    Array.from({ length: shares }, async (_, share) => {
      const child = spawn(process.execPath, [...process.argv.slice(1), "--share", `${share}`], {
        stdio: "inherit",
      });
      const [code] = (await once(child, "exit")) as [number | null];
      return code ?? 1;
    }),
  );
  const failed = codes.reduce((sum, code) => sum + code, 0);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${days} days in ${seconds.toFixed(0)} s, ${((seconds * 1000) / days).toFixed(0)} ms each, ${failed} of them failed.`,
  );
  return failed > 0 ? 1 : 0;
}

/** Plays every nth day. Returns how many failed. */
export async function playShare({ days, first, most }: Plan, share: number): Promise<number> {
  const shares = Math.min(availableParallelism(), days);
  let failed = 0;
  for (let seed = first + share; seed < first + days; seed += shares) {
    const day = await playDay(seed, { most });
    if (day.faults.length === 0) continue;
    failed += 1;
    tell(await shrunk(day));
  }
  return Math.min(failed, 100);
}

function tell({ seed, steps, faults }: Day): void {
  console.log(
    `Day ${seed} failed. Play it again: npm run days -- --days 1 --seed ${seed} --steps ${steps.length}`,
  );
  for (const step of steps) console.log(`  ${step}`);
  for (const fault of faults) console.log(`  ✘ ${fault}`);
}
