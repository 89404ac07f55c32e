import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  ListTaskDefinitionsCommand,
} from "@aws-sdk/client-ecs";
import type { Command, CommandContext } from "../../client/src/commands/command.ts";
import { resumeDeploys } from "../../client/src/commands/deploying/resume.ts";
import { commands } from "../../client/src/commands/index.ts";
import { resumeRuns } from "../../client/src/commands/tasks/waitForTask.ts";
import { describeFailure } from "../../client/src/model/failure.ts";
import type { TreeNode } from "../../client/src/tree/node.ts";
import type { Entry } from "../../client/src/tree/explorer.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { dayContext } from "./dayContext.ts";
import { DayUi } from "./dayUi.ts";
import { faultsOfWrites, isWrite, leaks, verdictsIn } from "./invariants.ts";
import { loadedLists, newWorld, type Window, type World } from "./world.ts";

/** A day that was played: what was done, and what went against the rules of the house. */
export interface Day {
  readonly seed: number;
  readonly steps: readonly string[];
  /** Steps, counted from 0, that were left out. */
  readonly skipped: ReadonlySet<number>;
  readonly faults: readonly string[];
}

export interface DayOptions {
  /** How many steps it has at the most. */
  readonly most?: number;
  /** Steps, counted from 0, to leave out; the others are those of the whole day. */
  readonly without?: ReadonlySet<number>;
}

/** Simulated seconds within which a command must have come to its end, whatever happens. */
const longest = 4 * 3600;

/** Commands that show values because they are asked to, or start programs of this machine. */
const leftOut = new Set([
  "openDemoAccount",
  "closeDemoAccount",
  "describeWithValues",
  "signIn",
  "importService",
]);

const playable = (commands as readonly Command[]).filter(
  ({ id }) => !leftOut.has(id.replace("taskwright.", "")),
);

/** Plays the day of a seed. */
export async function playDay(
  seed: number,
  { most = Infinity, without = new Set() }: DayOptions = {},
): Promise<Day> {
  const chance = chanceOf(seed);
  const world = await newWorld(chance, seed);
  const player = new Player(world, chance);
  const note = (reason: unknown): void =>
    void player.faults.push(`an unhandled rejection: ${String((reason as Error)?.stack ?? reason)}`);
  process.on("unhandledRejection", note);
  try {
    const count = Math.min(6 + chance.below(6), most);
    for (let step = 0; step < count && player.faults.length === 0; step += 1) {
      // Each step has chances of its own, so that leaving one out leaves the others as they are.
      player.chance = chanceOf(seed * 1000 + step);
      if (!without.has(step)) await player.step();
    }
  } finally {
    process.off("unhandledRejection", note);
    await world.close();
  }
  return { seed, steps: player.steps, skipped: without, faults: player.faults };
}

class Player {
  readonly steps: string[] = [];
  readonly faults: string[] = [];
  readonly #world: World;
  chance: Chance;
  readonly #observer: ECSClient;
  #ui: DayUi;
  #window: Window;

  constructor(world: World, chance: Chance) {
    this.#world = world;
    this.chance = chance;
    this.#ui = this.#newUi();
    this.#window = world.openWindow(this.#ui);
    this.#observer = new ECSClient({
      endpoint: world.simulator.endpoint,
      region: "eu-west-1",
      credentials: { accessKeyId: "AKIAOBSERVER", secretAccessKey: "simulated" },
    });
  }

  async step(): Promise<void> {
    const kind = this.chance.below(20);
    if (kind === 0) return this.#reload();
    if (kind === 1) return this.#expire();
    if (kind <= 3) return this.#pass();
    return this.#runCommand();
  }

  async #pass(): Promise<void> {
    const seconds = this.chance.of([5, 60, 600]);
    this.steps.push(`wait ${seconds} s`);
    await this.#world.clock.pass(seconds);
    await this.#during("a refresh", this.#window.explorer.tick());
  }

  async #reload(): Promise<void> {
    this.steps.push("reload the window");
    this.#newWindow();
    const context = this.#context();
    await this.#during("the start", Promise.all([resumeDeploys(context), resumeRuns(context)]));
  }

  async #expire(): Promise<void> {
    this.steps.push("let the session expire, and sign in again later");
    this.#world.expire(true);
    await this.#during("a refresh", this.#window.explorer.refresh());
    await this.#world.clock.pass(60);
    this.#world.expire(false);
    const { connections } = this.#window;
    const [target] = await connections.targets();
    if (target) await this.#during("signing in", connections.reconnect(target));
  }

  async #runCommand(): Promise<void> {
    const rows = await this.#rows();
    const command = this.chance.of(playable);
    const fitting = rows.filter(({ kind }) => command.on?.includes(kind) ?? command.palette === "never");
    const isFromPalette = command.palette !== "never" && (fitting.length === 0 || this.chance.happens(0.3));
    if (!isFromPalette && fitting.length === 0) return void this.steps.push(`${command.id}: no row`);
    const node = isFromPalette ? undefined : this.chance.of(fitting);
    const selected = node === undefined ? [] : [node, ...fitting.filter(() => this.chance.happens(0.15))];
    const nodes = [...new Set(selected)];
    const names = nodes.map((each) => each.row().label).join(", ");
    this.steps.push(`${command.id} ${names || "from the palette"}`);
    const context = this.#context();
    const running = command.run(context, node, nodes).catch((error: unknown) => {
      if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
        this.faults.push(`an internal error: ${error.stack ?? error.message}`);
      const failure = describeFailure(error, `run “${command.title}”`);
      if (failure.kind !== "aborted") return this.#ui.error(failure.message, "Show Details");
      return undefined;
    });
    await this.#during(command.id, running);
  }

  /** Lets something run to its end while time goes on, and looks whether the rules of the house were kept. */
  async #during(what: string, work: Promise<unknown>): Promise<void> {
    const { simulator, clock } = this.#world;
    const ui = this.#ui;
    const firstCall = simulator.calls.length;
    const [firstText, firstLine] = [ui.shown.length, this.#world.logged.length];
    let writesAtCancel = Infinity;
    const writes = (): number => simulator.calls.slice(firstCall).filter(isWrite).length;
    ui.onCancel = () => (writesAtCancel = Math.min(writesAtCancel, writes()));
    const before = await this.#revisions();
    try {
      await clock.run(work, longest);
    } catch (error) {
      this.faults.push(`${what}: ${(error as Error).message}`);
      return;
    }
    const made = simulator.calls.slice(firstCall).filter(isWrite);
    const { readOnly } = this.#world.protection;
    this.faults.push(
      ...faultsOfWrites(
        made,
        ui.agreements,
        (name) => readOnly.includes(`cluster:${name}`),
        (name) => this.#labels.get(name) ?? [],
      ),
      ...(made.length > writesAtCancel
        ? [
            `${what}: ${made
              .slice(writesAtCancel)
              .map(({ operation }) => operation)
              .join(", ")} after a cancel`,
          ]
        : []),
      ...leaks([...ui.shown.slice(firstText), ...this.#world.logged.slice(firstLine), this.#world.stored()]),
      ...this.#twins(),
      ...(await this.#untrue(ui.shown.slice(firstText))),
      ...(await this.#registeredTwice(before)),
    );
  }

  /** Rows of one list that have the same id. */
  #twins(): readonly string[] {
    const found: string[] = [];
    for (const list of loadedLists(this.#loaded)) {
      const ids = list.map(({ node }) => node.id);
      const twin = ids.find((id, at) => ids.indexOf(id) !== at);
      if (twin !== undefined) found.push(`the row ${twin} is there twice`);
    }
    return found;
  }

  /** Verdicts that ECS's record does not bear out. */
  async #untrue(texts: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { cluster, service, revision, isLive } of verdictsIn(texts)) {
      const statuses = await this.#statuses(cluster, service, revision);
      const isTrue = isLive
        ? statuses.includes("SUCCESSFUL")
        : statuses.some((status) => status !== "SUCCESSFUL" && !/PENDING|IN_PROGRESS/.test(status));
      if (!isTrue)
        found.push(
          `${service} was told that ${revision} ${isLive ? "is live" : "failed"}: ECS says ${statuses.join(", ")}`,
        );
    }
    return found;
  }

  async #statuses(cluster: string, service: string, revision: string): Promise<readonly string[]> {
    const { serviceDeployments = [] } = await this.#observer.send(
      new ListServiceDeploymentsCommand({ cluster, service }),
    );
    const arns = serviceDeployments.flatMap(({ serviceDeploymentArn }) => serviceDeploymentArn ?? []);
    if (arns.length === 0) return [];
    const { serviceDeployments: records = [] } = await this.#observer.send(
      new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: arns.slice(0, 20) }),
    );
    const targets = records.flatMap(({ targetServiceRevision }) => targetServiceRevision?.arn ?? []);
    const { serviceRevisions = [] } = await this.#observer.send(
      new DescribeServiceRevisionsCommand({ serviceRevisionArns: [...new Set(targets)].slice(0, 20) }),
    );
    const own = serviceRevisions.filter(({ taskDefinition = "" }) => taskDefinition.endsWith(`/${revision}`));
    const ownArns = new Set(own.map(({ serviceRevisionArn }) => serviceRevisionArn));
    return records
      .filter((record) => ownArns.has(record.targetServiceRevision?.arn))
      .map(({ status = "" }) => status);
  }

  async #revisions(): Promise<number> {
    const { taskDefinitionArns = [] } = await this.#observer.send(new ListTaskDefinitionsCommand({}));
    return taskDefinitionArns.length;
  }

  /** One command registers one revision at the most, however often its call was sent. */
  async #registeredTwice(before: number): Promise<readonly string[]> {
    const added = (await this.#revisions()) - before;
    return added > 1 ? [`${added} revisions were registered by one command`] : [];
  }

  /** The user asks the chance of the step for each answer. */
  #newUi(): DayUi {
    return new DayUi(() => this.chance, this.#world.clock);
  }

  #newWindow(): void {
    this.#ui = this.#newUi();
    this.#window = this.#world.openWindow(this.#ui);
    this.#loaded = [];
  }

  #loaded: readonly Entry[] = [];

  /** Rows of the tree, of which some are expanded that were not. */
  async #rows(): Promise<readonly TreeNode[]> {
    const { explorer } = this.#window;
    const { clock } = this.#world;
    const rows: TreeNode[] = [];
    const walk = async (entry: Entry | undefined, depth: number): Promise<void> => {
      const children = await explorer.children(entry);
      if (entry === undefined) this.#loaded = children;
      for (const child of children) {
        rows.push(child.node);
        this.#learn(child.node);
        if (depth < 7 && (depth < 3 || this.chance.happens(0.35))) await walk(child, depth + 1);
      }
    };
    await clock.run(walk(undefined, 0), longest);
    return rows;
  }

  /** Notes under which label the tree shows a resource. */
  #learn(node: TreeNode): void {
    const { arn } = node;
    if (arn === undefined) return;
    const name = arn.slice(arn.lastIndexOf("/") + 1);
    this.#labels.set(name, [...(this.#labels.get(name) ?? []), node.row().label]);
  }

  readonly #labels = new Map<string, readonly string[]>();

  #context(): CommandContext {
    return dayContext(this.#world, this.#window, this.#ui, this.chance);
  }
}
