import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Recipe } from "./recipe.ts";
import { placeAndName, requireCamelCase, titleCase } from "./words.ts";

const folder = "client/src/commands";

/** A command, its test, and its line in the list of commands. */
export const newCommand: Recipe = {
  example: "services/restartService",
  makes: "a command of the extension, and its test",
  async plan(text, root) {
    const { place, name } = placeAndName(text);
    requireCamelCase(name, "restartService");
    if (place.includes("..") || !existsSync(join(root, folder, place)))
      throw new Error(`There is no folder ${folder}/${place}.`);
    const path = [folder, place, `${name}.ts`].filter(Boolean).join("/");
    const up = place === "" ? "./" : "../".repeat(place.split("/").length);
    const test = `test/client/commands/${name}.test.ts`;
    return {
      files: [
        { path, text: commandText(name, up) },
        { path: test, text: testText(name, path) },
      ],
      index: { path: `${folder}/index.ts`, name, from: `./${[place, name].filter(Boolean).join("/")}.ts` },
      generate: true,
      next: [
        `Say in ${test} what the command asks and does.`,
        `Write ${path} (command.ts says what each member means), until this passes: npx mocha ${test}`,
      ],
    };
  },
};

function commandText(name: string, up: string): string {
  return `import type { Command } from "${up}command.ts";

/** What it does, and what it leaves alone. */
export const ${name}: Command = {
  id: "taskwright.${name}",
  title: "${titleCase(name)}",
  async run(context) {
    await context.ui.info("Not written yet.");
  },
};
`;
}

function testText(name: string, path: string): string {
  return `import assert from "node:assert/strict";
import { ${name} } from "../../../${path}";
import { commandContext } from "../../support/commandContext.ts";
import { ScriptedUi } from "../../support/scriptedUi.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

describe("${titleCase(name)}", () => {
  let account: SimulatedAccount;
  before(async () => (account = await simulatedAccount()));
  after(() => account.close());

  it("says what it did", async () => {
    const ui = new ScriptedUi(undefined);
    await ${name}.run(commandContext(account, ui), undefined, []);
    assert.deepEqual(ui.said, ["info What it did."]);
  });
});
`;
}
