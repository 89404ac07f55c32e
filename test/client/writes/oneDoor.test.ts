import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import { isReading } from "../../support/awsOperations.ts";

const door = "client/src/aws/writes/";

describe("The door for writes", () => {
  it("is the only place that knows a command of AWS that changes something", async () => {
    const offenders: string[] = [];
    let atTheDoor = 0;
    for await (const file of glob("client/src/**/*.ts")) {
      const text = await readFile(file, "utf8");
      const writing = [...text.matchAll(/\b([A-Z][A-Za-z]+)Command\b/g)]
        .map(([, operation = ""]) => operation)
        .filter((operation) => isOperation(text, operation) && !isReading(operation));
      if (file.startsWith(door)) atTheDoor += writing.length;
      else if (writing.length > 0) offenders.push(`${file}: ${writing.join(", ")}`);
    }
    assert.deepEqual(offenders, []);
    assert.ok(atTheDoor > 20, `The search found ${atTheDoor} at the door, so it is broken.`);
  });

  it("is the only place that makes permits, and the only one that can admit a command", async () => {
    assert.deepEqual(await filesWith(/\bpermitOf\(/), [`${door}writes.ts`]);
    assert.deepEqual(await filesWith(/\bguardedClients\(/), [
      "client/src/aws/clients.ts",
      "client/src/aws/connection.ts",
    ]);
    assert.deepEqual(await filesWith(/\bnew Writes\(/), ["client/src/aws/connection.ts"]);
  });
});

async function filesWith(pattern: RegExp): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const file of glob("client/src/**/*.ts"))
    if (pattern.test(await readFile(file, "utf8"))) found.push(file);
  return found.sort();
}

/** A name that ends in Command and stands in a file which imports from the SDK. */
const isOperation = (text: string, operation: string): boolean =>
  text.includes("@aws-sdk/client-") &&
  new RegExp(
    `\\b${operation}Command\\b[^;]*}? *(?:from|= await import\\() *"@aws-sdk/|new ${operation}Command\\(`,
  ).test(text);
