import type { Fault } from "./fault.ts";

const model = "client/src/model";

/** Faults in what is sent of a file, and in what counts as a change: sections A5 and A6 of the audit. */
export const formFaults: readonly Fault[] = [
  {
    name: "parts-of-members",
    what: "UpdateService is sent the parts of a member that the file names, and the others are lost.",
    edits: [
      {
        file: `${model}/serviceForm.ts`,
        text: `if (how !== "merged" || !isStructure(live)`,
        instead: `if (how !== undefined || !isStructure(live)`,
      },
    ],
  },
  {
    name: "strategy-not-forced",
    what: "Another capacity provider strategy is sent without a forced deployment, which ECS refuses.",
    edits: [
      {
        file: `${model}/serviceForm.ts`,
        text: `changed.includes("capacityProviderStrategy")`,
        instead: "changed.length < 0",
      },
    ],
  },
  {
    name: "monitoring-immutable",
    what: "It is said that ECS cannot change monitoring.",
    edits: [
      {
        file: `${model}/serviceMembers.table.ts`,
        text: `monitoring: merged("revision")`,
        instead: `monitoring: immutable("revision")`,
      },
    ],
  },
  {
    name: "tags-of-aws-sent",
    what: "Tags of AWS are sent, which ECS refuses.",
    edits: [
      {
        file: `${model}/tagChanges.ts`,
        text: 'tags.filter(({ key = "" }) => !/^aws:/i.test(key))',
        instead: "tags",
      },
    ],
  },
  {
    name: "base-0-counts",
    what: "A strategy without `base` differs from the one that ECS answers.",
    edits: [
      {
        file: `${model}/sameToEcs.table.ts`,
        text: `in: "capacityProviderStrategy",\n    member: "base",`,
        instead: `in: "nowhere",\n    member: "base",`,
      },
    ],
  },
  {
    name: "placement-spelling-counts",
    what: "`memory` and `host` differ from the spelling that ECS answers.",
    edits: [
      {
        file: `${model}/normalised.ts`,
        text: "row.in === structure && row.member === member)\n    .reduce",
        instead: `row.in === structure && row.member === member && structure !== "placementStrategy")\n    .reduce`,
      },
    ],
  },
  {
    name: "order-counts",
    what: "The order of lists counts that say nothing by it.",
    edits: [
      {
        file: `${model}/normalised.ts`,
        text: "if (!row) return items;",
        instead: "if (row !== null) return items;",
      },
    ],
  },
  {
    name: "empty-texts-count",
    what: "Empty texts, as other tools write them, are sent.",
    edits: [
      {
        file: `${model}/sendable.ts`,
        text: `(value === "" && !emptyTexts.has(path))`,
        instead: `(value === "" && emptyTexts.has(path))`,
      },
    ],
  },
];
