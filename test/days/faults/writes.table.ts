import type { Fault } from "./fault.ts";

const commands = "client/src/commands";
const writes = "client/src/aws/writes";

/** The door lets everything through that a command asks for. */
const openDoor = {
  file: `${writes}/writes.ts`,
  text: "    const isAgreed = on.length > 0 && other === undefined && (!isDestructive || plan.isDestructive);",
  instead: "    const isAgreed = true;",
};

/** The question is about the first row of a group only. */
const firstOnly = (file: string) => ({
  file,
  text: "plan: (group) => ({",
  instead: "plan: (all, group = { ...all, nodes: all.nodes.slice(0, 1) }) => ({",
});

/** Faults in what is asked and written: section A of the audit. */
export const writeFaults: readonly Fault[] = [
  {
    name: "stop-first-row",
    what: "Stop Task on several rows asks about the first, and stops all.",
    edits: [firstOnly(`${commands}/tasks/stopTask.ts`), openDoor],
  },
  {
    name: "drain-first-row",
    what: "Drain on several rows asks about the first, and drains all.",
    edits: [firstOnly(`${commands}/containerInstances/drain.ts`), openDoor],
  },
  {
    name: "rows-over-connections",
    what: "Rows of several clusters and connections are written to as if they were of the first.",
    edits: [
      {
        file: `${commands}/writing/groups.ts`,
        text: "(each) => each.connection === connection && each.cluster === cluster",
        instead: "() => true",
      },
      openDoor,
    ],
  },
  {
    name: "protection-of-first-row",
    what: "The patterns of the settings are held against the first resource of a plan only.",
    edits: [
      {
        file: `${writes}/writes.ts`,
        text: "await this.#admit(plan.resources);",
        instead: "await this.#admit(plan.resources.slice(0, 1));",
      },
    ],
  },
  {
    name: "other-families-dropped",
    what: "Deregister leaves out selected revisions of other families without a word.",
    edits: [
      {
        file: `${commands}/revisions/chooseRevisions.ts`,
        text: "for (const family of new Set(own.map(({ arn }) => familyAndRevision(arn).family))) {",
        instead: "for (const family of [familyAndRevision(own[0]!.arn).family]) {",
      },
    ],
  },
  {
    name: "unknown-alias-is-none",
    what: "Where the account's alias cannot be asked for, patterns of it protect nothing.",
    edits: [
      {
        file: `${writes}/writes.ts`,
        text: `return { unknown: describeFailure(error, "ask for the account's alias").message };`,
        instead: "return { alias: undefined };",
      },
    ],
  },
  {
    name: "lost-alias-kept",
    what: "An alias that could not be asked for once counts as none for as long as the window is open.",
    edits: [
      {
        file: "client/src/aws/identity.ts",
        text: "const known = { accessKey, answer: this.#readAlias(credentials) };",
        instead: "const known = { accessKey, answer: this.#readAlias(credentials).catch(() => undefined) };",
      },
    ],
  },
  {
    name: "typed-name-empty",
    what: "The name to be typed is empty where several resources have none in common.",
    edits: [
      {
        file: "client/src/model/resource.ts",
        text: `counted(counting.length, counting[0]?.kind ?? "resource")`,
        instead: `""`,
      },
    ],
  },
  {
    name: "cancel-while-registering",
    what: "Cancel while a revision is registered is ignored, and the service is updated.",
    edits: [
      {
        file: `${commands}/deploying/startRollOut.ts`,
        text: "isCancelled: signal.aborted",
        instead: "isCancelled: false",
      },
    ],
  },
  {
    name: "cancel-while-registering-for-many",
    what: "Cancel while a revision is registered for several services is ignored.",
    edits: [
      {
        file: `${commands}/deploying/deployToMany.ts`,
        text: "isCancelled: signal.aborted",
        instead: "isCancelled: false",
      },
    ],
  },
  {
    name: "cancel-of-several-writes",
    what: "Cancel between several writes, as of Deregister, does nothing.",
    edits: [
      {
        file: `${commands}/writing/writeEach.ts`,
        text: "if (!goesOn || signal.aborted)",
        instead: "if (!goesOn)",
      },
    ],
  },
  {
    name: "button-without-effect",
    what: "Registering for CodeDeploy has a Cancel that does nothing.",
    edits: [
      {
        file: `${commands}/deploying/codeDeploy.ts`,
        text: "ui.busy(`Registering ${input.family}`",
        instead: "ui.progress(`Registering ${input.family}`",
      },
    ],
  },
  {
    name: "exec-sent-again",
    what: "ExecuteCommand is sent again when its answer was lost.",
    edits: [
      {
        file: `${writes}/sessionWrites.ts`,
        text: `const patient = clients.of(ECSClient, "ECS", sentOnce(calls));`,
        instead: `const patient = clients.of(ECSClient, "ECS");`,
      },
    ],
  },
  {
    name: "session-sent-again",
    what: "StartSession is sent again when its answer was lost.",
    edits: [
      {
        file: `${writes}/sessionWrites.ts`,
        text: `const patient = clients.of(SSMClient, "SSM", sentOnce(calls));`,
        instead: `const patient = clients.of(SSMClient, "SSM");`,
      },
    ],
  },
  {
    name: "forced-update-sent-again",
    what: "A forced update is sent again when its answer was lost.",
    edits: [
      {
        file: `${writes}/serviceWrites.ts`,
        text: `const patient = clients.of(ECSClient, "ECS", sentOnce(calls));`,
        instead: `const patient = clients.of(ECSClient, "ECS");`,
      },
    ],
  },
  {
    name: "registered-again",
    what: "RegisterTaskDefinition is sent again when its answer was lost.",
    edits: [
      {
        file: `${writes}/taskDefinitionWrites.ts`,
        text: `const patient = clients.of(ECSClient, "ECS", sentOnce(calls));`,
        instead: `const patient = clients.of(ECSClient, "ECS");`,
      },
    ],
  },
  {
    name: "continued-nowhere",
    what: "Continue and Roll Back on a toast name no account.",
    edits: [
      {
        file: `${commands}/deploying/offerToContinue.ts`,
        text: " in ${where} waits for you",
        instead: " waits for you",
      },
      {
        file: `${writes}/writes.ts`,
        text: "if (!mustType && isChosenIn(plan, where)) return permit;",
        instead: "if (!mustType && plan.chosenIn !== undefined) return permit;",
      },
    ],
  },
  {
    name: "shell-nowhere",
    what: "Shell, command and port forwarding name no account.",
    edits: [
      {
        file: `${commands}/choosing/chosenContainer.ts`,
        text: "in ${cluster}, ${await connection.writes.where()}`",
        instead: "in ${cluster}`",
      },
      {
        file: `${writes}/writes.ts`,
        text: "if (!mustType && isChosenIn(plan, where)) return permit;",
        instead: "if (!mustType && plan.chosenIn !== undefined) return permit;",
      },
    ],
  },
];
