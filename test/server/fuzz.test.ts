import assert from "node:assert/strict";
import { type FuzzCase, type FuzzFile, uriOf } from "../fuzz/case.ts";
import { Fuzzer, mutants, prefixes } from "../fuzz/fuzzer.ts";
import { open } from "../fuzz/open.ts";
import { properties } from "../fuzz/properties/index.ts";
import { seeds } from "../fuzz/seeds.ts";
import { Stopwatch } from "../fuzz/slowest.ts";

/** As many texts as half a minute allows, always the same ones; `npm run fuzz` tries others without end. */
const budget = { mutants: 4_000, prefixes: 2_500 };

describe("Texts that nobody expects", () => {
  const files = seeds();

  it("that are mutated keep every property", () => {
    assert.deepEqual(faultsOf(take(mutants(files, 1), budget.mutants)), []);
  }).timeout(1_200_000);

  it("that are cut off keep every property", () => {
    assert.deepEqual(faultsOf(take(prefixes(files, stepFor(files)), budget.prefixes)), []);
  }).timeout(1_200_000);
});

/** The distance of cuts at which all files together are cut as often as the budget allows. */
function stepFor(files: readonly FuzzFile[]): number {
  const length = files.reduce((sum, { text }) => sum + text.length, 0);
  return Math.ceil(length / (budget.prefixes - files.length));
}

function* take(cases: Iterable<FuzzCase>, count: number): Generator<FuzzCase> {
  let taken = 0;
  for (const each of cases) {
    if (taken++ >= count) return;
    yield each;
  }
}

/** What to do about each kind of fault: the smallest text that shows it. */
function faultsOf(cases: Iterable<FuzzCase>): readonly string[] {
  const fuzzer = new Fuzzer(properties(new Stopwatch()), undefined, open);
  for (const subject of cases) fuzzer.try(subject);
  return [...fuzzer.found.values()].map(
    ({ fault, subject }) => `${fault.message}\n${uriOf(subject.name)}\n${JSON.stringify(subject)}`,
  );
}
