import assert from "node:assert/strict";
import { detect, serviceMembers, taskLevel } from "../../shared/src/detect.ts";
import { parseEcsDocument } from "../../server/src/service/documents/ecsDocument.ts";

const names = [
  ...serviceMembers,
  ...taskLevel,
  ..."serviceName service taskSet containerDefinitions Resources shapes properties type overrides count externalId".split(
    " ",
  ),
  ..."scale group primaryContainer taskDefinitionArn scalingTarget AWSEBDockerrunVersion tags clusterName".split(
    " ",
  ),
];

/** Draws names by lot, the same for the same seed. */
function drawn(seed: number): readonly string[] {
  let state = (seed * 2654435761) >>> 0;
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const wanted = next() < 0.5 ? ["taskDefinition", "serviceName"] : ["containerDefinitions"];
  return [...new Set([...wanted, ...names.filter(() => next() < 0.12)])];
}

describe("What JSON is taken for ours by the names of its members", () => {
  it("is what the server takes it for, whatever its file is called", () => {
    let count = 0;
    for (let seed = 0; seed < 3000; seed++) {
      const members = drawn(seed);
      const kind = detect(new Set(members));
      if (kind === undefined) continue;
      count++;
      const text = JSON.stringify(
        Object.fromEntries(members.map((name) => [name, name === "containerDefinitions" ? [] : "${X}"])),
      );
      assert.equal(parseEcsDocument("file:///workspace/x.json", text).kind, kind, text);
    }
    assert.ok(count > 300, `only ${count} were taken for ours`);
  });

  const cases: readonly (readonly [members: string, kind: string | undefined])[] = [
    ["family containerDefinitions", "task-definition"],
    ["networkMode containerDefinitions", "task-definition"],
    ["serviceName taskDefinition", "service"],
    ["desiredCount taskDefinition", "service"],
    ["containerDefinitions", undefined],
    ["taskDefinition", undefined],
    ["cluster taskDefinition count desiredCount", undefined],
    ["Resources serviceName taskDefinition", undefined],
    ["family containerDefinitions smithy", undefined],
    ["serviceName taskDefinition primaryContainer", undefined],
  ];
  for (const [members, kind] of cases)
    it(`is ${kind ?? "nothing"} with ${members}`, () =>
      assert.equal(detect(new Set(members.split(" "))), kind));
});
