import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { FuzzCase } from "./case.ts";
import type { Fault } from "./fault.ts";
import { programs } from "./programs.ts";
import { properties } from "./properties/index.ts";
import { seeds } from "./seeds.ts";
import { Stopwatch } from "./slowest.ts";

/** Throws what a property says of a case, if it does not hold. */
export function expectHolds(name: string, subject: FuzzCase): void {
  const property = properties(new Stopwatch()).find((each) => each.name === name);
  if (!property) throw new Error(`There is no property "${name}".`);
  property.check(subject);
}

/**
 * Throws what an attack on a program finds. The same seed draws the same attack as long as the texts are the
 * same.
 */
export async function expectWithstands(name: string, seed: number): Promise<void> {
  const program = programs.find((each) => each.name === name);
  if (!program) throw new Error(`There is no program "${name}".`);
  await program.attack(seeds(), seed);
}

/** Writes a test that fails as long as the property does. Gives its path. */
export function writeReproduction(folder: string, name: string, subject: FuzzCase, fault: Fault): string {
  const call = `expectHolds(${JSON.stringify(name)}, ${JSON.stringify(subject, undefined, 2)})`;
  return writeTest(folder, fault, "expectHolds", call);
}

/** Writes a test that fails as long as the program does not withstand an attack. Gives its path. */
export function writeProgramReproduction(folder: string, name: string, seed: number, fault: Fault): string {
  return writeTest(folder, fault, "expectWithstands", `expectWithstands(${JSON.stringify(name)}, ${seed})`);
}

function writeTest(folder: string, fault: Fault, imported: string, call: string): string {
  const id = createHash("sha256").update(fault.signature).digest("hex").slice(0, 10);
  const path = resolve(folder, `${id}.test.ts`);
  const self = relative(folder, fileURLToPath(import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path,
    `import { ${imported} } from ${JSON.stringify(self)};

// ${fault.message.replaceAll("\n", "\n// ").slice(0, 2000)}
describe("What the fuzzer found", () => {
  it(${JSON.stringify(fault.signature)}, () =>
    ${call}).timeout(1_200_000);
});
`,
  );
  return path;
}
