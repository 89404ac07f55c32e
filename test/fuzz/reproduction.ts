import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { FuzzCase } from "./case.ts";
import type { Fault } from "./fault.ts";
import { properties } from "./properties/index.ts";
import { Stopwatch } from "./slowest.ts";

/** Throws what a property says of a case, if it does not hold. */
export function expectHolds(name: string, subject: FuzzCase): void {
  const property = properties(new Stopwatch()).find((each) => each.name === name);
  if (!property) throw new Error(`There is no property "${name}".`);
  property.check(subject);
}

/** Writes a test that fails as long as the property does. Gives its path. */
export function writeReproduction(folder: string, name: string, subject: FuzzCase, fault: Fault): string {
  const id = createHash("sha256").update(fault.signature).digest("hex").slice(0, 10);
  const path = resolve(folder, `${id}.test.ts`);
  const self = relative(folder, fileURLToPath(import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path,
    `import { expectHolds } from ${JSON.stringify(self)};

// ${fault.message.replaceAll("\n", "\n// ").slice(0, 2000)}
describe("A text that the fuzzer found", () => {
  it(${JSON.stringify(fault.signature)}, () =>
    expectHolds(${JSON.stringify(name)}, ${JSON.stringify(subject, undefined, 2)}));
});
`,
  );
  return path;
}
