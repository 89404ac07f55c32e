import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { turns } from "../../../scripts/sweep/turns.ts";

const inZone = (start: number, timeZone: string): string =>
  new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "short" }).format(start);

describe("the turns of the sweep", () => {
  it("begin shortly before the end of each hour of UTC", () => {
    const hours = turns().filter(({ name }) => / h$/.test(name));
    assert.deepEqual(
      hours.map(({ start }) => new Date(start).toISOString().slice(11, 16)),
      Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:59`),
    );
  });

  it("see every zone in every language", () => {
    const seen = new Set(turns().map(({ zone, language }) => `${zone} ${language}`));
    assert.equal(seen.size, 4 * 3);
  });

  it("begin a minute before the local midnight of each edge in each zone", () => {
    const ends = turns().filter(({ name }) => name.startsWith("29 February"));
    assert.deepEqual(
      ends.map(({ start, zone }) => `${zone} ${inZone(start, zone)}`),
      [
        "UTC 2028-02-29 23:59",
        "America/Los_Angeles 2028-02-29 23:59",
        "Asia/Tokyo 2028-02-29 23:59",
        "Asia/Kathmandu 2028-02-29 23:59",
      ],
    );
  });
});

describe("a shifted clock", () => {
  const clock = new URL("../../../scripts/sweep/shiftedClock.ts", import.meta.url).href;

  /** What a Node prints whose clock is an hour ahead. */
  async function printed(code: string): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", clock, "-e", code], {
      env: { ...process.env, TASKWRIGHT_CLOCK_SHIFT: "3600000" },
    });
    return stdout.trim();
  }

  it("is ahead in each way in which a program asks what time it is", async () => {
    const before = Date.now() + 3_600_000;
    const times = (await printed("console.log(Date.now(), +new Date(), Date.parse(Date()))"))
      .split(" ")
      .map(Number);
    const after = Date.now() + 3_600_000;
    assert.equal(times.length, 3);
    // Date() says no milliseconds.
    for (const time of times) assert.ok(time >= before - 1000 && time <= after, String(time - before));
  });

  it("leaves times alone that a program names", async () => {
    assert.equal(
      await printed(
        "const d = new Date(2026, 0, 2); console.log(d.getDate(), new Date(0).toISOString(), d instanceof Date)",
      ),
      "2 1970-01-01T00:00:00.000Z true",
    );
  });

  it("dates the answers of a server too, by which the AWS SDK judges clocks", async () => {
    const before = Math.floor((Date.now() + 3_600_000) / 1000) * 1000;
    const date = await printed(`
      const server = require("node:http").createServer((_, response) => response.end()).listen(0, "127.0.0.1", async () => {
        const { headers } = await fetch("http://127.0.0.1:" + server.address().port);
        console.log(headers.get("date"));
        server.closeAllConnections();
        server.close();
      });`);
    const time = Date.parse(date);
    assert.ok(time >= before && time <= Date.now() + 3_600_000, date);
  });

  it("is a date for a class of one", async () => {
    assert.equal(await printed("class Day extends Date {}; console.log(new Day(0) instanceof Day)"), "true");
  });
});
