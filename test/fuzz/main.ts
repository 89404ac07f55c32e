// `npm run fuzz -- [--target service|protocol|cli] [--documents N] [--minutes N] [--seed N] [--cut N] [--corpus FOLDER] [--out FOLDER] [--only WORDS] [--all]`
import { parseArgs } from "node:util";
import type { FuzzCase } from "./case.ts";
import { type Found, Fuzzer, mutants, prefixes } from "./fuzzer.ts";
import { open } from "./open.ts";
import type { Fault } from "./fault.ts";
import { type AttackedProgram, faultOfProgram, programs } from "./programs.ts";
import { properties } from "./properties/index.ts";
import { writeProgramReproduction, writeReproduction } from "./reproduction.ts";
import { seeds } from "./seeds.ts";
import { Stopwatch } from "./slowest.ts";

const { values } = parseArgs({
  options: {
    target: { type: "string", default: "service" },
    documents: { type: "string", default: "Infinity" },
    minutes: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
    cut: { type: "string", default: "0" },
    corpus: { type: "string" },
    out: { type: "string", default: "test/server/found" },
    all: { type: "boolean", default: false },
    only: { type: "string", default: "" },
  },
});

const stopwatch = new Stopwatch();
const wanted = properties(stopwatch).filter(({ name }) => name.includes(values.only));
const fuzzer = new Fuzzer(wanted, reportFound, values.all ? [] : open);
const files = seeds(values.corpus);
const most = Number(values.documents);
const end = Date.now() + Number(values.minutes) * 60_000;
console.log(`${files.length} texts, seed ${values.seed}, ${values.minutes} minutes`);

// With --cut 1 every text is cut at every offset first, with --cut 7 at every seventh.
if (values.target !== "service") await attackProgram();
else {
  if (Number(values.cut) > 0) run(prefixes(files, Number(values.cut)));
  run(mutants(files, Number(values.seed)));
  reportAll();
}

/** Attacks the bundled server or command line: a session or run for each seed from the given one on. */
async function attackProgram(): Promise<void> {
  const program = programs.find(({ name }) => name === values.target);
  if (!program) throw new Error(`There is no target ${values.target}.`);
  const first = Number(values.seed);
  let count = 0;
  for (; count < most && Date.now() < end; count++) {
    const fault = await faultOfProgram(program, files, first + count);
    if (fault) reportProgramFault(program, first + count, fault);
  }
  console.log(`${count} times`);
}

function reportProgramFault({ name }: AttackedProgram, seed: number, fault: Fault): void {
  const path = writeProgramReproduction(values.out, name, seed, fault);
  console.log(`\nseed ${seed}: ${fault.message.slice(0, 1200)}\n${path}\n`);
  process.exitCode = 1;
}

function run(cases: Iterable<FuzzCase>): void {
  for (const subject of cases) {
    if (fuzzer.documents >= most || Date.now() > end) return;
    fuzzer.try(subject);
    if (fuzzer.documents % 10_000 === 0)
      console.log(`${fuzzer.documents} documents, ${fuzzer.found.size} kinds of faults`);
  }
}

function reportFound({ property, subject, fault }: Found): void {
  const path = writeReproduction(values.out, property.name, subject, fault);
  console.log(
    `\n${property.name}: ${fault.message.slice(0, 1200)}\n${JSON.stringify(subject.text).slice(0, 600)}\n${path}\n`,
  );
}

function reportAll(): void {
  console.log(`\n${fuzzer.documents} documents`);
  for (const { name, time, length } of stopwatch.slowest.slice(0, 5))
    console.log(`${name}: at most ${time.toFixed(1)} ms, on ${length} characters`);
  const found = [...fuzzer.found.values()].sort((a, b) => b.count - a.count);
  for (const { fault, count } of found) console.log(`${count} times: ${fault.signature}`);
  console.log(`${found.length} kinds of faults`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
