import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import { commands } from "../../../client/src/commands/index.ts";
import type { Command } from "../../../client/src/commands/command.ts";
import { errorText } from "../../../client/src/log.ts";
import type { Entry } from "../../../client/src/tree/entry.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext } from "../../support/commandContext.ts";
import { EagerUi } from "../../support/eagerUi.ts";
import { plainShop } from "../../support/plainShop.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

const door = "client/src/aws/writes/";

describe("The door for writes", () => {
  it("is the only place that knows a command of AWS that changes something", async () => {
    const offenders: string[] = [];
    let atTheDoor = 0;
    for await (const file of glob("client/src/**/*.ts")) {
      const text = await readFile(file, "utf8");
      const writing = [...text.matchAll(/\b([A-Z][A-Za-z]+)Command\b/g)].map(([, operation = ""]) => operation).filter((operation) => isOperation(text, operation) && !isReading(operation));
      if (file.startsWith(door)) atTheDoor += writing.length;
      else if (writing.length > 0) offenders.push(`${file}: ${writing.join(", ")}`);
    }
    assert.deepEqual(offenders, []);
    assert.ok(atTheDoor > 20, `The search found ${atTheDoor} at the door, so it is broken.`);
  });

  it("is the only place that makes permits", async () => {
    const makers: string[] = [];
    for await (const file of glob("client/src/**/*.ts")) if (/new Permit\(/.test(await readFile(file, "utf8"))) makers.push(file);
    assert.deepEqual(makers, [`${door}writes.ts`]);
  });
});

/** A name that ends in Command and stands in a file which imports from the SDK. */
const isOperation = (text: string, operation: string): boolean => text.includes("@aws-sdk/client-") && new RegExp(`\\b${operation}Command\\b[^;]*}? *(?:from|= await import\\() *"@aws-sdk/|new ${operation}Command\\(`).test(text);

describe("Every command", () => {
  let account: SimulatedAccount;
  before(async () => (account = await simulatedAccount({ scenario: plainShop, clock: "fast:50" })));
  after(() => account.close());

  /** A row of every kind. */
  async function everyRow(): Promise<readonly Entry[]> {
    const found: Entry[] = [];
    const walk = async (entry: Entry | undefined, depth: number): Promise<void> => {
      for (const child of await account.explorer.children(entry)) {
        if (found.filter(({ node }) => node.kind === child.node.kind).length >= 1) continue;
        found.push(child);
        if (depth < 8) await walk(child, depth + 1);
      }
    };
    await walk(undefined, 0);
    return found;
  }

  it("asks before it writes: when the person declines, nothing was written", async function () {
    this.timeout(180_000);
    const rows = await everyRow();
    const asking = new Set<string>();
    const before = account.audited.length;
    for (const command of commands as readonly Command[]) {
      const nodes = [...(command.palette === "never" ? [] : [undefined]), ...rows.map(({ node }) => node).filter(({ kind }) => command.on?.includes(kind))];
      for (const node of nodes) {
        const ui = new EagerUi();
        const context = commandContext(account, ui, { file: editorFile });
        let asked = false;
        account.confirmWrite = async () => {
          asked = true;
          return false;
        };
        account.protection = { readOnly: [], protected: ["*"] };
        try {
          await command.run(context, node, node ? [node] : []);
        } catch (error) {
          context.logged.push(errorText(error));
        }
        if (asked) asking.add(command.id);
      }
    }
    assert.deepEqual(account.audited.slice(before), []);
    assert.deepEqual(account.simulator.calls.map(({ operation }) => operation).filter((operation) => !isReading(operation)), []);
    assert.deepEqual([...asking].sort(), asked);
  });
});

const editorFile = {
  family: "orders",
  networkMode: "awsvpc",
  requiresCompatibilities: ["FARGATE"],
  cpu: "256",
  memory: "512",
  containerDefinitions: [{ name: "app", image: "orders:3", essential: true }],
};

/** Commands that come to the question with the first choice everywhere; the others end before, as with a scale that stays. */
const asked = ["createCluster", "deleteService", "deploy", "forceDeployment", "protectTask", "register", "runAgain", "runTask", "stopTask", "toggleExec"].map((name) => `taskwright.${name}`);
