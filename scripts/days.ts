// `npm run days`: plays days of use by chance against the simulator, with faults, reloads and other people, and looks after
// each step whether the rules of the house were kept. A seed plays its day again.
//   --days N    how many (default 200)
//   --seed N    the first seed (default 1)
//   --steps N   only so many steps of each day
import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { type Day, playDay } from "../test/days/day.ts";
import { shrunk } from "../test/days/shrunk.ts";
import { readOptions } from "./host/options.ts";

const values = readOptions({
  days: { type: "string", default: "200" },
  seed: { type: "string", default: "1" },
  steps: { type: "string" },
  share: { type: "string" },
});
const [days, first] = [Number(values.days), Number(values.seed)];
const most = values.steps === undefined ? Infinity : Number(values.steps);

process.exitCode = values.share === undefined ? await playInShares() : await playShare(Number(values.share));

/** Plays the days side by side, in as many processes as there are cores. */
async function playInShares(): Promise<number> {
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
  console.log(
    `${days} days in ${((performance.now() - start) / 1000).toFixed(0)} s, ${failed} of them failed.`,
  );
  return failed > 0 ? 1 : 0;
}

/** Plays every nth day. Returns how many failed. */
async function playShare(share: number): Promise<number> {
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
