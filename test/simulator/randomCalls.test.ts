import assert from "node:assert/strict";
import { ecsOperations } from "../../simulator/src/ecs/index.ts";
import { apis } from "../../simulator/src/apis.ts";
import { inputShapes } from "../../simulator/src/ecs/input/inputShapes.table.ts";
import { neighbourShapes } from "../../simulator/src/input/neighbourShapes.table.ts";
import type { Shapes } from "../../simulator/src/input/readInput.ts";
import { createRandom } from "../../simulator/src/time/random.ts";
import { startSimulator } from "../../simulator/src/simulator.ts";
import { checking } from "../support/checkedAnswers.ts";

const arn = "arn:aws:ecs:eu-west-1:123456789012";
const texts = [
  ...[
    "",
    "live",
    "orders",
    "orders:1",
    "nowhere",
    "a/b/c",
    ":",
    "arn:",
    `${arn}:cluster/live`,
    `${arn}:service/live/orders`,
    `${arn}:task-definition/orders:1`,
  ],
  ...[
    "FARGATE",
    "EC2",
    "EXTERNAL",
    "awsvpc",
    "bridge",
    "ROLLING",
    "CANARY",
    "ENABLED",
    "TAGS",
    "STOPPED",
    "PERCENT",
    "1",
    "256",
    "512",
    "subnet-1",
    "constructor",
  ],
];
const numbers = [0, 1, 2, 80, 100, -1, 1.5, 1e9, 1e18];
const misfits = [null, [], {}, "x", 1, true, [null]];

/** Makes inputs by the shapes of the API: mostly of the right types, of values that are right by chance. */
function inputs(shapes: Shapes, seed: number): (operation: string) => unknown {
  const random = createRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random.next() * from.length)]!;
  const some = <T>(make: () => T): T[] => Array.from({ length: pick([0, 1, 2]) }, make);
  const value = (type: string, depth: number): unknown => {
    if (random.next() < 0.03) return pick(misfits);
    if (type.startsWith("[]")) return some(() => value(type.slice(2), depth));
    if (type.startsWith("{}"))
      return Object.fromEntries(some(() => [pick(texts), value(type.slice(2), depth)]));
    if (type === "string") return pick(texts);
    if (type === "number" || type === "timestamp") return pick(numbers);
    if (type === "boolean") return pick([true, false]);
    return depth > 6 ? {} : structure(type, depth + 1);
  };
  const structure = (name: string, depth: number): object =>
    Object.fromEntries(
      Object.entries(shapes[name] ?? {})
        .filter(([, type]) => random.next() < (type.endsWith("!") ? 0.95 : 0.4))
        .map(([member, type]) => [member, value(type.replace("!", ""), depth)]),
    );
  return (operation) => structure(`${operation}Request`, 0);
}

describe("A simulator that is called at random", () => {
  before(() => void (checking.isOn = false));
  after(() => void (checking.isOn = true));

  it("accepts or refuses every call, and goes on", async () => {
    const simulator = await startSimulator({ scenario: "demo", clock: "step" });
    const inputOf = inputs(inputShapes, 7);
    let accepted = 0;
    for (let round = 0; round < 30; round++) {
      for (const { name } of ecsOperations) {
        const body = JSON.stringify(inputOf(name));
        const response = await fetch(simulator.endpoint, {
          method: "POST",
          headers: { "x-amz-target": `AmazonEC2ContainerServiceV20141113.${name}` },
          body,
        });
        const answer = await response.text();
        assert.ok(response.status < 500, `${name} ${body}: ${answer}`);
        if (response.status === 200) accepted++;
      }
      simulator.clock.advance(30);
    }
    await simulator.close();
    assert.ok(accepted > 200, `${accepted} accepted`);
  });

  for (const { name: api, protocol, operations } of apis) {
    const shapes = neighbourShapes[api];
    if (protocol.kind !== "json" || shapes === undefined) continue;
    it(`accepts or refuses every call of ${api}`, async () => {
      const simulator = await startSimulator({ scenario: "demo", clock: "step" });
      const inputOf = inputs(shapes, 7);
      let refused = 0;
      for (let round = 0; round < 50; round++) {
        for (const { name } of operations) {
          const body = JSON.stringify(inputOf(name));
          const response = await fetch(simulator.endpoint, {
            method: "POST",
            headers: { "x-amz-target": `${protocol.target}.${name}` },
            body,
          });
          assert.ok(response.status < 500, `${name} ${body}: ${response.status}`);
          if (response.status !== 200) refused++;
          // What was accepted may be a stream without an end.
          await response.body?.cancel();
        }
      }
      await simulator.close();
      assert.ok(refused > 0);
    });
  }
});
