import assert from "node:assert/strict";
import type { RuleMutant } from "../../../scripts/mutation/instrument.ts";
import { mutationTable } from "../../../scripts/mutation/table.ts";

const mutant = (id: string, file: string): RuleMutant => ({
  id,
  file,
  line: 1,
  mutator: "ConditionalExpression",
  replacement: "true",
});

describe("The table of the mutation of rules", () => {
  const mutants = [
    ...["0", "1"].map((id) => mutant(id, "rules/ports/a.ts")),
    mutant("2", "rules/size/b.ts"),
    mutant("3", "rules/size/c.ts"),
  ];

  it("has for each folder how many were noticed, and leaves out those that run once", () => {
    const killed = new Map([
      ["0", true],
      ["1", true],
      ["2", false],
    ]);
    assert.deepEqual(mutationTable(mutants, killed, 0.85), {
      text: [
        "| folder | mutants | noticed | share |",
        "| --- | ---: | ---: | ---: |",
        "| rules/ports | 2 | 2 | 100.0 % |",
        "| rules/size | 1 | 0 | 0.0 % (too few) |",
      ].join("\n"),
      isEnough: false,
    });
  });

  it("is enough when each folder has its share", () => {
    const killed = new Map(mutants.map(({ id }) => [id, id !== "3"]));
    assert.equal(mutationTable(mutants, killed, 0.5).isEnough, true);
    assert.equal(mutationTable(mutants, killed, 0.85).isEnough, false);
  });
});
