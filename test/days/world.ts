import { externalDataInterceptor } from "@smithy/shared-ini-file-loader";
import * as aws from "../../client/src/aws/index.ts";
import { Connections, type Storage } from "../../client/src/account/connections.ts";
import { Sessions } from "../../client/src/account/sessions.ts";
import { ViewOptions } from "../../client/src/account/viewOptions.ts";
import { writeGuard } from "../../client/src/account/writeGuard.ts";
import type { ProtectionRules } from "../../client/src/aws/writes/protection.ts";
import { auditWrites, type Log } from "../../client/src/host/log.ts";
import { targetKey } from "../../client/src/model/target.ts";
import { Explorer, type Entry } from "../../client/src/tree/explorer.ts";
import { LiveRefresh } from "../../client/src/tree/liveRefresh.ts";
import { RootNode } from "../../client/src/tree/rootNode.ts";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";
import { createRandom } from "../../simulator/src/time/random.ts";
import type { Trouble } from "../../simulator/src/trouble/trouble.ts";
import { useConfiguration } from "../support/awsConfiguration.ts";
import { fakePlugin } from "../support/fakePlugin.ts";
import { scenarioOf } from "./account.ts";
import type { Chance } from "./chance.ts";
import type { DayUi } from "./dayUi.ts";
import { PlayedClock } from "./playedClock.ts";
import { shortWire } from "./shortWire.ts";
import { befalling, troublesOf } from "./troubles.ts";

/** The access key of the profile that is read-only by the settings. */
export const auditKey = "AKIAAUDIT";

/** What a window of VS Code holds; a reload makes another. */
export interface Window {
  readonly connections: Connections;
  readonly sessions: Sessions;
  readonly explorer: Explorer;
  readonly view: ViewOptions;
  /** Refreshes the tree while it is in view. */
  readonly live: LiveRefresh<Entry>;
}

/** An account, connections to it and their settings, and what outlives a window. */
export interface World {
  readonly simulator: Simulator;
  readonly clock: PlayedClock;
  readonly protection: ProtectionRules;
  /** Whether what the user sees of the account is always as it is. */
  readonly isTrue: boolean;
  /** Whether the profile `shop` is a role that wants a code. */
  readonly hasMfa: boolean;
  /** The folder of the Session Manager plugin. */
  readonly programs: string;
  /** What VS Code keeps for the extension. */
  readonly storage: Storage;
  readonly logged: string[];
  /** What is stored, as text. */
  stored(): string;
  openWindow(ui: DayUi): Window;
  /** From now on AWS refuses the keys of the profile `shop`. */
  expire(): void;
  /** Gives the profile `shop` new keys, as signing in elsewhere does. */
  renew(): void;
  close(): Promise<void>;
}

/**
 * Beginning of every day, in seconds since 1970: the same for all, so that a seed plays the same day again.
 */
const morning = Date.UTC(2026, 1, 27, 22, 0) / 1000;

export async function newWorld(chance: Chance, seed: number): Promise<World> {
  const simulator = await startSimulator({
    scenario: scenarioOf(chance, seed),
    clock: "step",
    start: morning,
  });
  const disconnect = shortWire(simulator);
  const leaveToChance = seededRandom(seed);
  const clock = new PlayedClock(simulator);
  const hasMfa = chance.happens(0.15);
  const hasOps = chance.happens(0.3);
  const keys = new Keys(simulator.endpoint, hasMfa);
  const environment = await useConfiguration("");
  const forget = keys.tell();
  const plugin = await fakePlugin("echo done");
  const troubles = troublesOf(chance);
  const tell = (more: readonly Trouble[] = []): void =>
    simulator.setTrouble([
      ...more,
      ...["AKIASHOP*", "AKIAOPS", "ASIA*"].flatMap((accessKeyId) => befalling(troubles, accessKeyId)),
    ]);
  tell();
  const protection: ProtectionRules = {
    readOnly: ["profile:audit", ...chance.of([[], [], ["cluster:staging"], ["acme-*"], ["service:pay*"]])],
    protected: chance.of([[], ["cluster:live"], ["service:orders"], ["*"], ["acme-*"], ["family:*s*"]]),
  };
  const profiles = ["shop", ...(hasOps ? ["ops"] : []), "audit"];
  const values: Record<string, unknown> = {
    targets: profiles.map((profile) => ({ profile, region: "eu-west-1" })),
  };
  const kept: Storage = {
    get: (key) => values[key] as never,
    update: async (key, value) => void (values[key] = value),
  };
  const logged: string[] = [];
  const write = (line: string): void => void logged.push(line);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  return {
    simulator,
    clock,
    protection,
    isTrue: !troubles.some(({ stale, meanwhile }) => stale !== undefined || meanwhile !== undefined),
    hasMfa,
    programs: plugin.folder,
    storage: kept,
    logged,
    stored: () => JSON.stringify(values),
    openWindow(ui) {
      const connections = new Connections({
        loadAws: async () => aws,
        storage: kept,
        environment: {},
        prompts: { mfaCode: (serial) => ui.mfaCode(serial) },
        clock,
        callsPerSecond: () => 1000,
        observer: (target) => ({
          finished: () => undefined,
          throttling: () => undefined,
          recovered: () => void explorer.recover(targetKey(target)),
        }),
        guard: writeGuard(ui, auditWrites(log), () => protection),
      });
      const view: ViewOptions = new ViewOptions(() => void explorer.refilter());
      const sessions = new Sessions(connections, view, () => clock.now());
      const events = {
        changed: () => live.update(),
        failed: (error: unknown, doing: string) => write(`${doing}: ${String(error)}`),
        revealed: async () => undefined,
      };
      const explorer = new Explorer(new RootNode(connections, sessions), events, clock);
      connections.onDidChange(() => explorer.refresh());
      const live = new LiveRefresh<Entry>(
        { branches: () => explorer.branches, tick: (branch) => explorer.tick(branch) },
        () => ({ normal: 15, busy: 5, longest: 60 }),
        clock,
      );
      return { connections, sessions, explorer, view, live };
    },
    expire: () => tell([{ accessKeyId: keys.current, error: "expiredToken" }, ...expiredRole(hasMfa)]),
    renew() {
      keys.renew();
      keys.tell();
      tell();
    },
    async close() {
      disconnect();
      leaveToChance();
      forget();
      await simulator.close();
      await environment.restore();
      await plugin.remove();
    },
  };
}

const expiredRole = (hasMfa: boolean): readonly Trouble[] =>
  hasMfa ? [{ accessKeyId: "ASIA*", error: "expiredToken" }] : [];

/** The shared configuration of AWS, in which the keys of one profile change. */
class Keys {
  readonly #endpoint: string;
  readonly #hasMfa: boolean;
  #count = 0;

  constructor(endpoint: string, hasMfa: boolean) {
    this.#endpoint = endpoint;
    this.#hasMfa = hasMfa;
  }

  get current(): string {
    return `AKIASHOP${this.#count}`;
  }

  renew(): void {
    this.#count += 1;
  }

  /**
   * Lets the SDK read these without the disk: in which order that has read what several connections ask for
   * at once is left to chance.
   * @returns a function that undoes it
   */
  tell(): () => void {
    const [config, credentials] = [
      process.env["AWS_CONFIG_FILE"]!,
      process.env["AWS_SHARED_CREDENTIALS_FILE"]!,
    ];
    externalDataInterceptor.interceptFile(config, this.#configuration());
    externalDataInterceptor.interceptFile(credentials, "");
    const told = externalDataInterceptor.getFileRecord();
    return () => {
      delete told[config];
      delete told[credentials];
    };
  }

  #configuration(): string {
    const keys = `aws_access_key_id = ${this.current}\naws_secret_access_key = simulated`;
    const role = `role_arn = arn:aws:iam::123456789012:role/deployer
mfa_serial = arn:aws:iam::123456789012:mfa/user
source_profile = base`;
    return [
      this.#profile("base", keys),
      this.#profile("shop", this.#hasMfa ? role : keys),
      this.#profile("ops", "aws_access_key_id = AKIAOPS\naws_secret_access_key = simulated"),
      this.#profile("audit", `aws_access_key_id = ${auditKey}\naws_secret_access_key = simulated`),
    ].join("");
  }

  #profile(name: string, credentials: string): string {
    return `[profile ${name}]\nregion = eu-west-1\nendpoint_url = ${this.#endpoint}\n${credentials}\n`;
  }
}

/**
 * What the product leaves to chance, such as its waits before it tries again, comes from the seed as well.
 * @returns a function that undoes it
 */
function seededRandom(seed: number): () => void {
  const before = Math.random;
  const random = createRandom(seed);
  Math.random = () => random.next();
  return () => void (Math.random = before);
}

/** Every entry of the tree that was loaded, with its parent's children beside it. */
export function* loadedLists(entries: readonly Entry[]): Generator<readonly Entry[]> {
  yield entries;
  for (const { children } of entries) if (children) yield* loadedLists(children);
}
