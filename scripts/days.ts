// `npm run days`: plays days of use by chance against the simulator, with faults, reloads and other people, and looks after
// each step whether the rules of the house were kept. A seed plays its day again.
//   --days N     how many (default 200)
//   --seed N     the first seed (default 1)
//   --steps N    only so many steps of each day
//   --fault NAME plays until a fault of test/days/faults that is put back is found (at most 1000 days)
//   --faults     the same for all of them, in a table
import { findFaults, playToFind } from "./days/findFaults.ts";
import { playInShares, playShare, type Plan } from "./days/shares.ts";
import { readOptions } from "./host/options.ts";

const values = readOptions({
  days: { type: "string" },
  seed: { type: "string", default: "1" },
  steps: { type: "string" },
  share: { type: "string" },
  fault: { type: "string" },
  faults: { type: "boolean", default: false },
});
const isHunt = values.faults || values.fault !== undefined;
const plan: Plan = {
  days: Number(values.days ?? (isHunt ? 1000 : 200)),
  first: Number(values.seed),
  most: values.steps === undefined ? Infinity : Number(values.steps),
};

// A day may leave a program behind that has not ended yet, which nothing has to wait for.
process.exit(await run());

function run(): Promise<number> {
  if (values.faults) return findFaults(plan);
  if (values.fault !== undefined)
    return values.share === undefined ? findFaults(plan, values.fault) : playToFind(plan);
  return values.share === undefined ? playInShares(plan) : playShare(plan, Number(values.share));
}
