import type { Command } from "../../client/src/commands/command.ts";
import { resumeDeploys } from "../../client/src/commands/deploying/resume.ts";
import { commands } from "../../client/src/commands/index.ts";
import { resumeRuns } from "../../client/src/commands/tasks/waitForTask.ts";
import { describeFailure } from "../../client/src/model/failure.ts";
import type { TreeNode } from "../../client/src/tree/node.ts";
import type { Entry } from "../../client/src/tree/explorer.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { dayContext } from "./dayContext.ts";
import { DayUi } from "./dayUi.ts";
import { Judge, type Deed } from "./judge.ts";
import { openFile } from "./openFile.ts";
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
const longest = 8 * 3600;

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

/** Those that change something or wait for something are used more often than others. */
const often = playable.filter(({ needsTrust, id }) => needsTrust || /watch|follow/i.test(id));

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
    if (player.faults.length === 0) await player.close();
  } finally {
    process.off("unhandledRejection", note);
    await world.close();
  }
  return { seed, steps: player.steps, skipped: without, faults: player.faults };
}

/** What a user does. */
interface Doing {
  readonly command: Command;
  readonly node: TreeNode | undefined;
}

/** Whether a command stands in the menu of a row. */
function fits({ on, needs, palette }: Command, node: TreeNode): boolean {
  const isOfKind = on?.includes(node.kind) ?? palette === "never";
  if (!isOfKind || needs === undefined) return isOfKind;
  if (needs === "arn") return node.arn !== undefined;
  if (needs === "url") return node.url !== undefined;
  if (needs === "expandable") return node.load !== undefined || node.below !== undefined;
  return node.row().flags?.includes(needs) ?? false;
}

class Player {
  readonly steps: string[] = [];
  readonly faults: string[] = [];
  readonly #world: World;
  readonly #isLive: boolean;
  chance: Chance;
  #ui: DayUi;
  #window: Window;
  #loaded: readonly Entry[] = [];
  /** What was done last. */
  #last: Doing | undefined;
  readonly #labels = new Map<string, readonly string[]>();

  constructor(world: World, chance: Chance) {
    this.#world = world;
    this.chance = chance;
    this.#isLive = chance.happens(0.1);
    this.#ui = this.#newUi();
    this.#window = world.openWindow(this.#ui);
  }

  async step(): Promise<void> {
    const kind = this.chance.below(20);
    if (kind === 0) return this.#reload();
    if (kind === 1) return this.#expire();
    if (kind === 2 || kind === 3) return this.#pass();
    return this.#runCommand();
  }

  /** Closes the window: nothing may go on. */
  async close(): Promise<void> {
    this.#window.live.setWanted(false);
    // Terminals are closed after a while, and calls that hang are given up.
    await this.#world.clock.pass(180);
    const left = this.#world.clock.pending;
    if (left > 0) this.faults.push(`${left} timers go on when the window is closed`);
  }

  async #pass(): Promise<void> {
    const seconds = this.chance.of([5, 60, 600]);
    this.steps.push(`wait ${seconds} s`);
    const before = { ...this.#ui.codes };
    await this.#world.clock.pass(seconds);
    await this.#during({ what: "a refresh" }, () => this.#window.explorer.tick());
    const asked = this.#ui.codes.asked - before.asked;
    if (before.dismissed > 0 && asked > 0)
      this.faults.push(`a code was asked for ${asked} times although the user had dismissed the question`);
  }

  async #reload(): Promise<void> {
    this.steps.push("reload the window");
    this.#window.live.setWanted(false);
    this.#newWindow();
    const context = dayContext(this.#world, this.#window, this.#ui, this.chance);
    await this.#during({ what: "the start, which watches on" }, () =>
      Promise.all([resumeDeploys(context), resumeRuns(context)]),
    );
  }

  /** The session expires, and the user gets new keys and refreshes. */
  async #expire(): Promise<void> {
    this.steps.push("let the session expire, sign in again later, and refresh");
    const world = this.#world;
    world.expire();
    await this.#during({ what: "a refresh" }, () => this.#window.explorer.refresh());
    await world.clock.pass(60);
    world.renew();
    const { connections, explorer } = this.#window;
    await this.#during({ what: "signing in" }, async () => {
      await connections.renewFailing();
      await explorer.refresh();
    });
    const failing = explorer.branches.find(({ failure }) => failure?.kind === "expired");
    if (failing) this.faults.push(`${failing.node.id} still says that the session has expired`);
  }

  async #runCommand(): Promise<void> {
    const rows = await this.#rows();
    const { command, node, fitting } = this.#choose(rows);
    this.#last = { command, node };
    const share = this.chance.of([0.05, 0.15, 0.4]);
    const selected = node === undefined ? [] : [node, ...fitting.filter(() => this.chance.happens(share))];
    const nodes = [...new Set(selected)];
    const names = nodes.map((each) => each.row().label).join(", ");
    const file = openFile(this.#world.simulator, this.chance);
    const callOff = this.#maybeExpire();
    this.steps.push(
      `${command.id} ${names || "from the palette"}${callOff ? ", while the session expires" : ""}`,
    );
    const context = dayContext(this.#world, this.#window, this.#ui, this.chance, file);
    const revisions = nodes.filter(({ kind }) => kind === "revision").map((each) => each.row().label);
    await this.#during({ what: command.id, file, revisions }, () =>
      command.run(context, node, nodes).catch((error: unknown) => {
        if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
          this.faults.push(`an internal error: ${error.stack ?? error.message}`);
        const failure = describeFailure(error, `run “${command.title}”`);
        if (failure.kind !== "aborted") return this.#ui.error(failure.message, "Show Details");
        return undefined;
      }),
    );
    callOff?.();
  }

  /** A command and the row on which it is run, if it is; some do the same once more at once. */
  #choose(rows: readonly TreeNode[]): Doing & { readonly fitting: readonly TreeNode[] } {
    const again = this.chance.happens(0.15) ? this.#last : undefined;
    const command = this.#possible(again?.command, rows);
    const fitting = rows.filter((row) => fits(command, row));
    const isFromPalette = command.palette !== "never" && (fitting.length === 0 || this.chance.happens(0.3));
    const same = fitting.find(({ id, arn }) => id === again?.node?.id && arn === again.node.arn);
    return { command, node: isFromPalette ? undefined : (same ?? this.chance.of(fitting)), fitting };
  }

  #possible(wanted: Command | undefined, rows: readonly TreeNode[]): Command {
    const isPossible = (command: Command): boolean =>
      command.palette !== "never" || rows.some((row) => fits(command, row));
    if (wanted && isPossible(wanted)) return wanted;
    return this.chance.of((this.chance.happens(0.6) ? often : playable).filter(isPossible));
  }

  /** Sometimes the session expires in the middle, and the user signs in elsewhere a few minutes later. */
  #maybeExpire(): (() => void) | undefined {
    if (!this.chance.happens(0.12)) return undefined;
    const { clock } = this.#world;
    const world = this.#world;
    const at = this.chance.of([0.1, 10, 40, 120]);
    const calls = [
      clock.after(at * 1000, () => world.expire()),
      clock.after((at + 240) * 1000, () => world.renew()),
    ];
    return () => {
      for (const callOff of calls) callOff();
      world.renew();
    };
  }

  /** Lets something run to its end while time goes on, and looks whether the rules of the house were kept. */
  async #during(deed: Deed, work: () => Promise<unknown>): Promise<void> {
    const labelsOf = (name: string): readonly string[] => this.#labels.get(name) ?? [];
    const judge = new Judge(this.#world, this.#ui, deed, labelsOf);
    if (this.#isLive) this.#window.live.setWanted(true);
    try {
      await this.#world.clock.run(work(), longest);
    } catch (error) {
      this.faults.push(`${deed.what}: ${(error as Error).message}`);
      return;
    }
    this.faults.push(...judge.faults(), ...this.#twins());
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

  /** The user asks the chance of the step for each answer. */
  #newUi(): DayUi {
    return new DayUi(() => this.chance, this.#world.clock);
  }

  #newWindow(): void {
    this.#ui = this.#newUi();
    this.#window = this.#world.openWindow(this.#ui);
    this.#loaded = [];
  }

  /** Rows of the tree, of which some are expanded that were not. */
  async #rows(): Promise<readonly TreeNode[]> {
    const { explorer } = this.#window;
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
    await this.#world.clock.run(walk(undefined, 0), longest);
    return rows;
  }

  /** Notes under which label the tree shows a resource. */
  #learn(node: TreeNode): void {
    const { arn } = node;
    if (arn === undefined) return;
    const name = arn.slice(arn.lastIndexOf("/") + 1);
    this.#labels.set(name, [...(this.#labels.get(name) ?? []), node.row().label]);
  }
}
