import { defined } from "../../../shared/src/defined.ts";
import type { HandlerExecutionContext, InitializeHandler, RetryStrategyV2 } from "@smithy/types";
import type { ClientSettings, SettingsFor } from "./clientSettings.ts";
import { readingOperations, type ServiceId } from "./readingOperations.ts";

/** A middleware of any client. */
type Guard = <I extends object, O extends object>(
  next: InitializeHandler<I, O>,
  context: HandlerExecutionContext,
) => InitializeHandler<I, O>;

/** What every client of the SDK has. */
interface SdkClient {
  readonly config: { readonly serviceId: string };
  readonly middlewareStack: {
    add(middleware: Guard, options: { readonly step: "initialize"; readonly priority: "high" }): void;
  };
}

/** A class of clients of the SDK, such as `ECSClient`. */
export type ClientClass<C extends SdkClient> = new (settings: ClientSettings) => C;

/** In what a client differs from the others of its connection. */
export interface ClientOptions {
  /** Absent: that of the connection. */
  readonly region?: string;
  /** Absent: that of the connection. */
  readonly retryStrategy?: RetryStrategyV2;
}

/** The AWS clients of one connection. None of them sends anything but reading operations by itself. */
export interface Clients {
  /** The client of a service, made on its first use. */
  of<C extends SdkClient>(Client: ClientClass<C>, service: ServiceId, options?: ClientOptions): C;
  /** The endpoint that the configuration names for a service in place of the standard one. */
  endpoint(service: ServiceId): string | undefined;
  /** The same clients, but signing with these credentials. */
  signedBy(credentials: ClientSettings["credentials"]): Clients;
}

/** A call that changes something was about to be sent for which there is no permit. */
export class NoPermitError extends Error {
  override readonly name = "NoPermitError";

  constructor(service: string, operation: string) {
    super(`${operation} of ${service} was not sent: nobody agreed to it.`);
  }
}

/**
 * A call was about to be sent that leaves open what it is about, which AWS may take for all, or for the
 * default cluster.
 */
export class EmptyNameError extends Error {
  override readonly name = "EmptyNameError";

  constructor(operation: string, member: string) {
    super(`${operation} was not sent: what it is about (${member}) has no name.`);
  }
}

export interface GuardedClients {
  readonly clients: Clients;
  /** Lets one command through, once. This is for the door for writes, and nobody else gets it. */
  readonly admit: (command: object) => void;
}

/**
 * Makes the clients of a connection, each with a guard that lets reading operations through, and the commands
 * that the door for writes admits.
 */
export function guardedClients(settingsFor: SettingsFor): GuardedClients {
  const admitted = new WeakSet<object>();
  return { clients: clientsOf(settingsFor, admitted), admit: (command) => void admitted.add(command) };
}

function clientsOf(settingsFor: SettingsFor, admitted: WeakSet<object>): Clients {
  const made = new Map<string, SdkClient>();

  function make<C extends SdkClient>(
    Client: ClientClass<C>,
    service: ServiceId,
    { region, retryStrategy }: ClientOptions,
  ): C {
    const client = new Client({
      ...settingsFor(service),
      ...defined({ region, retryStrategy }),
    });
    const { serviceId } = client.config;
    if (serviceId !== service) throw new Error(`This is a client of ${serviceId}, and not of ${service}.`);
    // Without a name, the middleware cannot be removed by name.
    client.middlewareStack.add(guard(service, admitted), { step: "initialize", priority: "high" });
    return client;
  }

  return {
    of(Client, service, options = {}) {
      if (options.retryStrategy) return make(Client, service, options);
      const key = `${service} ${options.region ?? ""}`;
      const known = made.get(key);
      if (known instanceof Client) return known;
      const client = make(Client, service, options);
      made.set(key, client);
      return client;
    },
    endpoint: (service) => settingsFor(service).endpoint,
    signedBy: (credentials) => clientsOf((service) => ({ ...settingsFor(service), credentials }), admitted),
  };
}

/** At this step, what passes is the command itself, with its input. */
function guard(service: ServiceId, admitted: WeakSet<object>): Guard {
  const reading = new Set<string>(readingOperations[service]);
  return (next, { commandName = "" }) =>
    async (command) => {
      const operation = commandName.replace(/Command$/, "");
      if (!reading.has(operation) && !admitted.delete(command)) throw new NoPermitError(service, operation);
      const empty = emptyMember(command.input);
      if (empty !== undefined) throw new EmptyNameError(operation, empty);
      return next(command);
    };
}

/** Members that are no names, and may be empty. */
const texts: ReadonlySet<string> = new Set(["reason"]);

/**
 * The first member of an input that is an empty text, or a list with one. AWS leaves out names in its answers
 * only where something is wrong, and a call with "" in their place would be about something else.
 */
function emptyMember(input: object): string | undefined {
  const found = Object.entries(input).find(
    ([member, value]: [string, unknown]) =>
      !texts.has(member) && (value === "" || (Array.isArray(value) && value.includes(""))),
  );
  return found?.[0];
}
