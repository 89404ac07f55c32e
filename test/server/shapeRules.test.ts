import assert from "node:assert/strict";
import { parseEcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { validate } from "../../server/src/service/features/validate.ts";
import { familyFor } from "../../server/src/service/rules/shape/familyName.ts";
import { applyFix } from "../support/applyFix.ts";

/**
 * The findings of one rule as `severity «place»`, then their fixes as `title -> text`, safe ones with an
 * asterisk.
 */
function found(code: string, text: string, file = "task-definition.json"): string[] {
  const document = parseEcsDocument(`file:///workspace/${file}`, text);
  return validate(document, { rules: { "readonly-root-filesystem": "hint" } })
    .filter((finding) => finding.code === code)
    .flatMap(({ severity, span, fixes }) => [
      `${severity} «${text.slice(span.offset, span.offset + span.length)}»`,
      ...fixes.map((fix) => `${fix.title}${fix.isSafe ? "*" : ""} -> ${applyFix(document, fix)}`),
    ]);
}

function message(code: string, text: string): string | undefined {
  return validate(parseEcsDocument("file:///workspace/task-definition.json", text)).find(
    (finding) => finding.code === code,
  )?.message;
}

describe("A repeated name", () => {
  const repeated = (count: number): string =>
    `{ ${Array.from({ length: count }, (_, index) => `"k${index}": 1`).join(", ")}, "k1": 2 }`;

  it("is found in small and in large objects, at any depth", () => {
    for (const count of [2, 7, 8, 9, 20])
      assert.deepEqual(
        found("json-duplicate-key", repeated(count)).slice(0, 1),
        ['warning «"k1"»'],
        String(count),
      );
    assert.deepEqual(found("json-duplicate-key", `{ "a": [[{ "b": { "x": 1, "x": 2 } }]] }`), [
      'warning «"x"»',
      'Remove the earlier "x"* -> { "a": [[{ "b": { "x": 2 } }]] }',
    ]);
  });

  it("is found each time", () => {
    assert.deepEqual(found("json-duplicate-key", `{ "x": 1, "x": 2, "x": 3 }`), [
      'warning «"x"»',
      'Remove the earlier "x"* -> { "x": 2, "x": 3 }',
      'warning «"x"»',
      'Remove the earlier "x"* -> { "x": 1, "x": 3 }',
    ]);
  });

  it("is no repetition in large objects without one", () => {
    assert.deepEqual(
      found(
        "json-duplicate-key",
        `{ ${Array.from({ length: 20 }, (_, index) => `"k${index}": 1`).join(", ")} }`,
      ),
      [],
    );
  });
});

describe("The name of a family", () => {
  const names: readonly (readonly [uri: string, family: string])[] = [
    ["file:///work/shop/orders-task-definition.json", "orders"],
    ["file:///work/shop/ecs-task-def-orders.json", "orders"],
    ["file:///work/shop/taskdef.orders.prod.json", "orders-prod"],
    ["file:///work/shop/task-definition.json", "shop"],
    ["file:///work/shop/.aws/task-definition.json", "shop"],
    ["file:///work/shop/deploy/ecs/task-definition.template.json", "shop"],
    ["file:///work/my%20shop/task_definition.json", "my-shop"],
    ["file:///work/100%25-shop/taskDefinition.json", "100-shop"],
    ["C:\\work\\100%shop\\taskdef.json", "100-shop"],
    ["untitled:task-definition.json", "untitled"],
    ["task-definition.json", "app"],
    ["", "app"],
  ];
  for (const [uri, family] of names)
    it(`${family} comes of ${uri}`, () => assert.equal(familyFor(uri), family));

  it("may have 255 characters, whatever a placeholder adds", () => {
    const family = (name: string): string =>
      `{ "family": "${name}", "cpu": "256", "containerDefinitions": [{ "name": "web" }] }`;
    assert.deepEqual(found("family-pattern", family("a".repeat(255))), []);
    assert.deepEqual(found("family-pattern", family("a".repeat(256))), [`error «"${"a".repeat(256)}"»`]);
    assert.equal(
      message("family-pattern", family("a".repeat(256))),
      "This family has 256 characters; AWS takes at most 255. Shorten it.",
    );
    assert.deepEqual(found("family-pattern", family(`${"a".repeat(250)}\${STAGE}`)), []);
    assert.deepEqual(found("family-pattern", family("a..b")), [
      'error «"a..b"»',
      `Use "a-b" -> ${family("a-b")}`,
    ]);
    assert.deepEqual(found("family-pattern", family("${A}.${B}")), [
      'error «"${A}.${B}"»',
      `Use "\${A}-\${B}" -> ${family("${A}-${B}")}`,
    ]);
  });

  it("is asked for of no other file, and is added first", () => {
    assert.deepEqual(
      found(
        "family-required",
        `{ "AWSEBDockerrunVersion": 2, "containerDefinitions": [{ "name": "web", "image": "x" }] }`,
      ),
      [],
    );
    assert.deepEqual(found("family-required", `{ "serviceName": "orders", "desiredCount": 1 }`), []);
    assert.deepEqual(
      found("family-required", `{ "family": null, "cpu": "256", "containerDefinitions": [] }`),
      [
        "error «{»",
        'Add the family "workspace" -> { "family": "workspace", "cpu": "256", "containerDefinitions": [] }',
      ],
    );
    assert.deepEqual(found("family-required", `{ "family": "", "cpu": "256" }`), [
      'error «""»',
      'Add the family "workspace" -> { "family": "workspace", "cpu": "256" }',
    ]);
  });
});

describe("Containers", () => {
  it("are added with memory where the task has none", () => {
    const added = (text: string): string[] =>
      found("container-definitions-required", text).map((line) => line.replace(/\s+/g, " "));
    assert.deepEqual(added(`{ "family": "a", "memory": "512" }`), [
      "error «{»",
      'Add a container -> { "family": "a", "memory": "512", "containerDefinitions": [ { "name": "app", "image": "public.ecr.aws/nginx/nginx:stable", "essential": true } ] }',
    ]);
    assert.match(added(`{ "family": "a", "cpu": "512" }`)[1]!, /"essential": true, "memory": 512 } \]/);
  });

  it("are not missing where their name is in another case, or where they are something else", () => {
    assert.deepEqual(
      found("container-definitions-required", `{ "family": "a", "cpu": "1", "containerdefinitions": [] }`),
      [],
    );
    assert.deepEqual(
      found("container-definitions-required", `{ "family": "a", "cpu": "1", "containerDefinitions": {} }`),
      [],
    );
  });
});

describe("The size of a request", () => {
  const sized = (letters: number, letter = "a"): string =>
    `{"family":"orders","containerDefinitions":[{"name":"web","command":[],"image":"${letter.repeat(letters)}"}],"tags":[],"x":{}}`;
  const frame = sized(0).length;

  it("is exact at the limits", () => {
    assert.deepEqual(found("task-definition-too-large", sized(59_999 - frame)), []);
    assert.deepEqual(found("task-definition-too-large", sized(60_000 - frame)), ["information «{»"]);
    assert.deepEqual(found("task-definition-too-large", sized(65_536 - frame)), ["information «{»"]);
    assert.deepEqual(found("task-definition-too-large", sized(65_537 - frame)), ["error «{»"]);
  });

  it("counts bytes, not characters, and no blanks", () => {
    assert.match(
      message("task-definition-too-large", sized(40_000, "ä")) ?? "",
      new RegExp(` ${80_000 + frame} bytes`),
    );
    assert.match(
      message("task-definition-too-large", `${sized(70_000)} // ${"ä".repeat(10)}`) ?? "",
      new RegExp(` ${70_000 + frame} bytes`),
    );
    assert.match(
      message("task-definition-too-large", JSON.stringify(JSON.parse(sized(70_000)), null, 4)) ?? "",
      new RegExp(` ${70_000 + frame} bytes`),
    );
  });

  it("is at least that of what is not filled in later", () => {
    assert.match(
      message("task-definition-too-large", sized(70_000).replace("orders", "${FAMILY}")) ?? "",
      new RegExp(` at least ${70_000 + frame - "orders".length} bytes`),
    );
    assert.deepEqual(
      found("task-definition-too-large", sized(50_000).replace("orders", `\${${"F".repeat(20_000)}}`)),
      [],
    );
  });
});

describe("Wrappers and read-only members", () => {
  it("lose what is not needed, and keep their own tags", () => {
    const text = `{ "taskDefinition": { "family": "a", "revision": 1, "tags": [{ "key": "x" }], "containerDefinitions": [] }, "tags": [{ "key": "y" }] }`;
    assert.deepEqual(found("wrapped-task-definition", text), [
      'information «"taskDefinition"»',
      'Take the definition out of its wrapper* -> { "family": "a", "tags": [{ "key": "x" }], "containerDefinitions": [] }',
    ]);
    assert.deepEqual(
      found(
        "wrapped-task-definition",
        text.replace(', "tags": [{ "key": "y" }]', "").replace(', "tags": [{ "key": "x" }]', ""),
      ).slice(1),
      ['Take the definition out of its wrapper* -> { "family": "a", "containerDefinitions": [] }'],
    );
  });

  it("of several services leave the first, which is not safe", () => {
    assert.deepEqual(
      found(
        "wrapped-service",
        `{ "services": [{ "serviceName": "a", "desiredCount": 1 }, { "serviceName": "b" }, { "serviceName": "c" }] }`,
      ),
      [
        'information «"services"»',
        'Take the definition out of its wrapper, dropping 2 more -> { "serviceName": "a", "desiredCount": 1 }',
      ],
    );
  });

  it("keep the cluster under its name, unless it is there", () => {
    assert.deepEqual(
      found("readonly-field-service", `{ "serviceName": "a", "desiredCount": 1, "clusterArn": "c" }`),
      [
        'information «"clusterArn"»',
        'Rename to "cluster"* -> { "serviceName": "a", "desiredCount": 1, "cluster": "c" }',
      ],
    );
    assert.deepEqual(
      found("readonly-field-service", `{ "serviceName": "a", "cluster": "b", "clusterArn": "c" }`),
      ['information «"clusterArn"»', 'Remove clusterArn* -> { "serviceName": "a", "cluster": "b" }'],
    );
  });

  it("keep settings of the first deployment that the service does not have itself", () => {
    const service = (deployments: string, more = ""): string =>
      `{ "serviceName": "a", "desiredCount": 1${more}, "deployments": ${deployments} }`;
    assert.deepEqual(
      found(
        "readonly-field-service",
        service(
          `[{ "volumeConfigurations": [1], "vpcLatticeConfigurations": [2], "id": "x" }, { "serviceConnectConfiguration": {} }]`,
        ),
      ),
      [
        'information «"deployments"»',
        'Keep volumeConfigurations and vpcLatticeConfigurations, remove deployments* -> { "serviceName": "a", "desiredCount": 1, "volumeConfigurations": [1], "vpcLatticeConfigurations": [2] }',
      ],
    );
    for (const [deployments, more] of [
      ["[]"],
      ["[{}]"],
      ['[{ "id": "x" }]'],
      ['[{ "volumeConfigurations": [1] }]', ', "volumeConfigurations": []'],
    ] as const) {
      assert.deepEqual(
        found("readonly-field-service", service(deployments, more))[1],
        `Remove deployments* -> { "serviceName": "a", "desiredCount": 1${more ?? ""} }`,
      );
    }
  });

  it("are removed together", () => {
    assert.deepEqual(
      found(
        "readonly-field-service",
        `{ "status": "x", "serviceName": "a", "clusterArn": "c", "desiredCount": 1, "events": [], "deployments": [{ "serviceConnectConfiguration": { "enabled": true } }] }`,
      )[2],
      'Remove all read-only members* -> { "serviceName": "a", "cluster": "c", "desiredCount": 1, "serviceConnectConfiguration": { "enabled": true } }',
    );
  });
});

describe("Tags of another shape", () => {
  const tags = (value: string): string => `{ "family": "a", "cpu": "1", "tags": ${value} }`;

  it("are converted as far as they can be", () => {
    assert.deepEqual(
      found("tag-shape-map", tags(`{ "team": "shop", "level": 5 }`)).map((line) => line.replace(/\s+/g, " ")),
      [
        'error «{ "team": "shop", "level": 5 }»',
        'Write them as a list* -> { "family": "a", "cpu": "1", "tags": [ { "key": "team", "value": "shop" }, { "key": "level", "value": "5" } ] }',
      ],
    );
    assert.deepEqual(found("tag-shape-map", tags(`{ "team": ["shop"] }`)), ['error «{ "team": ["shop"] }»']);
    assert.deepEqual(found("tag-shape-map", tags(`{ "a": "b", "team": {} }`)), [
      'error «{ "a": "b", "team": {} }»',
    ]);
    assert.deepEqual(found("tag-shape-map", tags(`"team=shop"`)), ['error «"team=shop"»']);
    assert.match(message("tag-shape-map", tags(`"team=shop"`)) ?? "", /^This is no list of tags: /);
    assert.deepEqual(found("tag-shape-map", tags(`{}`)), []);
    assert.deepEqual(found("tag-shape-map", tags('"${TAGS}"')), []);
  });

  it("are renamed where the right name is free", () => {
    assert.deepEqual(
      found(
        "tag-shape-map",
        tags(
          `[{ "Key": "a", "Value": "b" }, { "key": "c", "value": "d" }, { "Name": "e", "key": "f" }, { "name": "g" }]`,
        ),
      ),
      [
        'error «{ "Key": "a", "Value": "b" }»',
        `Use key and value* -> ${tags(`[{ "key": "a", "value": "b" }, { "key": "c", "value": "d" }, { "Name": "e", "key": "f" }, { "key": "g" }]`)}`,
        'error «{ "name": "g" }»',
        `Use key and value* -> ${tags(`[{ "key": "a", "value": "b" }, { "key": "c", "value": "d" }, { "Name": "e", "key": "f" }, { "key": "g" }]`)}`,
      ],
    );
    assert.match(
      message("tag-shape-map", tags(`[{ "name": "g", "value": "h" }]`)) ?? "",
      /^"name" is not what ECS calls/,
    );
  });

  it("are found in the volumes of a service, too", () => {
    const text = `{ "serviceName": "a", "volumeConfigurations": [{ "managedEBSVolume": { "tagSpecifications": [{ "tags": [{ "Key": "a" }, { "key": "b" }, { "key": "b" }] }] } }] }`;
    assert.deepEqual(found("tag-shape-map", text)[0], 'error «{ "Key": "a" }»');
    assert.deepEqual(found("tag-key-unique", text)[0], 'error «"b"»');
  });
});

describe("A file in CloudFormation's spelling", () => {
  it("is converted name by name, and what ECS does not know stays", () => {
    const text = `{ "Family": "a", "Custom": { "Key": 1 }, "cpu": "1", "Tags": [{ "Key": "x", "value": 1 }], "ContainerDefinitions": [{ "Name": "web", "LogConfiguration": { "LogDriver": "awslogs", "Options": { "awslogs-group": "g" } } }] }`;
    assert.deepEqual(found("property-wrong-case", text), [
      "hint «{»",
      `Convert the names to the spelling of the API -> { "family": "a", "Custom": { "Key": 1 }, "cpu": "1", "tags": [{ "key": "x", "value": 1 }], "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "g" } } }] }`,
    ]);
  });
});

describe("Advice on hardening", () => {
  const containers = (...members: string[]): string =>
    `{ "containerDefinitions": [${members.map((member, index) => `{ "name": "c${index}", "image": "x"${member} }`).join(", ")}] }`;

  it("replaces a switch that is off", () => {
    assert.deepEqual(found("readonly-root-filesystem", containers(', "readonlyRootFilesystem": false')), [
      'hint «"c0"»',
      `Set readonlyRootFilesystem to true -> ${containers(', "readonlyRootFilesystem": true')}`,
    ]);
    assert.deepEqual(found("readonly-root-filesystem", containers(', "readonlyRootFilesystem": "${X}"')), []);
  });

  it("knows root by its name and number, alone or with its group", () => {
    for (const user of ["root", "0", "0:0", "root:root", "root:0", "0:root"])
      assert.deepEqual(found("root-user", containers(`, "user": "${user}"`)), [`hint «"${user}"»`]);
    for (const user of ["root:1000", "10", "00", "rooter", "1000:0", "${USER}"])
      assert.deepEqual(found("root-user", containers(`, "user": "${user}"`)), [], user);
    assert.match(
      message("root-user", containers(', "user": "0"').replace('"name": "c0", ', "")) ?? "",
      /^Container 1 runs as root: /,
    );
  });

  it("puts essential behind the image", () => {
    assert.deepEqual(found("single-essential-sidecars", containers(', "memory": 6', ', "memory": 7')), [
      'hint «"c1"»',
      `Set essential to false -> ${containers(', "memory": 6', ', "essential": false, "memory": 7')}`,
    ]);
  });
});
