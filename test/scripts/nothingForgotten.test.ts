import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { commands } from "../../client/src/commands/index.ts";
import { readSources, reachableFrom } from "../../scripts/lint/circles.ts";
import { rules } from "../../server/src/service/rules/index.ts";
import { apis } from "../../simulator/src/apis.ts";

/** The programs: what none of them reaches is dead. */
const entries = [
  "client/src/extension.ts",
  "client/src/aws/index.ts",
  "server/src/main.node.ts",
  "server/src/node/cli.ts",
  "simulator/src/main.ts",
];

/** Everything that the files below a folder export. */
async function exportsBelow(folder: string): Promise<readonly (readonly [file: string, value: unknown])[]> {
  const files = [...readSources([folder]).keys()];
  const modules = await Promise.all(
    files.map(async (file) => {
      const module = (await import(pathToFileURL(resolve(file)).href)) as Record<string, unknown>;
      return Object.values(module)
        .flat()
        .map((value) => [file, value] as const);
    }),
  );
  return modules.flat();
}

const has = (value: unknown, ...members: readonly string[]): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && members.every((member) => member in value);

describe("Nothing is forgotten", () => {
  it("every source belongs to a program", () => {
    const texts = readSources(["client/src", "server/src", "simulator/src"]);
    const reached = reachableFrom(texts, entries);
    assert.deepEqual(
      [...texts.keys()].filter((file) => !reached.has(file)).sort(),
      [],
      "Import these from where they belong (rules and commands: their index.ts), or delete them.",
    );
  });

  it("every rule is listed", async () => {
    const listed = new Set<unknown>(rules);
    const found = await exportsBelow("server/src/service/rules");
    const exported = new Set(found.map(([, value]) => value));
    assert.deepEqual(
      rules.filter((rule) => !exported.has(rule)),
      [],
    );
    const forgotten = found
      .filter(([, value]) => has(value, "id", "appliesTo", "check") && !listed.has(value))
      .map(([file]) => file);
    assert.deepEqual(forgotten, [], "Add these to the index.ts of their subject.");
  });

  it("every command is listed", async () => {
    const listed = new Set<unknown>(commands);
    const found = await exportsBelow("client/src/commands");
    const exported = new Set(found.map(([, value]) => value));
    assert.deepEqual(
      commands.filter((command) => !exported.has(command)),
      [],
    );
    const forgotten = found
      .filter(([, value]) => has(value, "id", "title", "run") && !listed.has(value))
      .map(([file]) => file);
    assert.deepEqual(forgotten, [], "Add these to client/src/commands/index.ts.");
  });

  it("every operation of the simulator is listed", async () => {
    const listed = new Set(apis.flatMap(({ operations }) => operations.map(({ name }) => name)));
    const forgotten = (await exportsBelow("simulator/src/ecs"))
      .filter(([, value]) => has(value, "name", "run") && !listed.has(value["name"] as string))
      .map(([file]) => file);
    assert.deepEqual(forgotten, [], "Add these to the index.ts of their API.");
  });

  it("every command has a test", () => {
    const tests = readdirSync("test", { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
      .join("\n");
    const untested = commands.filter(({ id, title }) => {
      const name = id.replace("taskwright.", "");
      return ![`${name}.run`, `(${name}`, `${name},`, id, `ECS: ${title}`].some((words) =>
        tests.includes(words),
      );
    });
    assert.deepEqual(
      untested.map(({ id }) => id),
      [],
      "Write a test of these in test/client/commands.",
    );
  });
});
