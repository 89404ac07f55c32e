import type { Connection, ConnectionOptions } from "../aws/connection.ts";
import type { Profile } from "../aws/profiles.ts";
import { demoTarget, targetKey, type Target } from "../model/target.ts";

/** The part of the lazily loaded AWS code that opens connections. */
export interface AwsModule {
  readonly openConnection: (target: Target, options: ConnectionOptions) => Promise<Connection>;
  readonly readProfiles: () => Promise<readonly Profile[]>;
}

/** What outlives a window; VS Code's Memento in the product. */
export interface Storage {
  get<T>(key: string): T | undefined;
  update(key: string, value: unknown): Thenable<void>;
}

export interface ConnectionsOptions extends Omit<ConnectionOptions, "budgets"> {
  readonly loadAws: () => Promise<AwsModule>;
  readonly storage: Storage;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const storageKey = "targets";

/** The demo account among the targets, as long as the window is open. */
interface Demo {
  /** Its place in the list. */
  readonly position: number;
  /** Undefined when its program has stopped by itself. */
  readonly endpoint: string | undefined;
}

/** The connections of this window: which there are, and which one commands use when no row says so. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #open = new Map<string, Promise<Connection>>();
  readonly #listeners: (() => Promise<void>)[] = [];
  readonly #budgets: ConnectionOptions["budgets"] = new Map();
  #demo: Demo | undefined;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /**
   * The targets at the top of the tree; without a choice by the user, what the environment says. The first is
   * current.
   */
  async targets(): Promise<readonly Target[]> {
    const lasting = await this.#lasting();
    return this.#demo ? lasting.toSpliced(this.#demo.position, 0, demoTarget) : lasting;
  }

  /** How the demo account does; undefined when it is not open. */
  get demo(): "running" | "stopped" | undefined {
    return this.#demo && (this.#demo.endpoint === undefined ? "stopped" : "running");
  }

  /**
   * Makes the demo account current, with the endpoint at which it runs. Nothing of it is kept beyond this
   * window.
   */
  async openDemo(endpoint: string): Promise<void> {
    if (this.#demo?.endpoint !== endpoint) this.#open.delete(targetKey(demoTarget));
    this.#demo = { position: 0, endpoint };
    await this.#report();
  }

  /** Notes that the program of the demo account has stopped by itself. */
  async stopDemo(): Promise<void> {
    if (!this.#demo) return;
    this.#demo = { ...this.#demo, endpoint: undefined };
    this.#open.delete(targetKey(demoTarget));
    await this.#report();
  }

  async closeDemo(): Promise<void> {
    this.#demo = undefined;
    this.#open.delete(targetKey(demoTarget));
    await this.#report();
  }

  /** The connection that commands use when no row says which. */
  async current(): Promise<Connection | undefined> {
    const [target] = await this.targets();
    return target && this.open(target);
  }

  /** The current connection if it was opened before: what asks by itself opens none. */
  async opened(): Promise<Connection | undefined> {
    if (this.#open.size === 0) return undefined;
    const [target] = await this.targets();
    return target && this.#open.get(targetKey(target));
  }

  /** The connection of a target, made on first use. Calls nothing of AWS yet. */
  open(target: Target): Promise<Connection> {
    const key = targetKey(target);
    const open = this.#open.get(key);
    if (open) return open;
    const connection = this.#connect(target);
    this.#open.set(key, connection);
    connection.catch(() => this.#open.delete(key));
    return connection;
  }

  /** Profiles of the shared configuration files. */
  async profiles(): Promise<readonly Profile[]> {
    const { readProfiles } = await this.#options.loadAws();
    return readProfiles();
  }

  /**
   * The region a profile starts in: its own, else that of the environment; also that of what has no profile.
   */
  regionOf(profile: Pick<Profile, "region"> | undefined): string | undefined {
    return profile?.region ?? this.#environmentRegion();
  }

  /** Puts a target where another one was (undefined: at the current one's place). */
  async replace(target: Target, previous?: Target): Promise<void> {
    const targets = await this.targets();
    const position = previous ? targets.findIndex((each) => targetKey(each) === targetKey(previous)) : 0;
    const rest = targets.filter((each, index) => index !== position && targetKey(each) !== targetKey(target));
    await this.#keep(rest.toSpliced(Math.max(position, 0), 0, target));
  }

  /** Puts a target below the others. */
  async add(target: Target): Promise<void> {
    await this.#keep([...(await this.#without(target)), target]);
  }

  async remove(target: Target): Promise<void> {
    await this.#keep(await this.#without(target));
  }

  /** Puts a target first: commands use it when no row says which. */
  async makeCurrent(target: Target): Promise<void> {
    await this.#keep([target, ...(await this.#without(target))]);
  }

  /**
   * Forgets a connection, so that the next use makes one with the configuration of then. Those who still use
   * the old one get new credentials with their next call.
   */
  async reconnect(target: Target): Promise<void> {
    const open = this.#open.get(targetKey(target));
    this.#open.delete(targetKey(target));
    // Whoever opened it hears why it could not be opened.
    const connection = await open?.catch(() => undefined);
    connection?.credentials.renew();
    await this.#report();
  }

  /**
   * Lets the connections whose credentials failed get others with their next call, as the user is there to be
   * asked.
   */
  async renewFailing(): Promise<void> {
    for (const open of this.#open.values()) {
      // One that could not be opened has no credentials to renew, and its row says why.
      const { credentials } = (await open.catch(() => undefined)) ?? {};
      if (credentials?.areFailing) credentials.renew();
    }
  }

  /** The listener is called when a target was added, removed, moved or connected anew. */
  onDidChange(listener: () => Promise<void>): void {
    this.#listeners.push(listener);
  }

  async #connect(target: Target): Promise<Connection> {
    const { openConnection } = await this.#options.loadAws();
    const options = { ...this.#options, budgets: this.#budgets };
    if (!target.simulated) return openConnection(target, options);
    const endpoint = this.#demo?.endpoint;
    if (endpoint === undefined)
      throw new Error("the demo account is not running. “ECS: Open Demo Account” starts it.");
    return openConnection(target, { ...options, simulatedAt: endpoint });
  }

  /** The targets that outlive the window. */
  async #lasting(): Promise<readonly Target[]> {
    const chosen = this.#options.storage.get<readonly Target[]>(storageKey);
    if (chosen) return chosen;
    const initial = await this.#targetOfEnvironment();
    return initial ? [initial] : [];
  }

  async #keep(targets: readonly Target[]): Promise<void> {
    const lasting = targets.filter(({ simulated }) => !simulated);
    const keys = (list: readonly Target[]): string => JSON.stringify(list.map(targetKey));
    // Only what the user chose is stored: moving the demo account does not hold on to what the environment
    // says now.
    if (keys(lasting) !== keys(await this.#lasting()))
      await this.#options.storage.update(storageKey, lasting);
    const position = targets.findIndex(({ simulated }) => simulated);
    if (position < 0) return this.closeDemo();
    if (this.#demo) this.#demo = { ...this.#demo, position };
    await this.#report();
  }

  async #report(): Promise<void> {
    await Promise.all(this.#listeners.map((listener) => listener()));
  }

  async #without(target: Target): Promise<readonly Target[]> {
    return (await this.targets()).filter((each) => targetKey(each) !== targetKey(target));
  }

  async #targetOfEnvironment(): Promise<Target | undefined> {
    const { AWS_PROFILE } = this.#options.environment;
    const region = this.#environmentRegion();
    if (!AWS_PROFILE && this.#hasEnvironmentCredentials())
      return region ? { profile: undefined, region } : undefined;
    const profiles = await this.profiles();
    const profile = profiles.find(({ name }) => name === (AWS_PROFILE ?? "default"));
    const profileRegion = profile && this.regionOf(profile);
    return profile && profileRegion ? { profile: profile.name, region: profileRegion } : undefined;
  }

  /**
   * Variables by which credentials come without a profile:
   * https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
   */
  #hasEnvironmentCredentials(): boolean {
    const { environment } = this.#options;
    return [
      "AWS_ACCESS_KEY_ID",
      "AWS_WEB_IDENTITY_TOKEN_FILE",
      "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
      "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    ].some((name) => Boolean(environment[name]));
  }

  #environmentRegion(): string | undefined {
    return this.#options.environment["AWS_REGION"] ?? this.#options.environment["AWS_DEFAULT_REGION"];
  }
}
