import type { Fault } from "./fault.ts";

const commands = "client/src/commands";
const aws = "client/src/aws";

/** Faults in waiting and in verdicts: section B of the audit. */
export const waitingFaults: readonly Fault[] = [
  {
    name: "no-time-limit",
    what: "A call that hangs is never given up.",
    edits: [
      {
        file: `${aws}/limitedHandler.ts`,
        text: "attemptLimit = 20_000;",
        instead: "attemptLimit = Infinity;",
      },
    ],
  },
  {
    name: "one-hanging-call-stops-all",
    what: "A connection whose call hangs holds up the refresh of the others.",
    edits: [
      {
        file: "client/src/tree/explorer.ts",
        text: "await Promise.race([loads, sleep(this.#clock, tickPatience, patience.signal).catch(() => undefined)]);",
        instead: "await loads;",
      },
      {
        file: "client/src/tree/liveRefresh.ts",
        text: "new Pulse(() => this.#refreshed.tick(branch), this.#pacing, this.#clock)",
        instead:
          "new Pulse(async () => (await Promise.all([...branches].map((each) => this.#refreshed.tick(each))))[0]!, this.#pacing, this.#clock)",
      },
    ],
  },
  {
    name: "expiry-ends-a-watch",
    what: "Credentials that expire end a watch.",
    edits: [
      {
        file: `${aws}/persistently.ts`,
        text: "if (!isPassing(error) && !isForUser(error)) throw error;",
        instead: "if (!isPassing(error)) throw error;",
      },
    ],
  },
  {
    name: "old-keys-kept",
    what: "Keys that were renewed in the file are not read after AWS refused the old ones.",
    edits: [
      {
        file: `${aws}/credentials.ts`,
        text: "    this.#isRefused = true;\n    this.#forget();",
        instead: "    this.#isRefused = true;",
      },
      {
        file: "client/src/account/connections.ts",
        text: "if (credentials?.areFailing) credentials.renew();",
        instead: "credentials?.accepted();",
      },
    ],
  },
  {
    name: "old-deployments-verdict",
    what: "An update that starts no deployment is told by the verdict of the one before.",
    edits: [
      {
        file: `${commands}/deploying/startRollOut.ts`,
        text: "return isNew && mayStart(input) ? primary : undefined;",
        instead: "return isNew || mayStart(input) || primary ? primary : undefined;",
      },
    ],
  },
  {
    name: "stale-look-is-newer",
    what: "A first look that is too old is told as a newer deployment that took over.",
    edits: [
      {
        file: `${aws}/deployment/verdict.ts`,
        text: "return time >= sought.createdAt\n",
        instead: "return time >= 0\n",
      },
      {
        file: `${aws}/deployment/verdict.ts`,
        text: "return seen.hasRecords && !isLate ? undefined : withoutRecord(seen, newer, isLate);",
        instead: "return withoutRecord(seen, newer, isLate);",
      },
    ],
  },
  {
    name: "record-of-the-one-before",
    what: "A second forced deployment within a minute takes the record of the first.",
    edits: [
      {
        file: `${aws}/deployment/sought.ts`,
        text: "const known = newest.find(({ deployment }) => isRecordOf(sought.deploymentId, deployment));",
        instead:
          "const known = newest.findLast(({ deployment, taskDefinition }) => taskDefinition === sought.taskDefinition && Math.abs(timeOf(deployment) - sought.createdAt) < later);",
      },
    ],
  },
  {
    name: "code-asked-again",
    what: "A code that the user did not give is asked for again with each refresh.",
    edits: [
      {
        file: `${aws}/credentials.ts`,
        text: "if (generation === this.#generation) this.#unanswered = answer;",
        instead: "",
      },
    ],
  },
  {
    name: "page-twice",
    what: "Two readers of one list append a page twice.",
    edits: [
      {
        file: "client/src/account/pagedList.ts",
        text: "    if (this.#items !== before || this.#nextToken !== token) return;\n    this.#items = [...new Set([...(before ?? []), ...items])];",
        instead: "    this.#items = [...(this.#items ?? []), ...items];",
      },
    ],
  },
  {
    name: "no-way-back",
    what: "A failed deployment that was not rolled back offers no Roll Back.",
    edits: [
      {
        file: `${commands}/deploying/reportVerdict.ts`,
        text: `rolledBackTo === undefined ? ["Roll Back…"]`,
        instead: "rolledBackTo === undefined ? []",
      },
    ],
  },
];
