import assert from "node:assert/strict";
import fc from "fast-check";
import { oneLine, plainText } from "../../shared/src/plainText.ts";

/** As VS Code finds links in notifications, prompts and progress (`linkedText.ts`), and icons in labels. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const icon = /(\\)?\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;

const part = fc.oneof(
  fc.constantFrom(
    "[",
    "]",
    "(",
    ")",
    "command:x",
    "$",
    "\\",
    "a",
    "\u0000",
    "\u200b",
    "\u202e",
    "\n",
    "]\u200b(",
    "$\u200b(",
  ),
  fc.string({ unit: "binary", maxLength: 3 }),
);

describe("Text that is shown", () => {
  it("is kept where nothing in it is more than text", () => {
    const text = "Could not list tasks (1 of 2): „Größe“ [a] 100 % 👩‍💻 $5 a/b\tc\nd";
    assert.equal(plainText(text), text);
  });

  it("has no links and no icons", () => {
    assert.equal(plainText("[press](command:x)"), "[press] (command:x)");
    assert.equal(plainText("$(trash) Delete"), "$ (trash) Delete");
  });

  it("has no characters that are unseen or reorder others", () => {
    assert.equal(plainText("a\u0000b\u001b]52;c;x\u0007c\u202ed\u200be\ufefff\u0085g"), "ab]52;c;xcdefg");
    assert.equal(plainText("a\r\nb\rc"), "a\nbc");
  });

  it("has none of these whatever it is put together from, and is the same when it is shown again", () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const shown = plainText(parts.join(""));
        assert.doesNotMatch(shown, link);
        assert.doesNotMatch(shown, icon);
        assert.doesNotMatch(shown, /(?![\t\n])\p{Cc}/u);
        assert.equal(plainText(shown), shown);
        assert.doesNotMatch(oneLine(parts.join("")), /[\t\n]/);
      }),
      { seed: 12, numRuns: 5000 },
    );
  });
});
