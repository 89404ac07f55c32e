import type { Recipe } from "./recipe.ts";
import { pascalCase, requireCamelCase, titleCase } from "./words.ts";

/** A kind of row of the tree, its test, and its line in the list of kinds. Its parent makes it. */
export const newRow: Recipe = {
  example: "taskSets",
  makes: "a kind of row of the tree, and its test",
  async plan(name) {
    requireCamelCase(name, "taskSets");
    const path = `client/src/tree/${name}Node.ts`;
    const test = `test/client/rows/${name}Node.test.ts`;
    return {
      files: [
        { path, text: rowText(name) },
        { path: test, text: testText(name) },
      ],
      index: { path: "client/src/tree/kinds.ts", name },
      next: [
        `Let the row above make it: return a new ${pascalCase(name)}Node from below() or load() of that row.`,
        `Write ${path} (node.ts says what each member means), until this passes: npx mocha ${test}`,
        `Give commands their place in its menu: add "${name}" to their "on", and run npm run generate.`,
      ],
    };
  },
};

function rowText(name: string): string {
  return `import type { Session } from "../account/session.ts";
import type { Asking, Row, TreeNode } from "./node.ts";

/** What the row stands for. */
export class ${pascalCase(name)}Node implements TreeNode {
  readonly kind = "${name}";
  readonly id = "${name}";
  readonly doing = "list ${titleCase(name).toLowerCase()}";
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  row(): Row {
    return { label: "${titleCase(name)}", accessible: "${titleCase(name)}" };
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    await this.#session.connection.ecs.clusters(signal);
    return [];
  }
}
`;
}

function testText(name: string): string {
  const type = `${pascalCase(name)}Node`;
  return `import assert from "node:assert/strict";
import { ${type} } from "../../../client/src/tree/${name}Node.ts";
import { explorerScenario } from "../../support/explorerScenario.ts";
import { simulatedAccount, type SimulatedAccount } from "../../support/simulatedAccount.ts";

describe("The row ${titleCase(name)}", () => {
  let account: SimulatedAccount;
  before(async () => (account = await simulatedAccount({ scenario: explorerScenario, clock: "step" })));
  after(() => account.close());

  it("shows what is below it", async () => {
    const node = new ${type}(await account.sessions.open(account.connection.target));
    const signal = new AbortController().signal;
    const rows = await node.load({ signal, reason: "open", show: () => undefined, isExpanded: () => false });
    assert.deepEqual(rows.map((row) => row.row().label), ["the first row"]);
  });
});
`;
}
