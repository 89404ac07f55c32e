import assert from "node:assert/strict";
import type { Command } from "../../../client/src/commands/command.ts";
import { deploying } from "../../../client/src/commands/deploying/index.ts";
import { commands } from "../../../client/src/commands/index.ts";
import { operating } from "../../../client/src/commands/operating.ts";
import { errorText } from "../../../client/src/host/log.ts";
import type { TreeNode } from "../../../client/src/tree/node.ts";
import type { Choice, InputOptions } from "../../../client/src/host/ui.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext } from "../../support/commandContext.ts";
import { EagerUi } from "../../support/eagerUi.ts";
import { plainShop } from "../../support/plainShop.ts";
import { rowOfEveryKind } from "../../support/rowOfEveryKind.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

/** A user who answers some questions, and presses Escape at the next one and at all after it. */
class EscapingUi extends EagerUi {
  readonly errors: string[] = [];
  escaped = false;
  #patience: number;

  constructor(patience: number) {
    super();
    this.#patience = patience;
  }

  /** Whether this question is one to press Escape at. */
  escapes(): boolean {
    this.escaped ||= this.#patience === 0;
    this.#patience -= 1;
    return this.escaped;
  }

  override async pick<T>(title: string, choices: readonly Choice<T>[]): Promise<T | undefined> {
    return this.escapes() ? undefined : super.pick(title, choices);
  }

  override async pickMany<T>(
    title: string,
    choices: readonly Choice<T>[],
  ): Promise<readonly T[] | undefined> {
    return this.escapes() ? undefined : super.pickMany(title, choices);
  }

  override async input(options: InputOptions): Promise<string | undefined> {
    return this.escapes() ? undefined : super.input(options);
  }

  override error: EagerUi["error"] = async (message) => void this.errors.push(message);
}

const file = {
  family: "orders",
  containerDefinitions: [{ name: "app", image: "orders:${TAG}", memory: 128 }],
};

/**
 * Commands that come to the question at the door with the first choice everywhere; the others end before, as
 * with a scale that stays.
 */
const asking = [
  "createCluster",
  "deleteService",
  "deploy",
  "drainInstances",
  "editTags",
  "forceDeployment",
  "protectTask",
  "register",
  "runAgain",
  "runTask",
  "stopTask",
  "toggleExec",
];

/**
 * Commands on services, tasks, revisions, clusters and their files that ask something before they do
 * anything.
 */
const questioning = [
  "compare",
  "continueDeployment",
  "createCluster",
  "deleteService",
  "deploy",
  "deployRevision",
  "deploymentHistory",
  "deregister",
  "dryRun",
  "editTags",
  "forceDeployment",
  "forwardPort",
  "importService",
  "openShell",
  "protectTask",
  "register",
  "rollBack",
  "runInContainer",
  "runTask",
  "scale",
  "scalingBounds",
  "showLogs",
  "stopDeployment",
  "stopTask",
  "suspendScaling",
  "toggleExec",
  "verify",
  "watchDeployment",
];

describe("Every command", () => {
  let account: SimulatedAccount;
  before(async () => {
    account = await simulatedAccount({
      scenario: { ...plainShop, clusters: [{ ...plainShop.clusters![0]!, instances: [{}] }] },
      clock: "step",
    });
    account.protection = { readOnly: [], protected: ["*"] };
  });
  after(() => account.close());

  /** Runs a command and presses Escape at one of its questions, counted from 0. */
  async function escapeAt(
    question: number,
    command: Command,
    node: TreeNode | undefined,
  ): Promise<"at the question" | "before writing" | "not at all"> {
    const ui = new EscapingUi(question);
    const context = commandContext(account, ui, { file });
    let isAtDoor = false;
    account.confirmWrite = async () => {
      isAtDoor = true;
      return false;
    };
    const failed = await command.run(context, node, node ? [node] : []).then(() => undefined, errorText);
    if (!ui.escaped && !isAtDoor) return "not at all";
    assert.deepEqual(
      { failed, errors: ui.errors },
      { failed: undefined, errors: [] },
      `${command.id} of ${node?.kind ?? "the palette"}, question ${question + 1}`,
    );
    return isAtDoor ? "before writing" : "at the question";
  }

  it("asks before it writes, and can be left at every question: then nothing is written, and no error is shown", async function () {
    this.timeout(180_000);
    const rows = await rowOfEveryKind(account);
    const [left, declined] = [new Set<string>(), new Set<string>()];
    for (const command of commands as readonly Command[]) {
      const nodes = [
        ...(command.palette === "never" ? [] : [undefined]),
        ...rows.filter(({ kind }) => command.on?.includes(kind)),
      ];
      for (const node of nodes)
        for (let question = 0, outcome = "at the question"; outcome === "at the question"; question++) {
          outcome = await escapeAt(question, command, node);
          if (outcome !== "not at all")
            (outcome === "at the question" ? left : declined).add(command.id.replace("taskwright.", ""));
        }
    }
    assert.deepEqual(
      account.operations().filter((operation) => !isReading(operation)),
      [],
    );
    assert.deepEqual([...declined].sort(), asking);
    const ofResources = new Set([...deploying, ...operating].map(({ id }) => id.replace("taskwright.", "")));
    assert.deepEqual([...left].filter((name) => ofResources.has(name)).sort(), questioning);
  });
});
