import type { AddressInfo } from "node:net";
import { createClock, parseClockMode, type Clock } from "./time/clock.ts";
import type { Form } from "./protocol/form.ts";
import type { Call, RawRequest, RawResponse } from "./http/protocol.ts";
import { createHttpServer, handle } from "./http/server.ts";
import { newAccount } from "./scenario/newAccount.ts";
import { createRandom } from "./time/random.ts";
import type { Scenario } from "./scenario/scenario.ts";
import { namedScenario, scenarios } from "./scenario/scenarios/index.ts";
import { createReceiver } from "./trouble/receiver.ts";
import type { Trouble } from "./trouble/trouble.ts";

export interface SimulatorOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** A scenario, or the name of one that comes with the simulator. Default: an empty account. */
  readonly scenario?: Scenario | string;
  /** `real` (default), `fast:N` or `step`. */
  readonly clock?: string;
  /** The simulated time to begin with, in seconds since 1970; the real time by default. */
  readonly start?: number;
  /** Whether it can be controlled over HTTP, by anyone on this machine. Default: false. */
  readonly control?: boolean;
}

/** A call that the simulator has received. */
export interface ReceivedCall {
  readonly api: string;
  readonly operation: string;
  /** Simulated seconds since 1970. */
  readonly time: number;
  /** The access key with which it was signed. */
  readonly accessKeyId: string | undefined;
  /** The members of the input; of a form, its keys. */
  readonly input: Readonly<Record<string, unknown>>;
}

export interface Simulator {
  readonly endpoint: string;
  readonly clock: Pick<Clock, "now" | "advance">;
  /** The calls received since the start or the last `resetCalls`, in order; at most the last 50,000. */
  readonly calls: readonly ReceivedCall[];
  resetCalls(): void;
  /**
   * Answers a call as the account is, whatever befalls the calls of others, as the output travels; of ECS,
   * unless another API is named. Throws an ApiError for what is refused.
   */
  ask(operation: string, input?: Readonly<Record<string, unknown>>, api?: string): object;
  /**
   * Answers a request as over HTTP, troubles included. Rejects where no answer is to come: see {@link
   * handle}.
   */
  answer(request: RawRequest): Promise<RawResponse>;
  /** Replaces the troubles of the scenario; their times count from now. */
  setTrouble(troubles: readonly Trouble[]): void;
  close(): Promise<void>;
}

/** A simulator that runs for days does not remember every call. */
const callsKept = 50_000;

/**
 * Starts a simulated account on a loopback port. Throws a RangeError for unknown options, an ApiError for a
 * scenario that is refused.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const scenario =
    typeof options.scenario === "string" ? requireScenario(options.scenario) : (options.scenario ?? {});
  const clock = createClock(parseClockMode(options.clock ?? "real"), options.start);
  try {
    return await startWith(scenario, clock, options);
  } catch (error) {
    // What the scenario has started would go on.
    clock.close();
    throw error;
  }
}

async function startWith(
  scenario: Scenario,
  clock: Clock,
  { port = 0, control = false }: SimulatorOptions,
): Promise<Simulator> {
  const account = newAccount(scenario, clock);
  // Of its own, so that the number of calls does not change what happens in the account.
  const random = createRandom((scenario.seed ?? 1) + 1);
  const { receive, carryOut, setTrouble } = createReceiver(account, random, scenario.others);
  setTrouble(scenario.trouble ?? []);
  const calls: ReceivedCall[] = [];
  const resetCalls = (): void => void (calls.length = 0);
  const noteAndReceive = (call: Call): ReturnType<typeof receive> => {
    calls.push(received(call, clock.now()));
    if (calls.length > callsKept) calls.shift();
    return receive(call);
  };
  const server = createHttpServer(
    noteAndReceive,
    control ? { calls, resetCalls, setTrouble, advance: (seconds) => clock.advance(seconds) } : undefined,
    () => random.uuid(),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    clock,
    calls,
    resetCalls,
    answer: (request) => handle(request, noteAndReceive, undefined, random.uuid()),
    ask: (operation, input = {}, api) => carryOut({ operation, input }, api),
    setTrouble,
    close() {
      clock.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const received = ({ api, operation, accessKeyId, input }: Call, time: number): ReceivedCall => ({
  api: api.name,
  operation,
  time,
  accessKeyId,
  input: membersOf(input),
});

const membersOf = (input: object): Record<string, unknown> =>
  "record" in input && "text" in input ? (input as Form).record : { ...input };

function requireScenario(name: string): Scenario {
  const scenario = namedScenario(name);
  if (!scenario)
    throw new RangeError(`Unknown scenario "${name}": there are ${Object.keys(scenarios).join(", ")}.`);
  return scenario;
}
