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

  it("is the only place that makes permits", async () => {
    const makers: string[] = [];
    for await (const file of glob("client/src/**/*.ts"))
      if (/new Permit\(/.test(await readFile(file, "utf8"))) makers.push(file);
    assert.deepEqual(makers, [`${door}writes.ts`]);
  });
});

/** A name that ends in Command and stands in a file which imports from the SDK. */
const isOperation = (text: string, operation: string): boolean =>
  text.includes("@aws-sdk/client-") &&
  new RegExp(
    `\\b${operation}Command\\b[^;]*}? *(?:from|= await import\\() *"@aws-sdk/|new ${operation}Command\\(`,
  ).test(text);
