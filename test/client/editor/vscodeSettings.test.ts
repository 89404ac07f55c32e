import assert from "node:assert/strict";
import { workspace } from "../../support/vscodeStub.ts";

const { config } = await import("../../../client/src/editor/vscodeSettings.ts");

describe("The settings of a workspace", () => {
  afterEach(() => {
    workspace.settings = {};
    workspace.isTrusted = true;
  });

  it("turn on the verification before a deploy, but not off", () => {
    const verified = (globalValue: boolean | undefined, workspaceValue: boolean | undefined): boolean => {
      workspace.settings = { verifyBeforeDeploy: { globalValue, workspaceValue } };
      return config.verifyBeforeDeploy();
    };
    assert.deepEqual(
      [verified(undefined, undefined), verified(undefined, false), verified(true, false)],
      [true, true, true],
    );
    assert.deepEqual(
      [verified(false, undefined), verified(false, true), verified(false, false)],
      [false, true, false],
    );
  });

  it("do not count where it is asked which errors stop a deploy", () => {
    assert.deepEqual(config.ownRules(), {});
    workspace.settings = { rules: { globalValue: { a: "hint" }, workspaceValue: { a: "off", b: "off" } } };
    assert.deepEqual(config.ownRules(), { a: "hint" });
  });

  it("add to what the user protects, and take nothing away", () => {
    workspace.settings = { protected: { globalValue: ["live"], workspaceValue: ["staging"] } };
    assert.deepEqual(config.protection().protected, ["live", "staging"]);
    workspace.settings = { protected: { globalValue: ["live"], workspaceValue: [] } };
    assert.deepEqual(config.protection().protected, ["live"]);
  });

  it("are those of a workspace that is trusted or not", () => {
    workspace.isTrusted = false;
    assert.deepEqual([config.isTrusted(), config.protection().isRestricted], [false, true]);
  });
});
