import assert from "node:assert/strict";
import { parseDotEnv } from "../../client/src/model/dotEnv.ts";

describe("A .env file", () => {
  const values: Readonly<Record<string, string>> = {
    "A=b": "b",
    "  export  A =  b c  # d": "b c",
    'A="b # c" # d': "b # c",
    'A="b\\nc \\"d\\""': 'b\nc "d"',
    "A='b\\nc'": "b\\nc",
    "A=b#c": "b#c",
    'A="b" c': '"b" c',
    "A=": "",
    "A=b=c": "b=c",
  };
  for (const [text, expected] of Object.entries(values))
    it(`gives the value of ${text}`, () => assert.deepEqual(parseDotEnv(text), { A: expected }));

  it("passes over what has no name", () => assert.deepEqual(parseDotEnv("# A=b\nA\n1=2\n=\n\n"), {}));
});
