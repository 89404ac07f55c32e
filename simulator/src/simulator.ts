import type { AddressInfo } from "node:net";
import { ApiError } from "./apiError.ts";
import { createClock, parseClockMode, type Clock } from "./clock.ts";
import type { Form } from "./form.ts";
import type { Call } from "./http/protocol.ts";
import { createHttpServer } from "./http/server.ts";
import { populate } from "./populate.ts";
import { createRandom } from "./random.ts";
import type { Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios/index.ts";
import type { Account } from "./state/account.ts";
import { defaultBehaviours } from "./state/behaviour.ts";
import { fargateProviders } from "./state/capacityProvider.ts";
import { defaultPace } from "./state/pace.ts";
import { noResources } from "./state/resources.ts";

export interface SimulatorOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** A scenario, or the name of one that comes with the simulator. Default: an empty account. */
  readonly scenario?: Scenario | string;
  /** `real` (default), `fast:N` or `step`. */
  readonly clock?: string;
}

/** A call that the simulator has received. */
export interface ReceivedCall {
  readonly api: string;
  readonly operation: string;
  /** Simulated seconds since 1970. */
  readonly time: number;
  /** The members of the input; of a form, its keys. */
  readonly input: Readonly<Record<string, unknown>>;
}

export interface Simulator {
  readonly endpoint: string;
  readonly clock: Pick<Clock, "now" | "advance">;
  /** Every call received since the start or the last `resetCalls`, in order. */
  readonly calls: readonly ReceivedCall[];
  resetCalls(): void;
  close(): Promise<void>;
}

/** Starts a simulated account on a loopback port. Throws a RangeError for unknown options. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const scenario = typeof options.scenario === "string" ? namedScenario(options.scenario) : (options.scenario ?? {});
  const clock = createClock(parseClockMode(options.clock ?? "real"));
  const account = newAccount(scenario, clock);
  populate(account, scenario);

  const calls: ReceivedCall[] = [];
  const server = createHttpServer(
    (call) => {
      calls.push({ api: call.api.name, operation: call.operation, time: clock.now(), input: membersOf(call.input) });
      return dispatch(account, call);
    },
    () => account.random.uuid(),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    clock,
    calls,
    resetCalls: () => void (calls.length = 0),
    close() {
      clock.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const membersOf = (input: object): Record<string, unknown> => ("record" in input && "text" in input ? (input as Form).record : { ...input });

function namedScenario(name: string): Scenario {
  const scenario = scenarios[name];
  if (!scenario) throw new RangeError(`Unknown scenario "${name}": there are ${Object.keys(scenarios).join(", ")}.`);
  return scenario;
}

function newAccount(scenario: Scenario, clock: Clock): Account {
  const owner = { id: scenario.account ?? "123456789012", region: scenario.region ?? "eu-west-1" };
  return {
    ...owner,
    clock,
    random: createRandom(scenario.seed ?? 1),
    pace: { ...defaultPace, ...scenario.pace },
    behaviours: [...(scenario.behaviours ?? []), ...defaultBehaviours],
    alarms: scenario.alarms ?? [],
    failingHooks: scenario.failingHooks ?? [],
    capacityProviders: fargateProviders(owner),
    resources: noResources,
    scaling: new Map(),
    clusters: new Map(),
    families: new Map(),
  };
}

function dispatch(account: Account, { api, operation, input }: Call): object {
  const found = api.operations.find(({ name }) => name === operation);
  if (!found) throw new ApiError("UnknownOperationException", `The simulator does not play ${api.name}:${operation}. docs/simulator.md lists what it plays.`);
  return found.run(account, input as never);
}
