import assert from "node:assert/strict";
import fc from "fast-check";
import { terminalText } from "../../client/src/model/terminalText.ts";

const esc = "\u001b";
const reset = `${esc}[0m`;

describe("A line of a log in a terminal", () => {
  const kept: Readonly<Record<string, string>> = {
    "plain text": "12:00 ✓ größe 👩‍💻 [a](b)",
    "tabs and line feeds": "a\tb\n    c",
  };
  for (const [what, text] of Object.entries(kept))
    it(`keeps ${what}`, () => assert.equal(terminalText(text), text));

  it("keeps colours, and ends them with the line", () => {
    for (const colour of ["31", "1;32", "", "38;5;208", "48;2;255;0;0", "38:2::1:2:3", "0;97;100"])
      assert.equal(terminalText(`a${esc}[${colour}mb`), `a${esc}[${colour}mb${reset}`);
  });

  const obeyed: Readonly<Record<string, string>> = {
    "the clipboard by OSC 52": `a${esc}]52;c;cm0gLXJmIH4=\u0007b`,
    "the clipboard, ended by ST": `a${esc}]52;c;cm0gLXJmIH4=${esc}\\b`,
    "the clipboard, by C1 bytes": "a\u009d52;c;cm0gLXJmIH4=\u009cb",
    "links by OSC 8": `a${esc}]8;;https://evil.example\u0007${esc}]8;;\u0007b`,
    "the title": `a${esc}]0;title\u0007b`,
    "the cursor": `a${esc}[2A${esc}[10;5H${esc}[sb`,
    "what is erased": `a${esc}[2J${esc}[Kb`,
    "the cursor, by C1 bytes": "a\u009b2Ab",
    "modes and other screens": `a${esc}[?1049h${esc}[?2004lb`,
    "device control": `a${esc}P+q544e\u001b\\b`,
    "questions to the terminal": `a${esc}[6n${esc}[c${esc}Zb`,
    "the set of letters": `a${esc}(0${esc})Bb`,
    "a reset": `a${esc}cb`,
    "hidden and blinking letters": `a${esc}[8m${esc}[5m${esc}[7mb`,
    "bells, backspaces and carriage returns": "a\u0007\b\rb",
    "what reorders letters": "a\u202eb\u2066",
    "C1 line feeds": "a\u0084\u0085\u008db",
  };
  for (const [what, text] of Object.entries(obeyed))
    it(`leaves out ${what}`, () => assert.equal(terminalText(text), "ab"));

  it("leaves out what is hidden among colours", () => {
    assert.equal(terminalText(`a${esc}[1;8;31mb`), `a${esc}[1;31mb${reset}`);
    assert.equal(terminalText(`a${esc}[38;5mb`), "ab");
  });

  it("shows the text of sequences that never end", () => {
    assert.equal(terminalText(`a${esc}]52;c;b`), "a52;c;b");
    assert.equal(terminalText(`a${esc}[31`), "a31");
  });

  it("holds nothing but text and colours, whatever it is put together from", () => {
    const part = fc.oneof(
      fc.constantFrom(
        esc,
        "[",
        "]",
        "m",
        "3",
        "8",
        ";",
        ":",
        "52;c;x",
        "\u0007",
        "\\",
        "\u009b",
        "\u009d",
        "\u009c",
        "P",
        "A",
        "?",
        "\r",
        "\n",
      ),
      fc.string({ unit: "binary", maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const shown = terminalText(parts.join(""));
        const text = shown.replaceAll(new RegExp(`${esc}\\[[\\d;:]*m`, "g"), "");
        assert.doesNotMatch(text, /(?![\t\n])\p{Cc}/u);
      }),
      { seed: 12, numRuns: 10_000 },
    );
  });
});
