// Changes the rules in thousands of small ways, and counts the changes that the examples of the rule pages
// notice. `npm run mutation -- --only server/src/service/rules/service` looks at a part.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, resolve } from "node:path";
import { readOptions } from "./host/options.ts";
import { program } from "./host/program.ts";
import { instrument, type RuleMutant } from "./mutation/instrument.ts";
import { mutationTable } from "./mutation/table.ts";

const rules = "server/src/service/rules/";
const folder = resolve("out/mutation");
const survivorsFile = "out/mutation-survivors.txt";
/** The share of mutants that has to be noticed in each folder. */
const wanted = 0.85;

await program(async () => {
  const values = readOptions({ only: { type: "string", default: rules } });
  const started = performance.now();
  const mutants = await instrument(folder, values.only);
  if (mutants.length === 0) {
    console.error(`There are no rules in ${values.only}.`);
    return 2;
  }
  const killed = await runAll(mutants);
  const { text, isEnough } = mutationTable(mutants, killed, wanted);
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  console.log(
    `${text}\n\n${killed.size} mutants in ${minutes} minutes; ${mutants.length - killed.size} others run once, when the rules are read.`,
  );
  await writeSurvivors(mutants, killed);
  return isEnough ? 0 : 1;
});

type Message = { readonly readOnce: readonly string[] } | { readonly id: string; readonly isKilled: boolean };

/** Whether each mutant was killed, by its id, but for those of what runs once. */
async function runAll(mutants: readonly RuleMutant[]): Promise<ReadonlyMap<string, boolean>> {
  const killed = new Map(mutants.map(({ id }) => [id, false]));
  const take = (message: Message): void => {
    if ("readOnce" in message) for (const id of message.readOnce) killed.delete(id);
    else killed.set(message.id, message.isKilled);
  };
  const count = availableParallelism();
  const worker = resolve("scripts/mutation/worker.ts");
  await Promise.all(
    Array.from({ length: count }, async (_, share) => {
      const child = fork(worker, [folder, String(share), String(count)]);
      child.on("message", take);
      const [code] = (await once(child, "exit")) as [number | null];
      if (code !== 0) throw new Error(`A worker of the mutation ended with ${code}.`);
    }),
  );
  return killed;
}

async function writeSurvivors(
  mutants: readonly RuleMutant[],
  killed: ReadonlyMap<string, boolean>,
): Promise<void> {
  const lines = mutants
    .filter(({ id }) => killed.get(id) === false)
    .map(
      ({ file, line, mutator, replacement }) =>
        `${file}:${line} ${mutator}: ${replacement.replaceAll(/\s+/g, " ")}`,
    );
  await mkdir(dirname(survivorsFile), { recursive: true });
  await writeFile(survivorsFile, `${lines.join("\n")}\n`);
  console.log(`Those that nobody noticed: ${survivorsFile}`);
}
