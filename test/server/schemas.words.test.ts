import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { readEcsSdkTypes } from "../support/ecsSdkTypes.ts";
import { properties, readSchema, type SchemaFile, schemaNames, subschemas } from "../support/schemaFiles.ts";

const reference = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_";
const operations = {
  "task-definition": ["RegisterTaskDefinition"],
  service: ["CreateService", "UpdateService"],
};
const sdkTypes = readEcsSdkTypes();
const fewestWords = 4;

for (const name of schemaNames) {
  const schema = readSchema(name);
  const members = properties(schema);

  describe(`the words of the ${name} schema`, () => {
    it("describe every property in a sentence", () => {
      const poor = members.filter(
        ([, { description = "" }]) =>
          description.split(" ").length < fewestWords || !/^[A-Z`].*[.]$/.test(description),
      );
      assert.deepEqual(placesOf(poor), []);
    });

    it("link every property to the AWS page of that very member", () => {
      const wrong = members.filter(
        ([place, member]) => !anchorsOf(place, operations[name]).includes(member["x-documentation"] ?? ""),
      );
      assert.deepEqual(placesOf(wrong), []);
    });

    it("explain every value of a closed list", () => {
      const lists = subschemas(schema).filter(([place, part]) => part.enum && !place.includes("advice"));
      assert.ok(lists.length > 15);
      const poor = lists.filter(
        ([, { enum: values = [], enumDescriptions = [] }]) =>
          values.length !== enumDescriptions.length || !enumDescriptions.every((text) => text.endsWith(".")),
      );
      assert.deepEqual(placesOf(poor), []);
    });

    it("say what to use instead wherever something is deprecated", () => {
      const unclear = members.filter(
        ([, member]) => (member.deprecated === true) !== (member["x-deprecated"] ?? "").endsWith("."),
      );
      assert.deepEqual(placesOf(unclear), []);
    });

    it("are ours: no run of eight words stands in the SDK's documentation", () => {
      const theirs = runsOfWords(sdkDocumentation());
      const texts = subschemas(schema).flatMap(([place, part]) =>
        [part.description ?? "", ...(part.enumDescriptions ?? [])].map((text) => [place, text] as const),
      );
      const copied = texts.filter(([, text]) => [...runsOfWords(text)].some((run) => theirs.has(run)));
      assert.deepEqual(copied, []);
    });
  });

  describe(`the build of the ${name} schema`, () => {
    it("is valid draft-07 and every reference in it leads somewhere", () => {
      const ajv = new Ajv({ strict: false });
      assert.equal(ajv.validateSchema(schema), true, ajv.errorsText());
      assert.doesNotThrow(() => ajv.compile(schema));
      assert.equal((schema as Record<string, unknown>)["$schema"], "http://json-schema.org/draft-07/schema#");
    });

    it("closes every object but lets comments through", () => {
      const objects = [["", schema] as const, ...Object.entries(schema.definitions ?? {})].filter(
        ([, { type }]) => type === "object",
      );
      const open = objects.filter(
        ([, part]) =>
          part.additionalProperties !== false ||
          !("^(\\$schema|//|_comment)" in (part.patternProperties ?? {})),
      );
      assert.deepEqual(placesOf(open), []);
    });

    it("keeps words on properties, where no reference can hide them", () => {
      const worded = Object.entries(schema.definitions ?? {}).filter(
        ([, { description, title, ...part }]) => description ?? title ?? part["x-documentation"],
      );
      assert.deepEqual(placesOf(worded), []);
    });
  });
}

function placesOf(found: readonly (readonly [string, SchemaFile])[]): string[] {
  return found.map(([place]) => place);
}

/** The addresses that may explain a member. The known keys of a map are explained where the map is. */
function anchorsOf(place: string, requests: readonly string[]): string[] {
  const [type = "", member, key] = place.split(".");
  if (member === undefined)
    return requests
      .filter((request) => isMemberOf(`${request}Request`, type))
      .map((request) => `${reference}${request}.html#ECS-${request}-request-${type}`);
  assert.ok(key === undefined || member === "options", place);
  return [`${reference}${type}.html#ECS-Type-${type}-${member}`];
}

function isMemberOf(request: string, member: string): boolean {
  const type = sdkTypes.get(request);
  return type?.kind === "structure" && type.members.has(member);
}

function sdkDocumentation(): string {
  const folder = new URL("../../node_modules/@aws-sdk/client-ecs/dist-types/models/", import.meta.url);
  const text = ["enums.d.ts", "models_0.d.ts", "models_1.d.ts"]
    .map((file) => readFileSync(new URL(file, folder), "utf8"))
    .join("\n");
  return text.replace(/<[^>]+>/g, " ");
}

function runsOfWords(text: string, length = 8): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return new Set(
    words
      .slice(0, Math.max(0, words.length - length + 1))
      .map((_, start) => words.slice(start, start + length).join(" ")),
  );
}
