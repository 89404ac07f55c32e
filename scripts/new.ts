// `npm run new KIND PLACE/NAME`: makes the files of a rule, command, row or operation, adds it to its index,
// and leaves a test that fails until it is written.
import { pathToFileURL } from "node:url";
import { newCommand } from "./new/command.ts";
import { newOperation } from "./new/operation.ts";
import type { Recipe } from "./new/recipe.ts";
import { newRow } from "./new/row.ts";
import { newRule } from "./new/rule.ts";
import { writeNew } from "./new/writeNew.ts";

const recipes: Readonly<Record<string, Recipe>> = {
  rule: newRule,
  command: newCommand,
  row: newRow,
  operation: newOperation,
};

const usage = `Usage: npm run new KIND NAME
${Object.entries(recipes)
  .map(([kind, { example, makes }]) => `  npm run new ${kind} ${example.padEnd(34)} ${makes}`)
  .join("\n")}
`;

interface Surroundings {
  /** The top of the project. */
  readonly root: string;
  readonly say: (line: string) => void;
}

/** Makes what the words ask for. Returns the exit code: 0, or 2 for words that ask for nothing. */
export async function main(words: readonly string[], { root, say }: Surroundings): Promise<number> {
  const [kind = "", name = "", ...rest] = words;
  const recipe = Object.hasOwn(recipes, kind) ? recipes[kind] : undefined;
  if (!recipe || name === "" || rest.length > 0) {
    say(usage);
    return 2;
  }
  try {
    for (const line of await writeNew(recipe, name, root)) say(line);
    return 0;
  } catch (error) {
    say((error as Error).message);
    return 2;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  process.exitCode = await main(process.argv.slice(2), { root: ".", say: (line) => console.log(line) });
