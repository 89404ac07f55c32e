import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { Ajv, type ErrorObject } from "ajv";
import { isPlaceholder } from "../../server/src/service/syntax/placeholders.ts";
import { readSchema, type SchemaFile } from "../support/schemaFiles.ts";

/** Real files of other people, kept beside the project because of their licences. */
const corpus = new URL("../../../shared/corpus/", import.meta.url);

interface CorpusFile {
  readonly file: string;
  readonly kind: string;
  readonly verdict: string;
}

const ajv = new Ajv({ strict: false, allErrors: true, verbose: true, unicodeRegExp: true });
const taskDefinition = readSchema("task-definition");
const validators = {
  "task-definition": ajv.compile(taskDefinition),
  service: ajv.compile(readSchema("service")),
  "container-definitions-array": ajv.compile({
    ...taskDefinition.properties?.["containerDefinitions"],
    definitions: taskDefinition.definitions,
  }),
};

describe("the schemas on real files that AWS takes", () => {
  it("find nothing that is an error", function () {
    if (!existsSync(new URL("manifest.jsonl", corpus))) {
      process.stdout.write("      (skipped: there is no corpus of real files beside the project)\n");
      return this.skip();
    }
    const found = validFiles().flatMap(({ file, kind }) => {
      const validate = validators[kind as keyof typeof validators];
      if (validate(JSON.parse(readFileSync(new URL(`files/${file}`, corpus), "utf8")))) return [];
      return (validate.errors ?? [])
        .filter(isFault)
        .map(
          ({ instancePath, message, data }) =>
            `${file}${instancePath}: ${message}, not ${JSON.stringify(data)}`,
        );
    });
    assert.deepEqual(found, []);
  });
});

function validFiles(): CorpusFile[] {
  const lines = readFileSync(new URL("manifest.jsonl", corpus), "utf8").trim().split("\n");
  return lines
    .map((line) => JSON.parse(line) as CorpusFile)
    .filter(({ kind, verdict }) => verdict === "valid" && kind in validators);
}

/**
 * A value that a tool fills in later is no fault, an empty one counts as absent, and a warning is no error.
 */
function isFault({ data, keyword, parentSchema, params }: ErrorObject): boolean {
  if (data === "" || (typeof data === "string" && isPlaceholder(data))) return false;
  const rules = (parentSchema as SchemaFile)["x-rules"];
  const rule = rules?.[`${keyword}:${String(params["missingProperty"])}`] ?? rules?.[keyword];
  return !rule || rule.severity === "error";
}
