import assert from "node:assert/strict";
import { parseArguments } from "../../../scripts/host/arguments.ts";

const needed = [
  "--extensionTestsPath=/out/suite/index.js",
  "--user-data-dir=/tmp/user",
  "--extensions-dir=/tmp/extensions",
];

describe("the arguments of the browser host", () => {
  it("are those that runTests passes", () => {
    const args = [
      "/work space",
      "--no-sandbox",
      "--disable-gpu-sandbox",
      "--disable-updates",
      "--skip-welcome",
      "--skip-release-notes",
      "--disable-workspace-trust",
      "--extensionDevelopmentPath=/out/extension",
      ...needed,
    ];
    assert.deepEqual(parseArguments(args), {
      workspace: "/work space",
      extensionDevelopmentPath: ["/out/extension"],
      extensionTestsPath: "/out/suite/index.js",
      userDataDir: "/tmp/user",
      extensionsDir: "/tmp/extensions",
      trusted: true,
    });
  });

  it("may name no workspace, several extensions and no trust", () => {
    const args = ["--extensionDevelopmentPath=/a", "--extensionDevelopmentPath=/b", ...needed];
    assert.deepEqual(parseArguments(args), {
      extensionDevelopmentPath: ["/a", "/b"],
      extensionTestsPath: "/out/suite/index.js",
      userDataDir: "/tmp/user",
      extensionsDir: "/tmp/extensions",
      trusted: false,
    });
  });

  it("take a value after a space, and one with an equals sign in it", () => {
    const args = [
      "--extensionTestsPath",
      "/out/a=b.js",
      "--user-data-dir=/tmp/x=y",
      "--extensions-dir",
      "/tmp/e",
    ];
    const { extensionTestsPath, userDataDir, extensionsDir } = parseArguments(args);
    assert.deepEqual([extensionTestsPath, userDataDir, extensionsDir], ["/out/a=b.js", "/tmp/x=y", "/tmp/e"]);
  });

  const refused: readonly (readonly [string, readonly string[], string])[] = [
    [
      "an unknown argument",
      [...needed, "--lang=de"],
      "The browser host does not know the argument --lang=de.",
    ],
    ["two workspaces", ["/a", "/b", ...needed], "The browser host opens one workspace, not 2: /a, /b."],
    ["a missing one", needed.slice(1), "--extensionTestsPath is missing."],
    ["one without its value", [...needed.slice(0, 2), "--extensions-dir"], "--extensions-dir needs a value."],
    ["one given twice", [...needed, "--user-data-dir=/b"], "--user-data-dir was given 2 times."],
  ];
  for (const [what, args, message] of refused) {
    it(`are refused with ${what}`, () => {
      assert.throws(() => parseArguments(args), { message });
    });
  }
});
