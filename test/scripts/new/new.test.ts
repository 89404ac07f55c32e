import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withEntry } from "../../../scripts/new/indexEntry.ts";
import { main } from "../../../scripts/new.ts";

const sources = ["server/src/service/rules", "client/src/commands", "client/src/tree", "simulator/src/ecs"];

describe("npm run new", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "taskwright-new-"));
    for (const folder of sources) cpSync(folder, join(root, folder), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const read = (path: string): string => readFileSync(join(root, path), "utf8");

  /** The exit code, and what was printed. */
  async function run(...words: string[]): Promise<{ code: number; said: string }> {
    const said: string[] = [];
    const code = await main(words, { root, say: (line) => said.push(line) });
    return { code, said: said.join("\n") };
  }

  it("makes a rule, its page and its line in the index of its subject", async () => {
    const { code, said } = await run("rule", "ports/host-port-odd");
    assert.equal(code, 0, said);
    assert.match(read("server/src/service/rules/taskDefinition/ports/hostPortOdd.ts"), /id: "host-port-odd"/);
    assert.match(read("docs/rules/host-port-odd.md"), /^# host-port-odd\n/);
    const index = read("server/src/service/rules/taskDefinition/ports/index.ts");
    assert.match(index, /import \{ hostPortOdd \} from "\.\/hostPortOdd\.ts";\n/);
    assert.match(index, /^ {2}hostPortOdd,$/m);
    assert.match(said, /npx mocha test\/server\/rulePages\.test\.ts -g "host-port-odd"/);
    assert.match(said, /npm run generate/);
  });

  it("makes a command, its test and its line in the list", async () => {
    const { code, said } = await run("command", "services/restartService");
    assert.equal(code, 0, said);
    assert.match(read("client/src/commands/services/restartService.ts"), /id: "taskwright\.restartService"/);
    assert.match(read("test/client/commands/restartService.test.ts"), /services\/restartService\.ts"/);
    assert.match(read("client/src/commands/index.ts"), /from "\.\/services\/restartService\.ts";/);
  });

  it("makes a kind of row and its test, and says who has to make it", async () => {
    const { code, said } = await run("row", "taskSets");
    assert.equal(code, 0, said);
    assert.match(read("client/src/tree/taskSetsNode.ts"), /export class TaskSetsNode implements TreeNode/);
    assert.ok(existsSync(join(root, "test/client/rows/taskSetsNode.test.ts")));
    assert.match(said, /return a new TaskSetsNode/);
  });

  it("makes an operation of the simulator, its test and its line in the list", async () => {
    const { code, said } = await run("operation", "services/listServicesByTag");
    assert.equal(code, 0, said);
    assert.match(read("simulator/src/ecs/services/listServicesByTag.ts"), /"ListServicesByTag"/);
    assert.ok(existsSync(join(root, "test/simulator/operations/listServicesByTag.test.ts")));
    assert.match(read("simulator/src/ecs/index.ts"), /^ {2}listServicesByTag,$/m);
  });

  for (const [words, answer] of [
    [[], /^Usage: npm run new KIND NAME\n/],
    [["toString", "x"], /^Usage: /],
    [["rule", "host-port-odd"], /^Name one of the subjects before the rule: crossFile, neighbours, /],
    [["rule", "no-such-subject/host-port-odd"], /^Name one of the subjects/],
    [["rule", "ports/HostPortOdd"], /^"HostPortOdd" is not a rule's id/],
    [["rule", "ports/host-port-awsvpc"], /hostPortAwsvpc\.ts exists already\.$/],
    [["command", "no/such/folder"], /^There is no folder client\/src\/commands\/no\/such\.$/],
    [["command", "../escape"], /^There is no folder client\/src\/commands\/\.\.\.$/],
    [["row", "Task Sets"], /^"Task Sets" is not a name in camel case, such as "taskSets"\.$/],
    [["operation", "listThings"], /^Name one of the folders of simulator\/src\/ecs before/],
  ] as const)
    it(`says what is wrong with: ${words.join(" ") || "no words"}`, async () => {
      const before = read("client/src/commands/index.ts");
      const { code, said } = await run(...words);
      assert.equal(code, 2);
      assert.match(said, answer);
      assert.equal(read("client/src/commands/index.ts"), before);
    });

  it("keeps an index in order", () => {
    const text = `import { a } from "./a.ts";\n\nexport const list: readonly X[] = [\n  a,\n  c,\n];\n`;
    assert.equal(
      withEntry(text, { path: "index.ts", name: "b", from: "./b.ts" }),
      `import { a } from "./a.ts";\nimport { b } from "./b.ts";\n\nexport const list: readonly X[] = [\n  a,\n  b,\n  c,\n];\n`,
    );
  });
});
