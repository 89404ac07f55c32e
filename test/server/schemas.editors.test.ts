import assert from "node:assert/strict";
import { getLanguageService, type JSONSchema } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readSchema } from "../support/schemaFiles.ts";

const uri = "file:///taskdef.json";
const schema = readSchema("task-definition") as JSONSchema;
const json = getLanguageService({});
json.configure({ validate: true, schemas: [{ uri: "schema:task-definition", fileMatch: ["*"], schema }] });

describe("the schemas in an editor that is not ours", () => {
  it("tell in the hover what a member is for, also where its type is a definition", async () => {
    const { description } = schema.properties?.["networkMode"] as JSONSchema;
    const value =
      "`awsvpc`: Each task gets its own network interface and security groups. Required on Fargate.";
    assert.equal(await hover('{ "network$0Mode": "awsvpc" }'), `${description}\n\n${value}`);
  });

  it("find a wrong type, an unknown member and a missing one", async () => {
    const messages = await problems('{ "family": "orders", "cpu": 256, "memori": "512" }');
    assert.deepEqual(messages, [
      'Incorrect type. Expected "string".',
      'Missing property "containerDefinitions".',
      "Property memori is not allowed.",
    ]);
  });

  it("find nothing in a sound file with comments", async () => {
    const messages = await problems(
      '{ "//": "the shop", "family": "orders", "containerDefinitions": [{ "_comment1": "", "name": "web", "image": "web:1" }] }',
    );
    assert.deepEqual(messages, []);
  });
});

/** The hover's text, without the escapes that keep plain text from being read as Markdown. */
async function hover(marked: string): Promise<string> {
  const document = open(marked.replace("$0", ""));
  const found = await json.doHover(
    document,
    document.positionAt(marked.indexOf("$0")),
    json.parseJSONDocument(document),
  );
  const [text] = (found?.contents ?? []) as string[];
  return text?.replaceAll("\\", "") ?? "";
}

async function problems(text: string): Promise<string[]> {
  const document = open(text);
  return (await json.doValidation(document, json.parseJSONDocument(document)))
    .map(({ message }) => message as string)
    .sort();
}

function open(text: string): TextDocument {
  return TextDocument.create(uri, "json", 1, text);
}
