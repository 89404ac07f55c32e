import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as aws from "../../client/src/aws/index.ts";
import type { AuditEntry, WritePlan } from "../../client/src/aws/writes/guard.ts";
import { Connections, type Storage } from "../../client/src/connections.ts";
import { Explorer, type Entry } from "../../client/src/tree/explorer.ts";
import { Sessions } from "../../client/src/session/sessions.ts";
import { ViewOptions } from "../../client/src/session/viewOptions.ts";
import { RootNode } from "../../client/src/tree/rootNode.ts";
import { startSimulator, type Simulator, type SimulatorOptions } from "../../simulator/src/simulator.ts";

/** The simulator, and the product's own connections and tree on top of it, over real HTTP with the real SDK. */
export interface SimulatedAccount {
  readonly simulator: Simulator;
  readonly connections: Connections;
  readonly connection: aws.Connection;
  readonly explorer: Explorer;
  /** What the explorer reported as failed. */
  readonly failures: string[];
  /** What the door for writes recorded. */
  readonly audited: AuditEntry[];
  /** Answers the question at the door for writes; declines until a test sets it. */
  confirmWrite: (plan: WritePlan) => Promise<boolean>;
  /** Operations that the simulator received, in order. */
  operations(): readonly string[];
  /** Labels from the top of the tree down, each expanded in turn; resolves to the last one's entry. */
  expand(...labels: string[]): Promise<Entry>;
  /** The rows below an entry: `label | description`. */
  rows(entry?: Entry): Promise<readonly string[]>;
  close(): Promise<void>;
}

const environmentKeys = ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_PROFILE", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_EC2_METADATA_DISABLED"] as const;

/** Starts a simulator and points a profile `simulated` of a fresh AWS configuration at it. */
export async function simulatedAccount(options: SimulatorOptions = { scenario: "demo" }): Promise<SimulatedAccount> {
  const simulator = await startSimulator(options);
  const environment = await useConfiguration(`[profile simulated]
region = eu-west-1
endpoint_url = ${simulator.endpoint}
aws_access_key_id = AKIASIMULATED
aws_secret_access_key = simulated
`);
  const audited: AuditEntry[] = [];
  const connections = new Connections({
    loadAws: async () => aws,
    storage: memoryStorage({ targets: [{ profile: "simulated", region: "eu-west-1" }] }),
    environment: {},
    prompts: { mfaCode: () => Promise.reject(new Error("No MFA here.")) },
    observer: () => ({ finished: () => undefined, throttling: () => undefined }),
    guard: { confirm: (plan) => account.confirmWrite(plan), audit: (entry) => void audited.push(entry) },
  });
  const failures: string[] = [];
  const view: ViewOptions = new ViewOptions(() => void explorer.refilter());
  const sessions = new Sessions(connections, view, () => simulator.clock.now() * 1000);
  const explorer = new Explorer(new RootNode(connections, sessions), {
    changed: () => undefined,
    failed: (error, doing) => void failures.push(`${doing}: ${String(error)}`),
  });
  const current = await connections.current();
  if (!current) throw new Error("The simulated profile has no connection.");
  const account: SimulatedAccount = {
    simulator,
    connections,
    connection: current,
    explorer,
    failures,
    audited,
    confirmWrite: async () => false,
    operations: () => simulator.calls.map(({ operation }) => operation),
    async expand(...labels) {
      let entry: Entry | undefined;
      for (const label of labels) {
        const entries = await explorer.children(entry);
        entry = entries.find(({ node }) => node.row().label === label);
        if (!entry) throw new Error(`No row "${label}" among: ${entries.map(({ node }) => node.row().label).join(", ")}`);
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
    async close() {
      await simulator.close();
      await environment.restore();
    },
  };
  return account;
}

/** Points the SDK at a configuration of its own, away from that of the person who runs the tests. */
export async function useConfiguration(config: string): Promise<{ restore(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "taskwright-aws-"));
  const before = environmentKeys.map((key) => [key, process.env[key]] as const);
  for (const key of environmentKeys) delete process.env[key];
  process.env["AWS_CONFIG_FILE"] = join(folder, "config");
  process.env["AWS_SHARED_CREDENTIALS_FILE"] = join(folder, "credentials");
  process.env["AWS_EC2_METADATA_DISABLED"] = "true";
  await writeFile(join(folder, "config"), config);
  return {
    async restore() {
      for (const [key, value] of before) {
        if (value === undefined) delete process.env[key];
        else process.env[key] = value;
      }
      await rm(folder, { recursive: true });
    },
  };
}

/** Storage that lasts as long as the test. */
export function memoryStorage(initial: Readonly<Record<string, unknown>> = {}): Storage {
  const values = new Map(Object.entries(initial));
  return {
    get: <T>(key: string) => values.get(key) as T | undefined,
    update: async (key, value) => void values.set(key, value),
  };
}
