import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Recipe } from "./recipe.ts";
import { placeAndName, pascalCase, requireCamelCase } from "./words.ts";

const folder = "simulator/src/ecs";

/** An operation of ECS that the simulator plays, its test, and its line in the list of operations. */
export const newOperation: Recipe = {
  example: "clusters/discoverPollEndpoint",
  makes: "an operation of ECS in the simulator, and its test",
  async plan(text, root) {
    const { place, name } = placeAndName(text);
    requireCamelCase(name, "discoverPollEndpoint");
    if (place === "" || place.includes("..") || !existsSync(join(root, folder, place)))
      throw new Error(`Name one of the folders of ${folder} before the operation.`);
    const path = `${folder}/${place}/${name}.ts`;
    const test = `test/simulator/operations/${name}.test.ts`;
    return {
      files: [
        { path, text: operationText(name) },
        { path: test, text: testText(name) },
      ],
      index: { path: `${folder}/index.ts`, name, from: `./${place}/${name}.ts` },
      generate: true,
      next: [
        `Say in ${test} what ECS answers, and name the source.`,
        `Write ${path}, until this passes: npx mocha ${test}`,
      ],
    };
  },
};

function operationText(name: string): string {
  const type = pascalCase(name);
  return `import type { ${type}Request, ${type}Response } from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";

/** What ECS does, and the source of that. */
export const ${name} = operation<${type}Request, ${type}Response>("${type}", () => ({}));
`;
}

function testText(name: string): string {
  const type = pascalCase(name);
  return `import assert from "node:assert/strict";
import { ${type}Command } from "@aws-sdk/client-ecs";
import { TestAccount } from "../testAccount.ts";

describe("${type}", () => {
  let account: TestAccount;
  beforeEach(async () => (account = await TestAccount.start()));
  afterEach(() => account.close());

  it("answers as ECS does", async () => {
    const { $metadata, ...answer } = await account.ecs.send(new ${type}Command({}));
    assert.equal($metadata.httpStatusCode, 200);
    assert.deepEqual(answer, { what: "ECS answers" });
  });
});
`;
}
