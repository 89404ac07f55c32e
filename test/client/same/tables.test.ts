import assert from "node:assert/strict";
import {
  defaultRows,
  emptyTexts,
  maps,
  spellingRows,
  unorderedRows,
  type Proof,
} from "../../../client/src/model/sameToEcs.table.ts";
import { serviceMembers, serviceParts } from "../../../client/src/model/serviceMembers.table.ts";
import {
  heldBy,
  inputPlaces,
  kindOfType,
  sdkDocumentation,
  structureOf,
} from "../../support/ecsSdkShapes.ts";

const has = (structure: string, member: string): boolean =>
  inputPlaces.some((place) => place.in === structure && place.member === member);

describe("What ECS treats alike", () => {
  const rows = [...defaultRows, ...spellingRows];

  it("is said of members that the SDK knows", () => {
    assert.deepEqual(
      rows.filter((row) => !has(row.in, row.member)).map((row) => `${row.in}.${row.member}`),
      [],
    );
    const lists = inputPlaces.filter(({ type }) => heldBy(type).isList);
    assert.deepEqual(
      unorderedRows
        .filter(({ list }) => !lists.some(({ member }) => member === list))
        .map(({ list }) => list),
      [],
    );
    const entries = unorderedRows.filter(({ by }) => by !== undefined);
    assert.deepEqual(
      entries.filter(({ list, by = "" }) => !has(list, by)).map(({ list, by }) => `${list}[].${by}`),
      [],
    );
    assert.deepEqual(
      [...emptyTexts].filter((path) => !has(...(path.split(".") as [string, string]))),
      [],
    );
  });

  it("knows every map whose keys the user chooses", () => {
    const found = inputPlaces.filter(({ type }) => heldBy(type).isMap).map(({ member }) => member);
    assert.deepEqual([...maps].sort(), [...new Set(found)].sort());
    // A name that is a map here and a structure there would hide the structure.
    assert.deepEqual(
      inputPlaces.filter(({ member, type }) => maps.has(member) && !heldBy(type).isMap),
      [],
    );
  });

  it("lists each row once, and lists of words without a member to sort by", () => {
    const names = unorderedRows.map(({ list }) => list);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
    for (const { list, by } of unorderedRows) {
      const [place] = inputPlaces.filter(({ member }) => member === list);
      const isOfStructures = kindOfType(heldBy(place!.type).name)?.kind === "structure";
      assert.equal(by !== undefined, isOfStructures, list);
    }
  });

  it("has a proof for each row, and those of the SDK are what it says", () => {
    const said: Proof[] = [...rows, ...unorderedRows].map(({ proof }) => proof);
    assert.deepEqual(
      said.flatMap((proof) =>
        "sdk" in proof && !sdkDocumentation(proof.sdk).includes(proof.says) ? [proof] : [],
      ),
      [],
    );
    assert.ok(said.every((proof) => Object.values(proof).every((text) => text.length > 3)));
  });
});

describe("The members of services", () => {
  const created = structureOf("CreateServiceRequest").members;
  const updated = structureOf("UpdateServiceRequest").members;
  const sentAs = (...kinds: string[]): string[] =>
    Object.keys(serviceMembers)
      .filter((member) => kinds.includes(serviceMembers[member]!.sent))
      .sort();

  it("are those of CreateService and UpdateService, none missing and none made up", () => {
    assert.deepEqual(
      Object.keys(serviceMembers).sort(),
      [...new Set([...created.keys(), ...updated.keys()])].sort(),
    );
  });

  it("are sent to UpdateService where it takes them, and count as immutable where it does not", () => {
    const names = sentAs("name", "tags");
    assert.deepEqual(names, [
      "clientToken",
      "cluster",
      "forceNewDeployment",
      "service",
      "serviceName",
      "tags",
    ]);
    const settings = [...created.keys()].filter((member) => !names.includes(member)).sort();
    assert.deepEqual(
      sentAs("whole", "merged"),
      settings.filter((member) => updated.has(member)),
    );
    assert.deepEqual(
      sentAs("immutable"),
      settings.filter((member) => !updated.has(member)),
    );
  });

  it("are looked for where ECS tells them", () => {
    const tellers = { service: "Service", deployment: "Deployment", revision: "ServiceRevision" } as const;
    for (const [member, { live }] of Object.entries(serviceMembers)) {
      if (live === "nowhere") continue;
      const told = Object.entries(tellers).find(([, structure]) =>
        structureOf(structure).members.has(member),
      );
      assert.equal(live, told?.[0], member);
    }
  });

  it("that are merged are structures, and what is in them is merged or whole by a row of its own", () => {
    const parts: string[] = [];
    const walk = (path: string, type: string): void => {
      const { name, isList } = heldBy(type);
      assert.ok(!isList && kindOfType(name)?.kind === "structure", `${path} is no structure`);
      for (const [part, { type: inner }] of structureOf(name).members) {
        const held = heldBy(inner);
        if (held.isList || kindOfType(held.name)?.kind !== "structure") continue;
        parts.push(`${path}.${part}`);
        if (serviceParts[`${path}.${part}`] === "merged") walk(`${path}.${part}`, inner);
      }
    };
    for (const member of sentAs("merged")) walk(member, created.get(member)!.type);
    assert.deepEqual(parts.sort(), Object.keys(serviceParts).sort());
  });
});
