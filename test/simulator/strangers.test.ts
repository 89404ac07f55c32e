import assert from "node:assert/strict";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";

describe("A simulator on a machine where a browser runs", () => {
  let simulator: Simulator;
  before(async () => void (simulator = await startSimulator({ clock: "step" })));
  after(() => simulator.close());

  /** The status and the body of the answer; `fetch` would not let a host or an origin be made up. */
  const ask = (headers: Record<string, string>, path = "/"): Promise<readonly [number, any]> =>
    new Promise((resolve, reject) => {
      const target = { "x-amz-target": "AmazonEC2ContainerServiceV20141113.ListClusters" };
      const asked = request(
        new URL(path, simulator.endpoint),
        { method: "POST", headers: { ...target, ...headers } },
        (response) => {
          assert.equal(response.headers["access-control-allow-origin"], undefined);
          text(response).then((body) => resolve([response.statusCode!, JSON.parse(body)]), reject);
        },
      );
      asked.once("error", reject);
      asked.end("{}");
    });
  const host = (): string => new URL(simulator.endpoint).host;

  it("answers requests to its own host, as clients of AWS make them", async () => {
    const { port } = new URL(simulator.endpoint);
    for (const own of [host(), `localhost:${port}`, `LOCALHOST:${port}`, "127.0.0.1", "[::1]:8080"])
      assert.deepEqual(await ask({ host: own }), [200, { clusterArns: [] }], own);
  });

  it("refuses names that lead here from elsewhere", async () => {
    for (const other of [
      "evil.example",
      "127.0.0.1.evil.example",
      "localhost.evil.example:80",
      "127.0.0.2",
      "[::2]:80",
    ]) {
      const [status, answer] = await ask({ host: other });
      assert.deepEqual([status, answer.__type], [403, "ForbiddenException"], other);
    }
  });

  it("refuses pages of other sites, whatever they ask for", async () => {
    assert.equal((await ask({ origin: `http://${host()}`, "sec-fetch-site": "same-origin" }))[0], 200);
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "http://localhost:3000" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ] as Record<string, string>[]) {
      assert.equal((await ask(headers))[0], 403, JSON.stringify(headers));
      assert.equal((await ask(headers, "/_simulator/resetCalls"))[0], 403);
    }
    assert.ok(simulator.calls.every(({ operation }) => operation === "ListClusters"));
  });

  it("is controlled by nobody, unless it was started so", async () => {
    const reset = async (endpoint: string): Promise<number> =>
      (await fetch(`${endpoint}/_simulator/resetCalls`, { method: "POST" })).status;
    assert.equal(await reset(simulator.endpoint), 404);
    assert.ok(simulator.calls.length > 0);
    const controlled = await startSimulator({ clock: "step", control: true });
    assert.equal(await reset(controlled.endpoint), 200);
    await controlled.close();
  });
});
