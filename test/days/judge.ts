import type { Service } from "@aws-sdk/client-ecs";
import type { Wire } from "../../simulator/src/protocol/wire.ts";
import type { ReceivedCall } from "../../simulator/src/simulator.ts";
import { mentions } from "../../client/src/aws/writes/mentions.ts";
import type { DayUi } from "./dayUi.ts";
import { faultsOfWrites, isWrite, leaks, verdictsIn, type ToldVerdict } from "./invariants.ts";
import type { OpenFile } from "./openFile.ts";
import { recordsOf, snapshotOf, type DeploymentRecord, type Snapshot } from "./records.ts";
import type { World } from "./world.ts";

/** What is done in a step. */
export interface Deed {
  /** `taskwright.deploy`, or words. */
  readonly what: string;
  readonly file?: OpenFile | undefined;
  /** The labels of the revisions that were selected. */
  readonly revisions?: readonly string[];
}

/**
 * Watches one step: notes how things stand before it, and says afterwards which rules of the house were
 * broken.
 */
export class Judge {
  readonly #world: World;
  readonly #ui: DayUi;
  readonly #deed: Deed;
  readonly #labelsOf: (name: string) => readonly string[];
  readonly #before: Snapshot;
  readonly #start;
  #writesAtCancel = Infinity;

  /** The rules for a step that begins now. */
  constructor(world: World, ui: DayUi, deed: Deed, labelsOf: (name: string) => readonly string[]) {
    this.#world = world;
    this.#ui = ui;
    this.#deed = deed;
    this.#labelsOf = labelsOf;
    this.#before = snapshotOf(world.simulator);
    this.#start = {
      call: world.simulator.calls.length,
      text: ui.shown.length,
      told: ui.told.length,
      line: world.logged.length,
      agreement: ui.agreements.length,
      cancelled: ui.cancelled.length,
      dismissed: ui.codes.dismissed,
      asked: ui.codes.asked,
      time: world.clock.now(),
    };
    ui.onCancel = (title) => {
      // Who stops watching one deployment has not called off the others; and the question says what was not
      // verified.
      if (!/^(?:Deploying|Verifying) /.test(title))
        this.#writesAtCancel = Math.min(this.#writesAtCancel, this.#writes().length);
    };
  }

  /** What went against the rules, once the step has ended. */
  faults(): readonly string[] {
    const { what } = this.#deed;
    const { protection } = this.#world;
    const writes = this.#writes();
    const agreements = this.#ui.agreements.slice(this.#start.agreement);
    const late = writes.slice(this.#writesAtCancel).filter(({ operation }) => !tidying.has(operation));
    const after = snapshotOf(this.#world.simulator);
    return [
      ...faultsOfWrites(writes, this.#ui.agreements, protection, this.#labelsOf),
      ...(late.length > 0
        ? [`${what}: ${late.map(({ operation }) => operation).join(", ")} after a cancel`]
        : []),
      ...leaks([...this.#shown(), ...this.#world.logged.slice(this.#start.line), this.#world.stored()]),
      ...this.#wrongWords(),
      ...this.#twice(after),
      ...this.#forcedTwice(agreements.filter(({ isQuestion }) => isQuestion).length),
      ...this.#vain(writes),
      ...this.#lost(after, agreements.map(({ text }) => text).join("\n")),
      ...this.#untrue(),
    ];
  }

  #writes(): readonly ReceivedCall[] {
    return this.#world.simulator.calls.slice(this.#start.call).filter(isWrite);
  }

  #shown(): readonly string[] {
    return this.#ui.shown.slice(this.#start.text);
  }

  /** Words that must not be said, and what must be offered beside others. */
  #wrongWords(): readonly string[] {
    const shown = this.#shown();
    const told = this.#ui.told.slice(this.#start.told);
    const helpless = told.filter(
      ({ message, actions }) => /was not rolled back/.test(message) && !actions.includes("Roll Back…"),
    );
    return [
      ...shown.filter((text) => /^Type {2}to go on/.test(text)).map(() => "nothing was to be typed"),
      ...told
        .filter(({ message }) => message.startsWith("Could not ") && /forceNewDeployment/.test(message))
        .map(({ message }) => `ECS refused what was asked: ${message}`),
      ...shown
        .map((text) => /ECS cannot change (\w+)/.exec(text)?.[1])
        .filter((member) => member !== undefined && !fixed.has(member))
        .map((member) => `it was said that ECS cannot change ${member}`),
      ...helpless.map(({ message }) => `no way back was offered: ${message}`),
      ...this.#abandoned(told.map(({ message }) => message)),
      ...this.#goesOn(shown),
      ...this.#passedOver(shown),
    ];
  }

  /** What the user cancelled while it was registered goes no further. */
  #goesOn(shown: readonly string[]): readonly string[] {
    const isCancelled = this.#ui.cancelled
      .slice(this.#start.cancelled)
      .some((title) => title.startsWith("Registering "));
    const further = shown.find((text) => /^Updating |is registered, and its AppSpec/.test(text));
    return isCancelled && further !== undefined ? [`it went on after a cancel: ${further}`] : [];
  }

  /**
   * Where something is asked about selected revisions, each of them is named: as one to be removed, or as
   * left alone.
   */
  #passedOver(shown: readonly string[]): readonly string[] {
    const { what, revisions = [] } = this.#deed;
    const isAsked = shown.some((text) => /^(?:Deregister|Delete) .*\?$/.test(text));
    if (!isAsked || !/deregister|deleteRevisions/.test(what)) return [];
    const text = shown.join("\n");
    return revisions
      .filter((revision) => !mentions(text, revision))
      .map((revision) => `${revision} was selected, and nothing was said of it`);
  }

  /**
   * A watch goes on until there is a verdict, whatever happens to network and credentials, unless the user
   * stops it.
   */
  #abandoned(messages: readonly string[]): readonly string[] {
    const isWatched = this.#shown().some((text) => /^Deploying \S+ to /.test(text));
    if (!isWatched) return [];
    return messages
      .filter((message) => /^Could not (?!take up|refresh)/.test(message))
      .filter((message) =>
        /session has expired|no credentials|throttling|did not answer|cannot be reached/.test(message),
      )
      .map((message) => `a watch was given up: ${message}`);
  }

  /**
   * One command registers one revision and opens one session at the most, however often its calls were sent.
   */
  #twice(after: Snapshot): readonly string[] {
    const revisions = after.revisions - this.#before.revisions;
    const sessions = after.sessions - this.#before.sessions;
    return [
      ...(revisions > 1 ? [`${revisions} revisions were registered by one command`] : []),
      ...(sessions > 1 ? [`${sessions} sessions were opened by one command`] : []),
    ];
  }

  /** Each question starts one deployment of a service at the most. */
  #forcedTwice(questions: number): readonly string[] {
    const forced = this.#writes().filter(
      ({ operation, input }) => operation === "UpdateService" && input["forceNewDeployment"] === true,
    );
    const found: string[] = [];
    for (const key of new Set(
      forced.map(({ input }) => `${String(input["cluster"])} ${String(input["service"])}`),
    )) {
      const [cluster = "", service = ""] = key.split(" ");
      const records = recordsOf(this.#world.simulator, cluster, service);
      const begun = records.filter(({ createdAt }) => createdAt >= this.#start.time).length;
      if (begun > questions)
        found.push(`${service}: ${begun} deployments were forced, ${questions} agreed to`);
    }
    return found;
  }

  /** A file that says what is so in other words changes nothing. */
  #vain(writes: readonly ReceivedCall[]): readonly string[] {
    const { equals } = this.#deed.file ?? {};
    if (!equals || !this.#world.isTrue || !/deploy$|register$/.test(this.#deed.what)) return [];
    return writes
      .filter(({ operation, input }) =>
        "service" in equals
          ? operation === "UpdateService" &&
            String(input["service"]).endsWith(equals.service) &&
            !input["forceNewDeployment"]
          : operation === "RegisterTaskDefinition" && input["family"] === equals.family,
      )
      .map(
        ({ operation, input }) => `${operation} for a file that changes nothing: ${JSON.stringify(input)}`,
      );
  }

  /** What a service had is only gone when that was said. */
  #lost(after: Snapshot, agreed: string): readonly string[] {
    return [...this.#before.services].flatMap(([arn, service]) => {
      const now = after.services.get(arn);
      if (now?.status !== "ACTIVE") return [];
      const gone = kept.flatMap((member) =>
        lostIn(partOf(service, member), partOf(now, member)).filter((name) => !mentions(agreed, name)),
      );
      return gone.map((name) => `${service.serviceName} lost ${name}, and nobody was told`);
    });
  }

  /** Verdicts that ECS's record does not bear out. */
  #untrue(): readonly string[] {
    const found: string[] = [];
    const { operation } = this.#writes().at(-1) ?? {};
    for (const told of verdictsIn(this.#shown())) {
      const records = recordsOf(this.#world.simulator, told.cluster, told.service);
      const isOwn = operation === "UpdateService" || operation === "CreateService";
      // What was watched only may have begun before.
      const since = isOwn && !/watch/i.test(this.#deed.what) ? this.#start.time - 1000 : 0;
      const own = records.filter(
        ({ revision, createdAt }) => revision === told.revision && createdAt >= since,
      );
      if (!isBorneOut(told, own, records))
        found.push(
          `${told.service} was told that ${told.revision} ${told.verdict}: ECS says ${own.map(({ status }) => status).join(", ")}`,
        );
    }
    return found;
  }
}

/** What may follow a cancel, as it ends what was begun. */
const tidying = new Set(["TerminateSession"]);

/** What only a new service can have. */
const fixed = new Set(["launchType", "schedulingStrategy", "deploymentController"]);

/** Settings that only their user changes. */
const kept = [
  "networkConfiguration",
  "deploymentConfiguration",
  "capacityProviderStrategy",
  "loadBalancers",
] as const;

const partOf = (service: Wire<Service>, member: (typeof kept)[number]): unknown => service[member];

/** Names of members that were there and are not. */
function lostIn(before: unknown, after: unknown): readonly string[] {
  if (typeof before !== "object" || before === null) return [];
  if (typeof after !== "object" || after === null) return Object.keys(before);
  if (Array.isArray(before)) return [];
  return Object.entries(before).flatMap(([name, value]) => {
    const now = (after as Record<string, unknown>)[name];
    const isGone = value !== undefined && (now === undefined || (Array.isArray(now) && now.length === 0));
    const wasThere = !Array.isArray(value) || value.length > 0;
    return isGone && wasThere ? [name] : lostIn(value, now);
  });
}

/** Whether ECS's records say the same. Records come newest first. */
function isBorneOut(
  { verdict }: ToldVerdict,
  own: readonly DeploymentRecord[],
  all: readonly DeploymentRecord[],
): boolean {
  const isOver = ({ status }: DeploymentRecord): boolean => !/PENDING|IN_PROGRESS|REQUESTED/.test(status);
  switch (verdict) {
    case "is live":
      return own.some(({ status }) => status === "SUCCESSFUL");
    case "failed":
      return own.some((record) => isOver(record) && record.status !== "SUCCESSFUL");
    case "superseded":
      return own.some(
        (record) =>
          isOver(record) &&
          record.status !== "SUCCESSFUL" &&
          all.some(({ createdAt }) => createdAt > record.createdAt),
      );
  }
}
