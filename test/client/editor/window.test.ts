import assert from "node:assert/strict";
import { md } from "../../../shared/src/markdown.ts";
import { answer, forget, shown } from "../../support/vscodeStub.ts";

const window = await import("../../../client/src/editor/window.ts");

/** What a stranger may write: a link that VS Code makes clickable, an icon, and controls. */
const evil = "a [press](command:x.y) $(trash)\u001b]52;c;x\u0007 \u202eb";
const harmless = "a [press] (command:x.y) $ (trash)]52;c;x b";

const doors: Readonly<Record<string, () => unknown>> = {
  "a message and its buttons": () => window.showMessage("error", evil, [evil]),
  "a warning": () => window.showMessage("warning", evil, []),
  "a question": () => window.showModal(evil, evil, evil),
  "a list": () =>
    window.showPick([{ label: evil, description: evil, detail: evil, value: 1 }], {
      title: evil,
      placeholder: evil,
    }),
  "a list of many": () =>
    window.showPickMany([{ label: evil, description: evil, detail: evil, value: 1 }], { title: evil }),
  "a box": () => window.showInput({ title: evil, prompt: evil, placeholder: evil }),
  busy: () => window.showBusy(evil, async (progress) => progress.report(evil)),
  progress: () => window.showProgress(evil, async (progress) => progress.report(evil)),
  "a dialog": () => window.showFolderDialog(evil, undefined),
  "a terminal": () => window.openTerminal({ name: evil }),
  "a panel": () => window.openPanel("type", evil),
  "the status bar": () =>
    new window.StatusEntry("id", "name", "command").show({ text: evil, tooltip: evil, accessible: evil }),
  "the line above a tree": () => window.setTreeMessage(window.openTree("id", {} as never), evil),
  "a row": () => window.treeItem({ label: evil, description: evil, accessible: evil }, 0),
};

describe("The door for text that VS Code shows", () => {
  beforeEach(() => {
    answer.value = undefined;
    forget();
  });

  for (const [what, show] of Object.entries(doors))
    it(`takes links, icons and controls apart in ${what}`, async () => {
      await show();
      const texts = shown.filter((text) => text.includes("press"));
      assert.ok(texts.length > 0);
      assert.deepEqual([...new Set(texts)], [harmless]);
    });

  it("does so in tooltips, as Markdown", () => {
    window.tooltipOf(md`${evil}`);
    assert.deepEqual(shown, [String.raw`a \[press\] (command:x.y) $ (trash)\]52;c;x b`]);
  });

  it("gives back the action that was chosen, as the caller wrote it", async () => {
    answer.value = harmless;
    assert.equal(await window.showMessage("info", "x", ["other", evil]), evil);
    assert.equal(await window.showModal("x", undefined, evil), true);
  });

  it("keeps the lines of a question, but makes one of those of a message", async () => {
    await window.showModal("a\nb", "c\nd", "Go");
    await window.showMessage("info", "a\nb", []);
    assert.deepEqual(shown, ["a\nb", "c\nd", "Go", "a b"]);
  });

  it("says why a text is refused, without links", async () => {
    await window.showInput({ title: "x", prompt: "y", validate: () => evil });
    const [{ validateInput }] = answer.given as [{ validateInput: (text: string) => string | undefined }];
    assert.equal(validateInput("z"), harmless);
  });

  it("cuts what would fill the screen", async () => {
    await window.showMessage("info", "a".repeat(100_000), []);
    assert.equal(shown[0]?.length, 2_000);
  });
});
