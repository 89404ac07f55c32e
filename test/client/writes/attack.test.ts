import assert from "node:assert/strict";
import { ECSClient, RegisterTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import type { Command } from "../../../client/src/commands/command.ts";
import { activateInstances, drainInstances } from "../../../client/src/commands/containerInstances/drain.ts";
import { deleteRevisions, deregister } from "../../../client/src/commands/revisions/removeRevisions.ts";
import { stopTask } from "../../../client/src/commands/tasks/stopTask.ts";
import type { Choice, InputOptions, Progress } from "../../../client/src/host/ui.ts";
import { matchingPattern } from "../../../client/src/aws/writes/protection.ts";
import { mentions } from "../../../client/src/aws/writes/mentions.ts";
import type { WriteQuestion } from "../../../client/src/aws/writes/guard.ts";
import {
  namesOf,
  revisionResource,
  taskResource,
  instanceResource,
} from "../../../client/src/model/resource.ts";
import { ContainerInstanceNode } from "../../../client/src/tree/containerInstanceNode.ts";
import { FamilyNode } from "../../../client/src/tree/familyNode.ts";
import type { TreeNode } from "../../../client/src/tree/node.ts";
import { RevisionNode } from "../../../client/src/tree/revisionNode.ts";
import { TaskNode } from "../../../client/src/tree/taskNode.ts";
import { isReading } from "../../support/awsOperations.ts";
import { commandContext } from "../../support/commandContext.ts";
import { plainShop } from "../../support/plainShop.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { secondAccount, type SecondAccount } from "../../support/secondAccount.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

/** How many selections are tried. */
const days = 120;

/** Numbers from 0 to 1 that a seed repeats: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function randomOf(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Answers anything at all, and presses Cancel now and then. */
class RandomUi extends ScriptedUi {
  readonly #random: () => number;

  constructor(random: () => number) {
    super();
    this.#random = random;
  }

  override async pick<T>(_title: string, choices: readonly Choice<T>[]): Promise<T | undefined> {
    return choices[Math.floor(this.#random() * (choices.length + 0.2))]?.value;
  }

  override async pickMany<T>(
    _title: string,
    choices: readonly Choice<T>[],
  ): Promise<readonly T[] | undefined> {
    return choices.filter(() => this.#random() < 0.5).map(({ value }) => value);
  }

  override async input({ value, placeholder }: InputOptions): Promise<string | undefined> {
    return this.#random() < 0.15 ? undefined : (value ?? (this.#random() < 0.8 ? placeholder : "x"));
  }

  override async confirm(): Promise<boolean> {
    return this.#random() < 0.75;
  }

  override async progress<T>(
    _title: string,
    work: (progress: Progress, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const controller = new AbortController();
    if (this.#random() < 0.1) controller.abort();
    const report = (): void => void (this.#random() < 0.15 && controller.abort());
    return work({ report }, controller.signal);
  }
}

const shop = {
  ...plainShop,
  clusters: (plainShop.clusters ?? []).map((cluster) => ({ ...cluster, instances: [{}, {}] })),
};

const patterns = [
  "second",
  "account:123456789012",
  "210987654321",
  "staging",
  "cluster:live",
  "service:payments",
  "orders",
  "family:*er",
  "nothing",
];

describe("Random selections over clusters and accounts, read-only ones among them", () => {
  let account: SimulatedAccount;
  let second: SecondAccount;
  before(async () => {
    account = await simulatedAccount({ scenario: shop, clock: "step" });
    second = await secondAccount(account, shop);
    for (const { endpoint } of [account.simulator, second.simulator]) {
      const credentials = { accessKeyId: "AKIAOTHER", secretAccessKey: "simulated" };
      const ecs = new ECSClient({ region: "eu-west-1", endpoint, credentials });
      const containerDefinitions = [{ name: "app", image: "x", memory: 64 }];
      for (const family of ["orders", "orders", "orders", "fresh", "fresh", "worker"])
        await ecs.send(new RegisterTaskDefinitionCommand({ family, containerDefinitions }));
    }
  });
  after(async () => {
    await second.close();
    await account.close();
  });

  /** All rows that the commands work on, and what stands behind them in the words of patterns. */
  async function rows(): Promise<readonly TreeNode[]> {
    const found: TreeNode[] = [];
    for (const session of [await account.sessions.open(account.connection.target), second.session]) {
      const { connection } = session;
      for (const cluster of await connection.ecs.clusterArns()) {
        for (const task of await connection.ecs.tasks(cluster, {})) found.push(new TaskNode(session, task));
        for (const instance of await connection.capacity.containerInstances(cluster))
          found.push(new ContainerInstanceNode(connection, cluster, instance));
      }
      for (const family of ["orders", "payments", "worker", "fresh"]) {
        found.push(new FamilyNode(session, family));
        for (const status of ["ACTIVE", "INACTIVE"] as const)
          for (const arn of await connection.ecs.revisions(family, status))
            found.push(new RevisionNode(session, arn, "active"));
      }
    }
    return found;
  }

  /** The rows that the calls since the last reset wrote to. */
  function writtenRows(all: readonly TreeNode[]): readonly TreeNode[] {
    const calls = [...account.simulator.calls, ...second.simulator.calls].filter(
      ({ operation }) => !isReading(operation),
    );
    return calls.flatMap(({ operation, input }) => {
      const arns = [
        input["task"],
        input["taskDefinition"],
        input["taskDefinitions"],
        input["containerInstances"],
      ]
        .flat()
        .filter((arn) => typeof arn === "string");
      assert.ok(arns.length > 0, operation);
      return arns.map((arn) => all.find((row) => row.arn === arn) ?? assert.fail(`${operation} ${arn}`));
    });
  }

  const accountOf = (row: TreeNode): string => row.arn?.split(":")[4] ?? "";
  function namesOfRow(row: TreeNode): ReturnType<typeof namesOf> {
    const isSecond = accountOf(row) === "210987654321";
    const resource =
      row instanceof TaskNode
        ? taskResource(row.task)
        : row instanceof ContainerInstanceNode
          ? instanceResource(row.cluster, row.arn, row.name)
          : revisionResource(row.arn ?? "");
    return [
      { kind: "profile", name: isSecond ? "second" : "simulated" },
      { kind: "account", name: accountOf(row) },
      ...namesOf(resource),
    ];
  }
  /** What a question must have to name the row. */
  function wordsOfRow(row: TreeNode): readonly string[] {
    const name = row instanceof TaskNode ? row.name.slice(0, 8) : (row.name ?? "");
    return [name, ...namesOfRow(row).flatMap(({ kind, name: each }) => (kind === "cluster" ? [each] : []))];
  }

  it("write to nothing that no question named, that was declined, or that is read-only", async function () {
    this.timeout(120_000);
    let writes = 0;
    let refusals = 0;
    let all: readonly TreeNode[] = [];
    for (let seed = 1; seed <= days; seed++) {
      const random = randomOf(seed);
      const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
      if (seed % 6 === 1) {
        account.simulator.clock.advance(60);
        second.simulator.clock.advance(60);
        all = await rows();
      }
      const share = one([0.05, 0.2, 0.5]);
      const selected = all.filter(() => random() < share);
      const command = one<Command<never>>([
        stopTask,
        drainInstances,
        activateInstances,
        deregister,
        deleteRevisions,
      ]) as Command;
      const clicked = one(selected.filter(({ kind }) => command.on?.includes(kind)));
      if (!clicked) continue;
      const readOnly = random() < 0.4 ? [one(patterns)] : [];
      account.protection = { readOnly, protected: random() < 0.3 ? ["live", "second"] : [] };
      const context = commandContext(account, new RandomUi(random));
      const { confirmWrite } = account;
      const agreed: WriteQuestion[] = [];
      account.confirmWrite = async (question) => {
        const isAgreed = await confirmWrite(question);
        if (isAgreed) agreed.push(question);
        return isAgreed;
      };
      account.simulator.resetCalls();
      second.simulator.resetCalls();
      await command.run(context, clicked, selected).catch((error: Error) => {
        assert.equal(error.name, "ReadOnlyError", `seed ${seed}: ${error.message}`);
        refusals += 1;
      });
      for (const row of writtenRows(all)) {
        writes += 1;
        const words = wordsOfRow(row);
        const why = `seed ${seed}: ${command.id} wrote to ${words.join(" / ")} in ${accountOf(row)}`;
        assert.ok(
          agreed.some(({ question, facts }) => {
            const text = [question, ...facts].join("\n");
            return question.includes(accountOf(row)) && words.every((word) => mentions(text, word));
          }),
          `${why}, which no question named`,
        );
        assert.equal(matchingPattern(readOnly, namesOfRow(row)), undefined, `${why}, which is read-only`);
        assert.ok(
          row === clicked || selected.includes(row) || row.kind === "revision",
          `${why}, not selected`,
        );
      }
    }
    assert.ok(writes > 30 && refusals > 5, `${writes} writes, ${refusals} refusals`);
  });
});
