import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { ESLint } from "eslint";
import { circles } from "../../../scripts/lint/circles.ts";
import { refusal } from "../../../scripts/lint/plugin.ts";
import { walls } from "../../../scripts/lint/walls.ts";

/** One import for each row that would break what the row is there for. */
const planted: Readonly<Record<string, string>> = {
  "shared/src": "../../server/src/protocol.ts",
  "server/src": "node:fs",
  "server/src/main.node.ts": "../../client/src/extension.ts",
  "server/src/protocol.ts": "./service/service.ts",
  "server/src/node": "@aws-sdk/client-ecs",
  "server/src/service": "node:fs/promises",
  "server/src/service/syntax": "../model/taskDefinition.ts",
  "server/src/service/data": "../rules/index.ts",
  "server/src/service/model": "../features/validate.ts",
  "server/src/service/documents": "../rules/index.ts",
  "server/src/service/hosts": "../rules/index.ts",
  "server/src/service/schema": "../rules/index.ts",
  "server/src/service/rules": "../../server.ts",
  "server/src/service/rules/kit": "../../features/validate.ts",
  "server/src/service/features": "../../server.ts",
  "client/src": "@aws-sdk/client-ecs",
  "client/src/editor": "@aws-sdk/client-ecs",
  "client/src/host": "vscode",
  "client/src/model": "vscode",
  "client/src/words": "../commands/index.ts",
  "client/src/aws": "../tree/explorer.ts",
  "client/src/account": "vscode",
  "client/src/tree": "../commands/index.ts",
  "client/src/views": "../commands/index.ts",
  "client/src/commands": "vscode",
  "simulator/src": "../../client/src/model/arn.ts",
  "simulator/src/time": "../state/account.ts",
};

const fileIn = (folder: string): string => (folder.endsWith(".ts") ? folder : `${folder}/planted.ts`);

describe("The walls between the rooms of the sources", () => {
  it("have a row for every room, and a planted fault for every row", () => {
    assert.deepEqual(
      walls.map(({ folder }) => folder),
      Object.keys(planted),
    );
  });

  for (const { folder, because } of walls)
    it(`refuse what ${folder} may not import`, () => {
      const message = refusal(fileIn(folder), planted[folder]!, false);
      assert.ok(message?.startsWith(`${folder} may not import `), message);
      assert.ok(message?.endsWith(because), message);
    });

  it("let types of AWS through where values are refused", () => {
    assert.equal(refusal("client/src/model/planted.ts", "@aws-sdk/client-ecs", true), undefined);
    assert.notEqual(refusal("client/src/model/planted.ts", "@aws-sdk/client-ecs", false), undefined);
  });

  it("are held by lint, in the forms in which a module can be named", async () => {
    const eslint = new ESLint();
    const file = "client/src/model/words.ts";
    assert.ok(existsSync(file));
    for (const text of [
      'import "vscode";\n',
      'export * from "vscode";\n',
      'export const loaded = import("vscode");\n',
      "export const loaded = import(process.argv[2]!);\n",
    ]) {
      const [result] = await eslint.lintText(text, { filePath: file });
      assert.deepEqual(
        result?.messages.map(({ ruleId }) => ruleId).filter((id) => id?.startsWith("taskwright/")),
        ["taskwright/may-import"],
        text,
      );
    }
  }).timeout(120_000);
});

describe("Circles of imports", () => {
  it("are found through any number of files", () => {
    const texts = new Map([
      ["a/one.ts", 'import { two } from "./two.ts";'],
      ["a/two.ts", 'export * from "../b/three.ts";'],
      ["b/three.ts", 'import type { One } from "../a/one.ts";'],
      ["b/four.ts", 'import { one } from "../a/one.ts";'],
    ]);
    assert.deepEqual([...circles(texts).keys()], ["a/one.ts", "a/two.ts", "b/three.ts"]);
  });
});
