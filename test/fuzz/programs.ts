import type { FuzzFile } from "./case.ts";
import { commandLineRun } from "./commandLine/run.ts";
import { type Fault, faultOf } from "./fault.ts";
import { protocolSession } from "./protocol/session.ts";

/** A program that is attacked as it is shipped. */
export interface AttackedProgram {
  readonly name: "protocol" | "cli";
  /** Attacks it in a way that the seed draws. Throws a Fault where it does not keep what it promises. */
  readonly attack: (files: readonly FuzzFile[], seed: number) => void | Promise<void>;
}

/** Messages and edits of one session with the server. */
const steps = 80;

export const programs: readonly AttackedProgram[] = [
  { name: "protocol", attack: (files, seed) => protocolSession(files, seed, steps) },
  { name: "cli", attack: commandLineRun },
];

export async function faultOfProgram(
  { name, attack }: AttackedProgram,
  files: readonly FuzzFile[],
  seed: number,
): Promise<Fault | undefined> {
  try {
    await attack(files, seed);
    return undefined;
  } catch (error) {
    return faultOf(error, name);
  }
}
