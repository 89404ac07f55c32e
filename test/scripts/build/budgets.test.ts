import assert from "node:assert/strict";
import { build } from "esbuild";
import { programs } from "../../../scripts/build/programs.ts";

interface Budget {
  /** The file of dist/, or the folder of those that are bundled in pieces. */
  readonly output: string;
  /**
   * The most that it may have, in kB of 1,000 bytes: little more than it has, so that what grows is noticed.
   */
  readonly most: number;
  /** Packages that are no part of it, as it is read where they are not needed. */
  readonly without: RegExp;
}

// What bench/sections/sizes.ts measures; these do not depend on the machine.
const budgets: readonly Budget[] = [
  {
    output: "extension.js",
    most: 275,
    without: /@aws-sdk|@smithy|languageclient|languageserver|yaml|tree-sitter/,
  },
  { output: "languageClient.js", most: 440, without: /@aws-sdk|@smithy|yaml|tree-sitter/ },
  { output: "server.js", most: 1_290, without: /@aws-sdk|@smithy|languageclient|\/yaml\/|tree-sitter/ },
  { output: "cli.js", most: 1_320, without: /@aws-sdk|@smithy|languageclient|\/yaml\/|tree-sitter/ },
  { output: "aws/", most: 850, without: /languageclient|languageserver|yaml|tree-sitter/ },
];

describe("The programs of the package", () => {
  const outputs = new Map<string, { bytes: number; packages: string[] }>();
  before(async function () {
    this.timeout(60_000);
    const built = await Promise.all(
      programs(false).map((options) => build({ ...options, write: false, metafile: true })),
    );
    for (const { metafile } of built)
      for (const [path, { bytes, inputs }] of Object.entries(metafile.outputs))
        outputs.set(path.replace(/^dist\//, ""), {
          bytes,
          packages: Object.keys(inputs).filter((input) => input.includes("node_modules/")),
        });
  });

  for (const { output, most, without } of budgets)
    it(`${output} has at most ${most} kB, and nothing that it does not need at once`, () => {
      const parts = [...outputs].filter(
        ([path]) => path === output || (output.endsWith("/") && path.startsWith(output)),
      );
      const kilobytes = parts.reduce((sum, [, { bytes }]) => sum + bytes, 0) / 1_000;
      assert.ok(parts.length > 0, `there is no ${output}`);
      assert.ok(kilobytes <= most, `${output} has ${kilobytes.toFixed(0)} kB`);
      assert.deepEqual(
        parts.flatMap(([, { packages }]) => packages.filter((each) => without.test(each))),
        [],
      );
    });
});
