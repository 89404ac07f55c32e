import assert from "node:assert/strict";
import { globSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { faultsOf, type Manifest } from "../../../scripts/package/contents.ts";
import { scenes } from "../../../scripts/screenshots/scenes.ts";
import { createLanguageService } from "../../../server/src/service/service.ts";

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest & {
  readonly contributes: {
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly media: { readonly markdown: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
};

/** The pictures that a page shows, as paths from the root. */
function picturesIn(page: string): readonly string[] {
  const text = readFileSync(page, "utf8");
  return [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = ""]) => join(dirname(page), path));
}

describe("Pictures", () => {
  const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  it("stand in each step of the walkthrough, which has a button and is completed by what it is about", () => {
    for (const { id, description, media, completionEvents } of steps) {
      assert.equal(picturesIn(media.markdown).length, 1, id);
      assert.match(description, /\n\[[^\]]+\]\(command:taskwright\.\w+\)$/, id);
      assert.match(completionEvents.join(), /^on(Command:taskwright\.\w+|Language:ecs-task-definition)$/, id);
    }
  });

  it("of the walkthrough are in the package", () => {
    const shown = steps.flatMap(({ media }) => picturesIn(media.markdown));
    const packaged = readFileSync(".vscodeignore", "utf8")
      .split("\n")
      .filter((line) => line.startsWith("!media/"))
      .flatMap((line) => globSync(line.slice(1)))
      .filter((path) => !statSync(path).isDirectory());
    for (const picture of shown) assert.ok(packaged.includes(picture), picture);
    assert.deepEqual(
      faultsOf(packaged, manifest).filter((fault) => fault.includes("should not be")),
      [],
    );
  });

  it("are made by npm run screenshots, light and dark, and nothing else is beside them", () => {
    const made = scenes.flatMap(({ name }) => [`${name}-dark.png`, `${name}-light.png`]);
    assert.deepEqual(
      globSync("media/screenshots/*").sort(),
      made.map((name) => `media/screenshots/${name}`).sort(),
    );
    for (const page of ["README.md", ...steps.map(({ media }) => media.markdown)])
      for (const picture of picturesIn(page))
        assert.ok(made.map((name) => `media/screenshots/${name}`).includes(picture), `${page}: ${picture}`);
  });

  it("of the squiggle show the quick fixes that are offered now; if not, run npm run screenshots -- --only fix", () => {
    const service = createLanguageService();
    const text = readFileSync("samples/checkout/task-definition.json", "utf8");
    const document = service.parse("file:///task-definition.json", text);
    const cursor = { line: 5, character: 14 };
    assert.deepEqual(
      service.quickFixes(document, { start: cursor, end: cursor }).map(({ title }) => title),
      ["Use 2048 MiB of memory", "Use 512 CPU units"],
    );
  });
});
