import * as aws from "../../client/src/aws/index.ts";
import { Connections, type Storage } from "../../client/src/account/connections.ts";
import { Sessions } from "../../client/src/account/sessions.ts";
import { ViewOptions } from "../../client/src/account/viewOptions.ts";
import { writeGuard } from "../../client/src/account/writeGuard.ts";
import type { ProtectionRules } from "../../client/src/aws/writes/protection.ts";
import type { Ui } from "../../client/src/host/ui.ts";
import { auditWrites, type Log } from "../../client/src/host/log.ts";
import { targetKey } from "../../client/src/model/target.ts";
import { Explorer, type Entry } from "../../client/src/tree/explorer.ts";
import { RootNode } from "../../client/src/tree/rootNode.ts";
import type { Scenario } from "../../simulator/src/scenario/scenario.ts";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";
import type { Trouble } from "../../simulator/src/trouble/trouble.ts";
import { useConfiguration } from "../support/awsConfiguration.ts";
import { plainShop } from "../support/plainShop.ts";
import type { Chance } from "./chance.ts";
import { PlayedClock } from "./playedClock.ts";

/** The access keys of the two profiles. */
export const shopKey = "AKIASHOP";
export const auditKey = "AKIAAUDIT";

/** Stands in the account, and nowhere that it is not asked for. */
export const plantedSecret = "pl4nted-s3cret-value";

/** What a window of VS Code holds; a reload makes another. */
export interface Window {
  readonly connections: Connections;
  readonly sessions: Sessions;
  readonly explorer: Explorer;
  readonly view: ViewOptions;
}

/** An account, two connections to it and their settings, and what outlives a window. */
export interface World {
  readonly simulator: Simulator;
  readonly clock: PlayedClock;
  readonly protection: ProtectionRules;
  /** What VS Code keeps for the extension. */
  readonly storage: Storage;
  readonly logged: string[];
  /** What is stored, as text. */
  stored(): string;
  openWindow(ui: Ui): Window;
  /** Whether the session of the profile `shop` has expired. */
  expire(isExpired: boolean): void;
  close(): Promise<void>;
}

/** Beginning of every day, in seconds since 1970: the same for all, so that a seed plays the same day again. */
const morning = Date.UTC(2026, 1, 27, 22, 0) / 1000;

function scenarioOf(chance: Chance, seed: number): Scenario {
  const [live, staging] = plainShop.clusters!;
  return {
    ...plainShop,
    seed,
    taskDefinitions: plainShop.taskDefinitions!.map((definition) => ({
      ...definition,
      containerDefinitions: definition.containerDefinitions!.map((container) => ({
        ...container,
        environment: [{ name: "DB_PASSWORD", value: plantedSecret }],
      })),
    })),
    clusters: [{ ...live!, instances: chance.happens(0.3) ? [{}] : [] }, staging!],
    ...(chance.happens(0.5) ? {} : { behaviours: [] }),
  };
}

function troublesOf(chance: Chance): readonly Trouble[] {
  const some = (trouble: Trouble): Trouble => ({ accessKeyId: shopKey, ...trouble });
  const all: readonly Trouble[] = [
    some({ error: "throttling", share: 0.1 }),
    some({ error: "serverError", share: 0.05 }),
    some({ error: "unavailable", share: 0.05, carriedOut: true }),
    some({ error: "reset", share: 0.05, carriedOut: true }),
    some({ error: "hang", share: 0.01 }),
    some({ error: "stall", share: 0.01 }),
    some({ stale: 3 }),
    some({
      error: "accessDenied",
      operations: [chance.of(["DescribeTasks", "ListServiceDeployments", "DescribeAlarms"])],
    }),
    some({ error: "accessDenied", operations: ["ListAccountAliases"] }),
    some({
      share: 0.02,
      meanwhile: [
        { operation: "UpdateService", input: { cluster: "live", service: "orders", desiredCount: 2 } },
      ],
    }),
  ];
  return all.filter(() => chance.happens(0.25));
}

export async function newWorld(chance: Chance, seed: number): Promise<World> {
  const simulator = await startSimulator({
    scenario: scenarioOf(chance, seed),
    clock: "step",
    start: morning,
  });
  const clock = new PlayedClock(simulator);
  const environment = await useConfiguration(
    ["shop", "audit"]
      .map(
        (profile) => `[profile ${profile}]
region = eu-west-1
endpoint_url = ${simulator.endpoint}
aws_access_key_id = AKIA${profile.toUpperCase()}
aws_secret_access_key = simulated
`,
      )
      .join(""),
  );
  const troubles = troublesOf(chance);
  simulator.setTrouble(troubles);
  const protection: ProtectionRules = {
    readOnly: ["profile:audit", ...(chance.happens(0.3) ? ["cluster:staging"] : [])],
    protected: chance.of([[], ["cluster:live"], ["service:orders"], ["*"], ["acme-*"]]),
  };
  const values: Record<string, unknown> = {
    targets: [
      { profile: "shop", region: "eu-west-1" },
      { profile: "audit", region: "eu-west-1" },
    ],
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
    storage: kept,
    logged,
    stored: () => JSON.stringify(values),
    openWindow(ui) {
      const connections = new Connections({
        loadAws: async () => aws,
        storage: kept,
        environment: {},
        prompts: { mfaCode: () => Promise.reject(new Error("No MFA here.")) },
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
        changed: () => undefined,
        failed: (error: unknown, doing: string) => write(`${doing}: ${String(error)}`),
        revealed: async () => undefined,
      };
      const explorer = new Explorer(new RootNode(connections, sessions), events, clock);
      connections.onDidChange(() => explorer.refresh());
      return { connections, sessions, explorer, view };
    },
    expire(isExpired) {
      const expired: Trouble = { accessKeyId: shopKey, error: "expiredToken" };
      simulator.setTrouble(isExpired ? [expired] : troubles);
    },
    async close() {
      clock.close();
      await simulator.close();
      await environment.restore();
    },
  };
}

/** Every entry of the tree that was loaded, with its parent's children beside it. */
export function* loadedLists(entries: readonly Entry[]): Generator<readonly Entry[]> {
  yield entries;
  for (const { children } of entries) if (children) yield* loadedLists(children);
}
