import assert from "node:assert/strict";
import fc from "fast-check";
import { parseEcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { EditedText } from "../../server/src/service/features/editedText.ts";
import { fixAll } from "../../server/src/service/features/fixAll.ts";
import { validate } from "../../server/src/service/features/validate.ts";
import type { Replacement } from "../../server/src/service/syntax/edit.ts";
import { applied } from "../support/applyFix.ts";

function fixed(text: string, file = "task-definition.json"): string {
  return applied(text, fixAll(parseEcsDocument(`file:///workspace/${file}`, text)));
}

describe("Fixing all that is safe", () => {
  it("removes commas after the last member, and inserts none that might be meant otherwise", () => {
    assert.equal(
      fixed('{ "family": "orders", "containerDefinitions": [{ "name": "web", "essential": "true", },] }'),
      '{ "family": "orders", "containerDefinitions": [{ "name": "web", "essential": true }] }',
    );
    const lacking = '{ "family": "orders" "containerDefinitions": [{ "name": "web" }] }';
    assert.equal(fixed(lacking), lacking);
  });

  it("takes a definition out of what describe-task-definition prints, with its tags and its comments", () => {
    const text = `{
  "taskDefinition": {
    "taskDefinitionArn": "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:7",
    // the shop's orders
    "family": "orders",
    "networkMode": null,
    "containerDefinitions": [
      {
        "name": "web", /* behind the load balancer */
        "memory": "512",
        "essential": "true",
        "environment": [
          { "name": "PORT",    "value": 8080 }
        ],
        "links": null
      }
    ],
    "status": "ACTIVE",
    "registeredBy": "arn:aws:iam::123456789012:user/deploy"
  },
  "tags": [
    { "key": "team", "value": "shop" }
  ]
}
`;
    assert.equal(
      fixed(text),
      `{
  // the shop's orders
  "family": "orders",
  "containerDefinitions": [
    {
      "name": "web", /* behind the load balancer */
      "memory": 512,
      "essential": true,
      "environment": [
        { "name": "PORT",    "value": "8080" }
      ]
    }
  ],
  "tags": [
    { "key": "team", "value": "shop" }
  ]
}
`,
    );
  });

  it("makes a described service one that can be created", () => {
    const text = `{ "services": [{ "serviceName": "orders", "clusterArn": "shop", "desiredCount": "2", "role": null, "events": [],
  "deployments": [{ "id": "1", "volumeConfigurations": [{ "name": "data" }] }] }], "failures": [] }`;
    assert.equal(
      fixed(text, "ecs-service.json"),
      `{ "serviceName": "orders", "cluster": "shop", "desiredCount": 2, "volumeConfigurations": [{ "name": "data" }] }`,
    );
  });

  it("changes only what it fixes, and keeps line breaks of Windows", () => {
    const text = `{\r\n\t"family": "orders",\r\n\t"cpu": 256,\r\n\t"pidMode": null,\r\n\t"volumes": [ ]\r\n}`;
    const edits = fixAll(parseEcsDocument("file:///workspace/task-definition.json", text));
    assert.deepEqual(edits, [
      { offset: text.indexOf("256"), length: 3, text: '"256"' },
      { offset: text.indexOf('"pidMode"'), length: '"pidMode": null,\r\n\t'.length, text: "" },
    ]);
  });

  it("leaves alone what would have to be chosen", () => {
    for (const text of [
      `{ "family": "my orders", "containerDefinitions": [{ "name": "web", "comand": "x", "command": "sh run.sh" }] }`,
      `{ "services": [{ "serviceName": "a", "desiredCount": 1 }, { "serviceName": "b", "desiredCount": 1 }] }`,
    ]) {
      assert.equal(fixed(text), text);
    }
  });

  it("does nothing to a broken text that it cannot be sure of, and does not fail on it", () => {
    for (const text of ["", "{", `{ "taskDefinition": { "containerDefinitions": [`, `{ "family": , "cpu": }`])
      assert.doesNotThrow(() => fixed(text));
  });

  it("does what is sure where commas are missing, and nothing twice", () => {
    for (const [text, expected] of [
      [
        `{ "family": "a" "cpu": 256 "pidMode": null "containerDefinitions": [] }`,
        `{ "family": "a" "cpu": "256" "containerDefinitions": [] }`,
      ],
      [`{ "family": "a", "pidMode": null "ipcMode": null, "cpu": 256`, `{ "family": "a", "cpu": "256"`],
      [
        `{ "family": "a", "cpu": 256, "containerDefinitions: [] }`,
        `{ "family": "a", "cpu": 256, "containerDefinitions: [] }`,
      ],
    ] as const) {
      assert.equal(fixed(text), expected);
      assert.equal(fixed(expected), expected);
    }
  });

  it("removes thousands of members in one piece", () => {
    const nulls = Array.from({ length: 3_000 }, (_, index) => `"label${index}": null`).join(", ");
    const text = `{ "containerDefinitions": [{ "name": "web", "dockerLabels": { ${nulls} } }] }`;
    assert.equal(fixed(text), `{ "containerDefinitions": [{ "name": "web", "dockerLabels": {} }] }`);
    const missing = text.replaceAll(", ", " ");
    assert.equal(fixed(missing), `{ "containerDefinitions": [{ "name": "web" "dockerLabels": {} }] }`);
  });

  it("leaves text that parses and in which nothing safe is left, whatever stood there", () => {
    const scalar = fc.constantFrom<unknown>(
      null,
      "512",
      512,
      "true",
      true,
      "x",
      1.5,
      ["a"],
      [1],
      { a: "b" },
      "FARGATE",
      "fargate",
    );
    const keys = [
      "cpu",
      "memory",
      "essential",
      "Image",
      "command",
      "links",
      "portMappings",
      "environment",
      "dockerLabels",
      "status",
      "foo",
    ];
    const container = fc.dictionary(fc.constantFrom("name", ...keys), scalar);
    const definition = fc.record(
      {
        family: scalar,
        cpu: scalar,
        networkMode: scalar,
        requiresCompatibilities: scalar,
        tags: scalar,
        revision: scalar,
        status: scalar,
        containerDefinitions: fc.array(container, { maxLength: 3 }),
      },
      { requiredKeys: ["containerDefinitions"] },
    );
    const files = fc.oneof(
      definition,
      definition.map((taskDefinition) => ({ taskDefinition, tags: [] })),
    );
    fc.assert(
      fc.property(files, fc.constantFrom(undefined, 2, "\t"), (file, indent) => {
        const result = fixed(JSON.stringify(file, null, indent));
        assert.doesNotThrow(() => JSON.parse(result) as unknown, result);
        const left = validate(parseEcsDocument("file:///workspace/task-definition.json", result)).filter(
          ({ fixes }) => fixes.some(({ isSafe }) => isSafe),
        );
        assert.deepEqual(
          left.map(({ code, message }) => [code, message, result]),
          [],
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe("A text that is edited in rounds", () => {
  it("tells the edits of the original that lead to the same text", () => {
    const edit = fc.tuple(fc.nat(), fc.nat({ max: 5 }), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 4 }),
        (original, rounds) => {
          const edited = new EditedText(original);
          let expected = original;
          for (const round of rounds) {
            const edits = inOrder(round, expected.length);
            edited.apply(edits);
            expected = applied(expected, edits);
          }
          assert.equal(edited.text, expected);
          assert.equal(applied(original, edited.replacements), expected);
        },
      ),
    );
  });
});

/** Makes edits of any numbers that are in order and do not overlap. */
function inOrder(round: readonly (readonly [number, number, string])[], length: number): Replacement[] {
  let from = 0;
  return round.map(([start, removed, text]) => {
    const offset = from + (start % (length - from + 1));
    const edit = { offset, length: Math.min(removed, length - offset), text };
    from = offset + edit.length;
    return edit;
  });
}
