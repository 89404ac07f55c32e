import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { text } from "node:stream/consumers";
import { playDay } from "../../test/days/day.ts";
import type { Fault } from "../../test/days/faults/fault.ts";
import { faults } from "../../test/days/faults/index.ts";
import type { Plan } from "./shares.ts";

/**
 * Puts faults back, one by one, and tells on which day each was found. Returns the exit code.
 * @param name of the only one; all without it
 */
export async function findFaults({ days }: Plan, name?: string): Promise<number> {
  const wanted = faults.filter((fault) => name === undefined || fault.name === name);
  if (wanted.length === 0)
    throw new Error(`There is no fault ${name}: ${faults.map((each) => each.name).join(", ")}.`);
  const queue = [...wanted];
  const missed: string[] = [];
  const work = async (): Promise<void> => {
    for (let fault = queue.shift(); fault; fault = queue.shift()) {
      const found = await find(fault);
      console.log(`${fault.name.padEnd(34)} ${found ?? `not found in ${days} days`}`);
      if (found === undefined) missed.push(fault.name);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  console.log(`${wanted.length - missed.length} of ${wanted.length} faults were found.`);
  return missed.length > 0 ? 1 : 0;
}

/** Where a fault was found, by a process of its own; undefined when it was not. */
async function find({ name }: Fault): Promise<string | undefined> {
  const [script = "", ...given] = process.argv.slice(1).filter((each) => each !== "--faults");
  const options = given.includes("--fault") ? given : [...given, "--fault", name];
  const child = spawn(
    process.execPath,
    ["--import", "./test/days/faults/plant.ts", script, ...options, "--share", "0"],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const exit = once(child, "exit") as Promise<[number | null]>;
  const [found, [code]] = await Promise.all([text(child.stdout), exit]);
  if (code !== 0 && code !== 1) throw new Error(`The days with the fault ${name} ended with ${code}.`);
  return code === 0 ? found.trim() : undefined;
}

/** Plays days until one fails, and says which. Returns 1 when none does. */
export async function playToFind({ days, first, most }: Plan): Promise<number> {
  for (let seed = first; seed < first + days; seed += 1) {
    const day = await playDay(seed, { most });
    if (day.faults.length === 0) continue;
    console.log(`day ${seed - first + 1} (seed ${seed}): ${day.faults[0]?.split("\n")[0]?.slice(0, 160)}`);
    return 0;
  }
  return 1;
}
