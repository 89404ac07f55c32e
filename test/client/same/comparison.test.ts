import assert from "node:assert/strict";
import fc from "fast-check";
import type { CreateServiceInput, Service, ServiceRevision } from "../../../client/src/aws/types.ts";
import { changesBetween } from "../../../client/src/model/changes.ts";
import { normalised } from "../../../client/src/model/normalised.ts";
import { sendable } from "../../../client/src/model/sendable.ts";
import { changedMembers, serviceForms, updateOf } from "../../../client/src/model/serviceForm.ts";
import { serviceMembers } from "../../../client/src/model/serviceMembers.table.ts";
import { arbitraryOf } from "../../support/ecsArbitrary.ts";
import { ecsEcho } from "../../support/ecsEcho.ts";

type Members = Record<string, any>;

const runs = { numRuns: 300 };
const definitions = arbitraryOf("RegisterTaskDefinitionRequest");
const services = arbitraryOf("CreateServiceRequest");

describe("A task definition that ECS answers in its own way", () => {
  it("equals what was sent, whatever it has", () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const answer = ecsEcho(definition, "RegisterTaskDefinitionRequest", "taskDefinition");
        assert.deepEqual(normalised(answer), normalised(definition));
        assert.deepEqual(normalised(normalised(answer)), normalised(answer));
      }),
      runs,
    );
  });

  it("differs when a value is another one, and the difference is told", () => {
    fc.assert(
      fc.property(definitions, fc.nat(), (definition, at) => {
        const form = normalised(definition);
        const leaves = leavesOf(form);
        fc.pre(leaves.length > 0);
        const [path, value] = leaves[at % leaves.length]!;
        const other = withLeaf(form, path, typeof value === "boolean" ? !value : `${String(value)} changed`);
        assert.ok(changesBetween(form, normalised(other)).length > 0, path.join("."));
      }),
      runs,
    );
  });
});

describe("The changes between two forms", () => {
  it("are none only if the forms are equal, also where entries have one name", () => {
    const item = fc.record(
      {
        name: fc.constantFrom("a", "b"),
        containerPort: fc.constantFrom(53, 80),
        protocol: fc.constantFrom("tcp", "udp"),
      },
      { requiredKeys: [] },
    );
    const form = fc.record({ list: fc.array(item, { maxLength: 3 }), value: fc.nat(1) });
    fc.assert(
      fc.property(form, form, (before, after) => {
        const isEqual = JSON.stringify(before) === JSON.stringify(after);
        assert.equal(changesBetween(before, after).length === 0, isEqual);
      }),
      runs,
    );
  });

  it("tell a changed protocol of a port that is mapped twice", () => {
    const mappings = (...protocols: string[]) =>
      normalised({
        containerDefinitions: [
          { name: "dns", portMappings: protocols.map((protocol) => ({ containerPort: 53, protocol })) },
        ],
      });
    assert.equal(changesBetween(mappings("tcp", "udp"), mappings("udp", "tcp")).length, 0);
    assert.equal(changesBetween(mappings("tcp", "udp"), mappings("udp", "udp")).length, 1);
  });
});

/** A service as ECS tells it, each member where it does. */
function told(input: Members): { service: Service; revision: ServiceRevision } {
  const answer: Members = ecsEcho(input, "CreateServiceRequest", "service");
  const parts = (where: string): Members =>
    Object.fromEntries(Object.entries(answer).filter(([member]) => serviceMembers[member]?.live === where));
  const deployments = [{ status: "ACTIVE" }, { status: "PRIMARY", ...parts("deployment") }];
  return { service: { ...parts("service"), deployments }, revision: parts("revision") };
}

describe("A service that ECS answers in its own way", () => {
  it("is as its file says, whatever that has", () => {
    fc.assert(
      fc.property(services, (input) => {
        const forms = serviceForms(told(input), input as unknown as CreateServiceInput);
        assert.deepEqual(changedMembers(forms), { changeable: [], fixed: [] });
      }),
      runs,
    );
  });

  it("keeps what a file does not name, and is sent it together with what is changed", () => {
    fc.assert(
      fc.property(services, services, fc.nat(), (live, file: Members, at) => {
        const { deploymentConfiguration, ...others } = file;
        // A file that changes the strategy replaces the settings of the one before.
        const configuration = { ...deploymentConfiguration };
        delete configuration.strategy;
        const { serviceConnectConfiguration: connect } = others;
        fc.pre(connect?.enabled !== false);
        const partial = pruned({ ...others, deploymentConfiguration: configuration }, at);
        const forms = serviceForms(told(live), partial as unknown as CreateServiceInput);
        const update: Members = updateOf(forms, changedMembers(forms).changeable);
        for (const [member, { sent }] of Object.entries(serviceMembers)) {
          if (sent !== "merged" || update[member] === undefined || live[member] === undefined) continue;
          const lost = structurePaths(live[member]).filter(
            (path) => valueAt(update[member], path) === undefined,
          );
          assert.deepEqual(lost, [], member);
        }
      }),
      runs,
    );
  });

  it("is forced to a new deployment by another capacity provider strategy, and by nothing else", () => {
    fc.assert(
      fc.property(services, services, (live, file) => {
        const forms = serviceForms(told(live), file as unknown as CreateServiceInput);
        const { changeable } = changedMembers(forms);
        const update = updateOf(forms, changeable);
        assert.equal(update.forceNewDeployment, changeable.includes("capacityProviderStrategy") || undefined);
      }),
      runs,
    );
  });
});

describe("An input with empty texts, as other tools write them", () => {
  const emptied = (value: any, at: number): any => {
    const { copy, put } = emptyTextSomewhere(value, at);
    return put ? copy : undefined;
  };
  it("is sent without them, and compares as if they were not there", () => {
    fc.assert(
      fc.property(definitions, fc.nat(), (definition, at) => {
        const given = emptied(definition, at);
        fc.pre(given !== undefined);
        assert.deepEqual(normalised(given), normalised(sendable(given)));
        assert.doesNotMatch(JSON.stringify(withoutMaps(sendable(given))), /"(?!value)\w+":""/);
      }),
      runs,
    );
  });

  it("keeps what may be empty: variables, tags, labels, arguments", () => {
    const input = {
      family: "web",
      pidMode: "",
      runtimePlatform: { cpuArchitecture: "", operatingSystemFamily: "" },
      volumes: [{ name: "data", host: {} }],
      containerDefinitions: [
        {
          name: "app",
          user: "",
          command: ["sh", ""],
          environment: [{ name: "EMPTY", value: "" }],
          dockerLabels: { empty: "" },
        },
      ],
      tags: [
        { key: "empty", value: "" },
        { key: "aws:cloudformation:stack-name", value: "shop" },
        { key: "AWS:x", value: "y" },
      ],
    };
    assert.deepEqual(sendable(input), {
      family: "web",
      volumes: [{ name: "data", host: {} }],
      containerDefinitions: [
        {
          name: "app",
          command: ["sh", ""],
          environment: [{ name: "EMPTY", value: "" }],
          dockerLabels: { empty: "" },
        },
      ],
      tags: [{ key: "empty", value: "" }],
    });
  });
});

type Path = readonly (string | number)[];

function leavesOf(value: unknown, path: Path = []): readonly (readonly [Path, unknown])[] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

function withLeaf(form: object, path: Path, value: unknown): object {
  const copy: any = structuredClone(form);
  const holder = path.slice(0, -1).reduce((inner, key) => inner[key], copy);
  holder[path.at(-1)!] = value;
  return copy;
}

/** The input with some members, and some parts of its structures, left out. */
function pruned(value: Members, at: number): Members {
  const kept = Object.entries(value).filter((_entry, index) => ((at >> (index % 12)) & 1) === 0);
  return Object.fromEntries(
    kept.map(([member, inner]) => [member, isStructure(inner) ? pruned(inner, at * 7 + 3) : inner]),
  );
}

const isStructure = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The paths of all values in structures; lists and settings of log drivers are values. */
function structurePaths(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (!isStructure(value) || path.at(-1) === "logConfiguration" || path.at(-1) === "thresholdConfiguration")
    return [path];
  return Object.entries(value).flatMap(([member, inner]) => structurePaths(inner, [...path, member]));
}

const valueAt = (value: any, path: readonly string[]): unknown =>
  path.reduce((inner, member) => inner?.[member], value);

/** A copy with one text emptied, of those that mean nothing when they are empty. */
function emptyTextSomewhere(value: Members, at: number): { copy: Members; put: boolean } {
  const texts = leavesOf(value).filter(
    ([path, leaf]) =>
      typeof leaf === "string" &&
      typeof path.at(-1) === "string" &&
      path.at(-1) !== "value" &&
      !path.some((key) => ["options", "dockerLabels", "driverOpts", "labels"].includes(String(key))),
  );
  if (texts.length === 0) return { copy: value, put: false };
  return { copy: withLeaf(value, texts[at % texts.length]![0], ""), put: true };
}

/** Maps may have empty values. */
const withoutMaps = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      ["options", "dockerLabels", "driverOpts", "labels"].includes(key) ? undefined : inner,
    ),
  );
