import * as aws from "../../client/src/aws/index.ts";
import type { AuditEntry, WriteQuestion } from "../../client/src/aws/writes/guard.ts";
import type { ProtectionRules } from "../../client/src/aws/writes/protection.ts";
import type { CommandContext } from "../../client/src/commands/command.ts";
import type { Files } from "../../client/src/host/files.ts";
import type { Settings } from "../../client/src/host/settings.ts";
import { Connections, type Storage } from "../../client/src/account/connections.ts";
import { Sessions } from "../../client/src/account/sessions.ts";
import { ViewOptions } from "../../client/src/account/viewOptions.ts";
import { systemClock, type Clock } from "../../client/src/model/clock.ts";
import { Explorer, type Entry } from "../../client/src/tree/explorer.ts";
import { targetKey } from "../../client/src/model/target.ts";
import { RootNode } from "../../client/src/tree/rootNode.ts";
import type { Ui } from "../../client/src/host/ui.ts";
import { startSimulator, type Simulator, type SimulatorOptions } from "../../simulator/src/simulator.ts";
import { useConfiguration } from "./awsConfiguration.ts";
import { faultyProxy, type FaultyProxy } from "./faultyProxy.ts";

/**
 * The simulator, and the product's own connections and tree on top of it, over real HTTP with the real SDK.
 */
export interface SimulatedAccount {
  readonly simulator: Simulator;
  /** Stands between the product and the simulator, and lets chosen operations fail or wait. */
  readonly proxy: FaultyProxy;
  /** The client's clock. */
  readonly clock: Clock;
  readonly connections: Connections;
  readonly connection: aws.Connection;
  readonly sessions: Sessions;
  readonly view: ViewOptions;
  readonly explorer: Explorer;
  /** What the explorer reported as failed. */
  readonly failures: string[];
  /** Ids of the entries that were shown anew, "" for the whole tree. */
  readonly changes: string[];
  /** Ids of the entries that were revealed. */
  readonly revealed: string[];
  /** ARNs of the services whose page was opened. */
  readonly pagesShown: string[];
  /** What the door for writes recorded. */
  readonly audited: AuditEntry[];
  /** Answers the question at the door for writes; declines until a test sets it. */
  confirmWrite: (question: WriteQuestion) => Promise<boolean>;
  /** What the settings protect; nothing until a test sets it. */
  protection: ProtectionRules;
  /** Resolves when the last change of filter or order has been shown. */
  refiltered: Promise<void>;
  /** Moves the explorer's clock on, by which it knows what is due. */
  elapse(seconds: number): void;
  /** What a command gets; `more` for what it needs beyond the tree. */
  context(ui: Ui, more?: Partial<CommandContext>): CommandContext;
  /** Operations that the simulator received, in order. */
  operations(): readonly string[];
  /** Labels from the top of the tree down, each expanded in turn; resolves to the last one's entry. */
  expand(...labels: string[]): Promise<Entry>;
  /** The rows below an entry: `label | description`. */
  rows(entry?: Entry): Promise<readonly string[]>;
  /**
   * Aborted by {@link close}, so that a test which fails leaves nothing that follows a deployment for ever.
   */
  readonly closed: AbortSignal;
  close(): Promise<void>;
}

/** The row of the simulated connection. */
export const simulatedRow = "simulated · eu-west-1";

/**
 * Starts a simulator and points a profile `simulated` of a fresh AWS configuration at it.
 * @param handedIn the client's clock; by default its time is the simulator's, and its waits are real
 */
export async function simulatedAccount(
  options: SimulatorOptions = { scenario: "demo" },
  handedIn?: Clock,
): Promise<SimulatedAccount> {
  const simulator = await startSimulator(options);
  const proxy = await faultyProxy(simulator.endpoint);
  const environment = await useConfiguration(`[profile simulated]
region = eu-west-1
endpoint_url = ${proxy.endpoint}
aws_access_key_id = AKIASIMULATED
aws_secret_access_key = simulated
`);
  const closing = new AbortController();
  const time = (): number => simulator.clock.now() * 1000;
  const clock = handedIn ?? { ...systemClock, now: time, elapsed: time };
  const audited: AuditEntry[] = [];
  const connections = new Connections({
    loadAws: async () => aws,
    storage: memoryStorage({ targets: [{ profile: "simulated", region: "eu-west-1" }] }),
    environment: {},
    prompts: { mfaCode: () => Promise.reject(new Error("No MFA here.")) },
    clock,
    // So many that no test waits for the budget.
    callsPerSecond: () => 100_000,
    observer: (target) => ({
      finished: () => undefined,
      throttling: () => undefined,
      recovered: () => void explorer.recover(targetKey(target)),
    }),
    guard: {
      rules: () => account.protection,
      confirm: (question) => account.confirmWrite(question),
      audit: (entry) => void audited.push(entry),
    },
  });
  const failures: string[] = [];
  const changes: string[] = [];
  const revealed: string[] = [];
  const pagesShown: string[] = [];
  let explorerTime = 0;
  const view: ViewOptions = new ViewOptions(() => void (account.refiltered = explorer.refilter()));
  const sessions = new Sessions(connections, view, () => clock.now());
  const events = {
    changed: (entry: Entry | undefined) => void changes.push(entry?.id ?? ""),
    failed: (error: unknown, doing: string) => void failures.push(`${doing}: ${String(error)}`),
    revealed: async (entry: Entry) => void revealed.push(entry.id),
  };
  const explorer = new Explorer(new RootNode(connections, sessions), events, {
    ...clock,
    elapsed: () => explorerTime,
  });
  connections.onDidChange(() => explorer.refresh());
  const current = await connections.current();
  if (!current) throw new Error("The simulated profile has no connection.");
  const account: SimulatedAccount = {
    simulator,
    proxy,
    clock,
    connections,
    connection: current,
    sessions,
    view,
    explorer,
    failures,
    changes,
    revealed,
    pagesShown,
    audited,
    confirmWrite: async () => false,
    protection: { readOnly: [], protected: [] },
    refiltered: Promise.resolve(),
    elapse: (seconds) => void (explorerTime += seconds * 1000),
    context(ui, more = {}) {
      const silent = (): void => undefined;
      const noFiles: Files = {
        active: () => undefined,
        at: (uri) => ({ uri, name: uri }),
        prepare: () => Promise.reject(new Error("There are no files.")),
        mark: async () => undefined,
        reveal: async () => undefined,
        environmentFile: async () => undefined,
        newFileChoices: () => Promise.reject(new Error("There are no files.")),
        newFileText: () => Promise.reject(new Error("There are no files.")),
        create: async () => false,
      };
      const settings: Settings = {
        isTrusted: () => true,
        deployBindings: () => [],
        verifyBeforeDeploy: () => false,
        followInterval: () => 0.02,
      };
      const output = { debug: silent, info: silent, warn: silent, error: silent };
      return {
        ui,
        connections,
        demo,
        sessions,
        view,
        explorer,
        pages: { showService: (_session, _cluster, arn) => void pagesShown.push(arn) },
        files: noFiles,
        output,
        audit: { read: async () => "" },
        showOutput: silent,
        memory: memoryStorage(),
        environment: {},
        settings,
        clock,
        runCommand: async () => undefined,
        ...more,
      };
    },
    operations: () => simulator.calls.map(({ operation }) => operation),
    async expand(...labels) {
      let entry: Entry | undefined;
      for (const label of labels) {
        const entries: readonly Entry[] = await explorer.children(entry);
        entry = entries.find(({ node }) => node.row().label === label);
        if (!entry)
          throw new Error(
            `No row "${label}" among: ${entries.map(({ node }) => node.row().label).join(", ")}`,
          );
      }
      if (!entry) throw new Error("Name at least one row.");
      await explorer.children(entry);
      return entry;
    },
    rows: async (entry) =>
      (await explorer.children(entry)).map(({ node }) => {
        const { label, description } = node.row();
        return description === undefined ? label : `${label} | ${description}`;
      }),
    closed: closing.signal,
    async close() {
      closing.abort();
      await proxy.close();
      await simulator.close();
      await environment.restore();
    },
  };
  return account;
}

/** In place of the demo account, where a test does not open it. */
const demo: CommandContext["demo"] = {
  open: () => Promise.reject(new Error("There is no demo account here.")),
  close: async () => undefined,
};

/** Storage that lasts as long as the test. */
export function memoryStorage(initial: Readonly<Record<string, unknown>> = {}): Storage {
  const values = new Map(Object.entries(initial));
  return {
    get: <T>(key: string) => values.get(key) as T | undefined,
    update: async (key, value) => void values.set(key, value),
  };
}
