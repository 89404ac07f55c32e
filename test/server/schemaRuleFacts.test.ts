import assert from "node:assert/strict";
import { ruleFacts, rules } from "../../server/src/service/rules/index.ts";
import { schemaRules } from "../../server/src/service/rules/schema/schemaRules.table.ts";
import { valueKeywords } from "../../server/src/service/rules/schema/checks.ts";
import { readSchema, schemaNames, subschemas } from "../support/schemaFiles.ts";

const severities = ["error", "warning", "information", "hint"] as const;
const parts = schemaNames.flatMap((name) =>
  subschemas(readSchema(name)).map(([place, part]) => ({ place: `${name} ${place}`, part })),
);
const reports = parts.flatMap(({ part }) =>
  Object.values(part["x-rules"] ?? {}).filter((rule) => rule !== false),
);

describe("The table of the schemas' rules", () => {
  const written = new Set(rules.map(({ id }) => id));

  it("has each id that the schemas report and that no rule has, and no other", () => {
    const reported = new Set(reports.map(({ id }) => id).filter((id) => !written.has(id)));
    assert.deepEqual(
      schemaRules.map(({ id }) => id),
      [...reported].sort(),
    );
  });

  for (const { id, severity, fix } of schemaRules) {
    it(`tells of ${id} the gravest severity, and whether there is a fix`, () => {
      const own = reports.filter((rule) => rule.id === id);
      assert.equal(
        severity,
        severities.find((candidate) => own.some((rule) => rule.severity === candidate)),
      );
      assert.equal(
        fix !== undefined,
        own.some((rule) => rule.fix !== undefined),
      );
    });
  }
});

describe("Everything that can be reported", () => {
  it("has a summary of one sentence", () => {
    const wrong = ruleFacts.filter(
      ({ summary }) => !/^[A-Za-z"].*[^.]\.$/.test(summary) || summary.length > 140,
    );
    assert.deepEqual(
      wrong.map(({ id, summary }) => `${id}: ${summary}`),
      [],
    );
  });
});

/** Keywords that say nothing of a value, or that the walk over the members reads. */
const structural = new Set([
  ...[
    "$schema",
    "$id",
    "$ref",
    "title",
    "description",
    "definitions",
    "type",
    "properties",
    "items",
    "required",
    "additionalProperties",
  ],
  ...[
    "patternProperties",
    "default",
    "examples",
    "enumDescriptions",
    "deprecated",
    "allOf",
    "x-rules",
    "x-advice",
  ],
  ...["x-documentation", "x-launchTypes", "x-windows", "x-deprecated"],
]);

describe("The schemas", () => {
  it("use no keyword that the check would pass over", () => {
    const known = new Set([...structural, ...valueKeywords]);
    const unknown = parts.flatMap(({ place, part }) =>
      Object.keys(part)
        .filter((keyword) => !known.has(keyword))
        .map((keyword) => `${place}: ${keyword}`),
    );
    assert.deepEqual(unknown, []);
  });

  it("say of every limit as what it is reported, or that a rule does", () => {
    const general = ["enum"];
    const silent = parts.flatMap(({ place, part }) =>
      valueKeywords
        .filter(
          (keyword) =>
            keyword in part && !general.includes(keyword) && part["x-rules"]?.[keyword] === undefined,
        )
        .map((keyword) => `${place}: ${keyword}`),
    );
    assert.deepEqual(silent, []);
  });
});
