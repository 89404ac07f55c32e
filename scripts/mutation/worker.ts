// Runs a share of the mutants: started by scripts/mutation.ts, which tells the folder and the share.
import { RuleCases } from "./cases.ts";

const [, , folder = "", shareText = "0", of = "1"] = process.argv;
const cases = await RuleCases.read(folder);
const share = Number(shareText);
const covered = [...cases.cover()].sort(([a], [b]) => Number(a) - Number(b));
if (share === 0) process.send!({ readOnce: cases.readOnce });
for (const [index, [id, numbers]] of covered.entries()) {
  if (index % Number(of) !== share) continue;
  process.send!({ id, isKilled: cases.kill(id, numbers) });
}
process.disconnect();
