import assert from "node:assert/strict";
import { faultOfProgram, programs } from "../fuzz/programs.ts";
import { seeds } from "../fuzz/seeds.ts";

/** A few attacks, always the same ones; `npm run fuzz -- --target protocol` makes others without end. */
const attacks = { protocol: 6, cli: 8 };

describe("The programs that are shipped", () => {
  const files = seeds();
  for (const program of programs)
    it(`withstand what nobody should do to them: ${program.name}`, async () => {
      const faults: string[] = [];
      for (let seed = 1; seed <= attacks[program.name]; seed++) {
        const fault = await faultOfProgram(program, files, seed);
        if (fault) faults.push(`seed ${seed}: ${fault.message}`);
      }
      assert.deepEqual(faults, []);
    }).timeout(1_200_000);
});
