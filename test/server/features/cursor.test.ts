import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parseEcsDocument } from "../../../server/src/service/documents/ecsDocument.ts";
import { cursorAt } from "../../../server/src/service/features/completion/cursor.ts";

const sample = readFileSync(new URL("../../../samples/orders/task-definition.json", import.meta.url), "utf8");

describe("Finding the cursor from the parsed file", () => {
  const texts = {
    "a task definition": sample,
    "a file on one line": JSON.stringify(JSON.parse(sample)),
    "nulls, comments and empty brackets":
      '// first\n{ "a": null, "b": [null, 1, { }, []], /* { */ "c": { "d": [ ] } , "e": "" } // last\n',
    "a single string": '"alone"',
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`tells the same everywhere as reading the text from its start: ${name}`, () => {
      const { file, syntaxErrors } = parseEcsDocument("file:///workspace/task-definition.json", text);
      assert.equal(syntaxErrors.length, 0);
      for (let offset = 0; offset <= text.length; offset++)
        assert.deepEqual(cursorAt(text, offset, file), cursorAt(text, offset), `at ${offset}`);
    });
  }
});
