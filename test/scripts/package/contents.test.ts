import assert from "node:assert/strict";
import { faultsOf, type Manifest } from "../../../scripts/package/contents.ts";

const manifest: Manifest = {
  name: "taskwright",
  version: "1.0.0",
  main: "./dist/extension.js",
  contributes: {
    languages: [
      { id: "ecs", filenames: ["task-definition.json"], configuration: "./language-configuration.json" },
    ],
    viewsContainers: { activitybar: [{ icon: "media/ecs.svg" }] },
    viewsWelcome: [{ contents: "No profile. [Read](https://docs.aws.amazon.com/cli/index.html)" }],
  },
};
const files = [
  "package.json",
  "readme.md",
  "changelog.md",
  "LICENSE.txt",
  "THIRD-PARTY-NOTICES.txt",
  "language-configuration.json",
  "media/ecs.svg",
  "dist/package.json",
  "dist/rulePages.json",
  "dist/extension.js",
  "dist/languageClient.js",
  "dist/aws/index.mjs",
  "dist/aws/chunk-1.mjs",
  "dist/server.js",
  "dist/yaml.js",
  "dist/hcl.js",
  "dist/web-tree-sitter.wasm",
  "dist/tree-sitter-terraform.wasm",
  "dist/cli.js",
  "dist/simulator.js",
];

describe("the contents of the package", () => {
  it("have no fault when they are the programs, the documents, and what the manifest names", () => {
    assert.deepEqual(faultsOf(files, manifest), []);
  });

  it("must not hold sources, source maps, tests or settings", () => {
    const unexpected = [
      "client/src/extension.ts",
      "dist/server.js.map",
      "test/a.test.ts",
      ".npmrc",
      "node_modules/x/index.js",
    ];
    assert.deepEqual(
      faultsOf([...files, ...unexpected], manifest),
      unexpected.map((file) => `${file} should not be in the package.`),
    );
  });

  it("must hold every program and every file that the manifest names", () => {
    const without = files.filter(
      (file) => !["dist/aws/index.mjs", "media/ecs.svg", "language-configuration.json"].includes(file),
    );
    assert.deepEqual(faultsOf(without, manifest), [
      "dist/aws/index.mjs is missing from the package.",
      "language-configuration.json is missing from the package.",
      "media/ecs.svg is missing from the package.",
    ]);
  });
});
