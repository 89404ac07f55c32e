import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { capabilities, harmless } from "../../scripts/generate/capabilities.ts";

const manifest = (settings: Readonly<Record<string, object>>): string =>
  JSON.stringify({
    capabilities: { untrustedWorkspaces: {} },
    contributes: { configuration: [{ properties: settings }] },
  });

describe("The settings that wait for the workspace to be trusted", () => {
  it("are all that a workspace can make and that are not known to be harmless", async () => {
    const [known] = Object.keys(harmless);
    const text = await capabilities.render(
      manifest({
        "x.new": {},
        "x.ofFile": { scope: "resource" },
        "x.ofUser": { scope: "application" },
        "x.ofMachine": { scope: "machine" },
        [known!]: {},
      }),
    );
    assert.deepEqual(JSON.parse(text).capabilities.untrustedWorkspaces.restrictedConfigurations, [
      "x.new",
      "x.ofFile",
    ]);
  });

  it("are judged for settings that there are", async () => {
    const { contributes } = JSON.parse(await readFile("package.json", "utf8"));
    const settings = contributes.configuration.flatMap(({ properties }: { properties: object }) =>
      Object.keys(properties),
    );
    assert.deepEqual(
      Object.keys(harmless).filter((name) => !settings.includes(name)),
      [],
    );
  });
});
