import assert from "node:assert/strict";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { CompletionItem } from "vscode-languageserver-types";
import { accept as acceptItem } from "../../support/accept.ts";
import { openWithCursor } from "../../support/cursor.ts";

type Files = Readonly<Record<string, string>>;

function itemsAt(marked: string | Files): { items: CompletionItem[]; lines: TextDocument } {
  const { service, document, position } = openWithCursor(
    typeof marked === "string" ? { "task-definition.json": marked } : marked,
  );
  return { items: service.complete(document, position), lines: document.lines };
}

const labelsAt = (marked: string | Files): string[] => itemsAt(marked).items.map(({ label }) => label);

function accept(marked: string | Files, label: string): string {
  const { items, lines } = itemsAt(marked);
  const item = items.find((each) => each.label === label);
  assert.ok(item, `"${label}" is not offered: ${items.map((each) => each.label).join(", ")}`);
  return acceptItem(lines, item);
}

describe("Completion of members", () => {
  it("offers required members first and leaves out those that are there", () => {
    const labels = labelsAt('{ "family": "a", $0 }');
    assert.equal(labels[0], "containerDefinitions");
    assert.ok(!labels.includes("family"));
  });

  it("offers deprecated members last, struck through", () => {
    const { items } = itemsAt('{ "containerDefinitions": [{ $0 }] }');
    assert.deepEqual([items.at(-1)?.label, items.at(-1)?.tags], ["links", [1]]);
  });

  it("keeps what CreateService takes and what UpdateService takes apart", () => {
    const labels = (text: string): string[] => labelsAt({ "ecs-service.json": text });
    assert.ok(
      !labels('{ "serviceName": "web", "taskDefinition": "orders", "desiredCount": 1, $0 }').includes(
        "service",
      ),
    );
    assert.ok(
      !labels('{ "service": "web", "taskDefinition": "orders", "desiredCount": 1, $0 }').includes(
        "serviceName",
      ),
    );
  });

  it("offers Fargate only the releases of Windows that run there", () => {
    const file = (type: string): string =>
      `{ "requiresCompatibilities": ["${type}"], "runtimePlatform": { "operatingSystemFamily": "$0" } }`;
    const known = [
      "LINUX",
      "WINDOWS_SERVER_2025_CORE",
      "WINDOWS_SERVER_2025_FULL",
      "WINDOWS_SERVER_2022_CORE",
      "WINDOWS_SERVER_2022_FULL",
      "WINDOWS_SERVER_2019_CORE",
      "WINDOWS_SERVER_2019_FULL",
    ];
    assert.deepEqual(labelsAt(file("FARGATE")), known);
    assert.deepEqual(labelsAt(file("EC2")), [...known, "WINDOWS_SERVER_2016_FULL"]);
  });

  it("asks in a health check for the port of its container", () => {
    const file = (members: string): string =>
      `{ "containerDefinitions": [{ "name": "web", ${members}"healthCheck": $0 }] }`;
    assert.match(
      accept(file('"portMappings": [{ "containerPort": 3000 }], '), "HTTP health check with curl"),
      /http:\/\/localhost:3000\//,
    );
    assert.match(accept(file(""), "HTTP health check with curl"), /http:\/\/localhost:8080\//);
  });

  it("replaces a string without adding to the space before it", () => {
    assert.equal(
      accept('{"requiresCompatibilities":["FARGATE"],"networkMode":"$0"}', "awsvpc"),
      '{"requiresCompatibilities":["FARGATE"],"networkMode":"awsvpc"}',
    );
  });

  it("tells public images apart by what comes after their registry", () => {
    const files = {
      "other/task-definition.json":
        '{ "family": "a", "containerDefinitions": [{ "name": "log", "image": "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable" }] }',
      "task-definition.json": '{ "family": "b", "containerDefinitions": [{ "name": "web", "image": "$0" }] }',
    };
    const [first] = itemsAt(files).items;
    assert.deepEqual(
      [first?.label, first?.labelDetails?.description, first?.detail],
      [
        "aws-for-fluent-bit:stable",
        "used in this workspace",
        "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable",
      ],
    );
  });

  it("leaves out what Fargate, awsvpc or Windows refuse", () => {
    const onFargate = labelsAt(
      '{ "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "containerDefinitions": [{ $0 }] }',
    );
    for (const refused of ["privileged", "links", "hostname", "extraHosts", "dnsServers"])
      assert.ok(!onFargate.includes(refused), refused);
    const onWindows = labelsAt(
      '{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "containerDefinitions": [{ $0 }] }',
    );
    assert.ok(!onWindows.includes("ulimits"));
  });

  it("offers the options of the log driver", () => {
    assert.deepEqual(
      labelsAt(
        '{ "containerDefinitions": [{ "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "g", $0 } } }] }',
      ),
      [
        "awslogs-region",
        "awslogs-stream-prefix",
        "awslogs-create-group",
        "awslogs-datetime-format",
        "awslogs-multiline-pattern",
        "mode",
        "max-buffer-size",
      ],
    );
  });

  for (const [situation, before, label, after] of [
    ["in an empty object", "{$0}", "family", '{"family": ""}'],
    ["before another member", '{ $0 "cpu": "256" }', "family", '{ "family": "", "cpu": "256" }'],
    ["after one without a comma", '{ "cpu": "256" $0 }', "family", '{ "cpu": "256", "family": "" }'],
    ["on a half-typed name", '{ "fam$0" }', "family", '{ "family": "" }'],
    ["on a half-typed name without quotes", "{ fam$0 }", "family", '{ "family": "" }'],
    ["on a name that has its value", '{ "fam$0": "x" }', "family", '{ "family": "x" }'],
    ["in an unclosed string", '{ "fam$0', "family", '{ "family": ""'],
    [
      "in a broken file",
      '{ "cpu": , $0 "memory": "512" ',
      "family",
      '{ "cpu": , "family": "", "memory": "512" ',
    ],
    [
      "with what a mapping must have",
      '{ "containerDefinitions": [{ $0 }] }',
      "portMappings",
      '{ "containerDefinitions": [{ "portMappings": [{ "containerPort": 8080 }] }] }',
    ],
    [
      "with what an object must have",
      '{ "containerDefinitions": [{ $0 }] }',
      "logConfiguration",
      '{ "containerDefinitions": [{ "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/ecs/", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "ecs" } } }] }',
    ],
  ] as const) {
    it(`inserts ${situation}`, () => assert.equal(accept(before, label), after));
  }

  it("works inside the wrapper of describe output", () => {
    assert.ok(labelsAt('{ "taskDefinition": { "containerDefinitions": [], $0 } }').includes("family"));
  });

  it("works in a bare list of containers", () => {
    assert.ok(labelsAt('[{ "image": "a", "environment": [], $0 }]').includes("name"));
  });
});

describe("Completion of values that other files have", () => {
  const other = {
    "other/ecs-service.json": `{ "serviceName": "a", "taskDefinition": "a", "cluster": "live",
      "networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-1", "subnet-2"], "securityGroups": ["sg-1"] } },
      "loadBalancers": [{ "targetGroupArn": "arn:tg" }] }`,
    "other/task-definition.json": `{ "family": "a", "containerDefinitions": [{ "name": "a",
      "environment": [{ "name": "LEVEL", "value": "1" }, { "name": "DB_PASSWORD", "value": "x" }],
      "secrets": [{ "name": "LICENCE", "valueFrom": "arn:licence" }] }] }`,
  };

  it("offers subnets that the list lacks, security groups and target groups", () => {
    const service = (member: string): string[] =>
      labelsAt({ ...other, "ecs-service.json": `{ "serviceName": "b", "taskDefinition": "b", ${member} }` });
    assert.deepEqual(
      service('"networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-2", "$0"] } }'),
      ["subnet-1"],
    );
    assert.deepEqual(
      service('"networkConfiguration": { "awsvpcConfiguration": { "securityGroups": ["$0"] } }'),
      ["sg-1"],
    );
    assert.equal(service('"loadBalancers": [{ "targetGroupArn": "$0" }]')[0], "arn:tg");
    assert.deepEqual(service('"cluster": "$0"'), ["live"]);
  });

  it("offers the families of near files first", () => {
    const files = {
      "b/task-definition.json": '{ "family": "far", "containerDefinitions": [{ "name": "a" }] }',
      "shop/orders/task-definition.json": '{ "family": "orders", "containerDefinitions": [{ "name": "a" }] }',
      "shop/task-definition.json": '{ "family": "shop", "containerDefinitions": [{ "name": "a" }] }',
      "shop/orders/ecs-service.json": '{ "serviceName": "a", "cluster": "c", "taskDefinition": "$0" }',
    };
    assert.deepEqual(labelsAt(files), ["orders", "shop", "far"]);
  });

  it("offers the outputs of FireLens, and the options of the chosen one", () => {
    const logs = (members: string): string[] =>
      labelsAt(
        `{ "containerDefinitions": [{ "name": "web", "logConfiguration": { "logDriver": "awsfirelens", ${members} } }, { "name": "r", "firelensConfiguration": { "type": "fluentbit" } }] }`,
      );
    assert.deepEqual(logs('"options": { "Name": "$0" }').slice(0, 3), [
      "cloudwatch_logs",
      "s3",
      "kinesis_firehose",
    ]);
    assert.equal(logs('"options": { $0 }')[0], "Name");
    assert.deepEqual(logs('"options": { "Name": "s3", "bucket": "a", $0 }').slice(0, 2), [
      "region",
      "total_file_size",
    ]);
    assert.deepEqual(logs('"options": { "Name": "splunk" }, "secretOptions": [{ "name": "$0" }]'), [
      "splunk_token",
    ]);
  });

  it("asks the health of Windows containers with PowerShell", () => {
    const checks = (system: string): string[] =>
      labelsAt(
        `{ "runtimePlatform": { "operatingSystemFamily": "${system}" }, "containerDefinitions": [{ "name": "web", "healthCheck": $0 }] }`,
      ).filter((label) => label.includes("HTTP"));
    assert.deepEqual(checks("WINDOWS_SERVER_2022_CORE"), ["HTTP health check with PowerShell"]);
    assert.deepEqual(checks("LINUX"), ["HTTP health check with wget", "HTTP health check with curl"]);
  });

  it("offers no secret's name for a plain variable", () => {
    const container = (member: string): string[] =>
      labelsAt({
        ...other,
        "task-definition.json": `{ "family": "b", "containerDefinitions": [{ "name": "b", ${member} }] }`,
      });
    assert.deepEqual(container('"environment": [{ "name": "$0" }]'), ["LEVEL"]);
    assert.deepEqual(container('"secrets": [{ "name": "$0" }]'), ["DB_PASSWORD", "LEVEL", "LICENCE"]);
    assert.equal(container('"secrets": [{ "valueFrom": "$0" }]')[0], "arn:licence");
  });
});

describe("Completion of values", () => {
  describe("of a task's size", () => {
    const fargate = (members: string): string => `{ "requiresCompatibilities": ["FARGATE"], ${members} }`;
    const shown = (marked: string): string[] =>
      itemsAt(marked).items.map(({ label, detail }) => `${label}: ${detail}`);

    it("offers the cpu that goes with the memory, then the others with the memory that they set", () => {
      assert.deepEqual(shown(fargate('"cpu": "$0", "memory": "512"')), [
        "256: 0.25 vCPU",
        "512: 0.5 vCPU; sets memory to 1024",
        "1024: 1 vCPU; sets memory to 2048",
        "2048: 2 vCPU; sets memory to 4096",
        "4096: 4 vCPU; sets memory to 8192",
        "8192: 8 vCPU; sets memory to 16384",
        "16384: 16 vCPU; sets memory to 32768",
        "32768: 32 vCPU; sets memory to 61440",
      ]);
      assert.deepEqual(shown('{ "cpu": "$0", "memory": "3 GB" }').slice(0, 4), [
        "512: 0.5 vCPU",
        "1024: 1 vCPU",
        "256: 0.25 vCPU; sets memory to 2048",
        "2048: 2 vCPU; sets memory to 4096",
      ]);
    });

    it("offers the memory that goes with the cpu, then the others with the nearest cpu that they set", () => {
      const all = shown('{ "cpu": ".25 vCPU", "memory": $0 }');
      assert.deepEqual(all.slice(0, 5), [
        "512: 512 MiB",
        "1024: 1 GiB",
        "2048: 2 GiB",
        "3072: 3 GiB; sets cpu to 512",
        "4096: 4 GiB; sets cpu to 512",
      ]);
      assert.equal(all.at(-1), "249856: 244 GiB; sets cpu to 32768");
      assert.deepEqual(
        shown('{ "cpu": "4096", "memory": "$0" }').find((each) => each.startsWith("2048:")),
        "2048: 2 GiB; sets cpu to 1024",
      );
    });

    it("says in the list, before one is chosen, that it sets the other", () => {
      const [fitting, changing] = itemsAt(fargate('"cpu": "$0", "memory": "512"')).items;
      assert.deepEqual(
        [fitting?.labelDetails, changing?.labelDetails],
        [undefined, { description: "0.5 vCPU; sets memory to 1024" }],
      );
    });

    it("sets the other of the two, in either order and in a wrapper", () => {
      assert.equal(
        accept(fargate('"cpu": "2$0", "memory": "512"'), "512"),
        fargate('"cpu": "512", "memory": "1024"'),
      );
      assert.equal(
        accept(fargate('"cpu": ".25 vCPU",\n "memory": $0'), "3072"),
        fargate('"cpu": "512",\n "memory": "3072"'),
      );
      assert.equal(
        accept('{ "taskDefinition": { "containerDefinitions": [], "memory": "512", "cpu": "$0" } }', "1024"),
        '{ "taskDefinition": { "containerDefinitions": [], "memory": "2048", "cpu": "1024" } }',
      );
    });

    it("leaves the other of the two alone where it is not known, or no size of Fargate beside what may run on instances", () => {
      assert.equal(
        accept(fargate('"cpu": "$0", "memory": "${MEMORY}"'), "512"),
        fargate('"cpu": "512", "memory": "${MEMORY}"'),
      );
      assert.equal(accept('{ "cpu": "300", "memory": "$0" }', "512"), '{ "cpu": "300", "memory": "512" }');
      assert.equal(
        accept(fargate('"cpu": "300", "memory": "$0"'), "512"),
        fargate('"cpu": "256", "memory": "512"'),
      );
    });

    it("offers no size, nor sets one, that is smaller than what the containers need", () => {
      const file = (members: string): string =>
        fargate(
          `${members}, "containerDefinitions": [{ "cpu": 300, "memory": 3000, "memoryReservation": 100 }]`,
        );
      assert.deepEqual(shown(file('"cpu": "$0", "memory": "8192"')).slice(0, 5), [
        "1024: 1 vCPU",
        "2048: 2 vCPU",
        "4096: 4 vCPU",
        "512: 0.5 vCPU; sets memory to 4096",
        "8192: 8 vCPU; sets memory to 16384",
      ]);
      assert.deepEqual(shown(file('"cpu": "512", "memory": "$0"')).slice(0, 3), [
        "3072: 3 GiB",
        "4096: 4 GiB",
        "5120: 5 GiB; sets cpu to 1024",
      ]);
    });

    it("offers Windows its own sizes only", () => {
      assert.deepEqual(
        shown(
          fargate(
            '"runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }, "cpu": "$0", "memory": "4096"',
          ),
        ),
        ["1024: 1 vCPU", "2048: 2 vCPU", "4096: 4 vCPU; sets memory to 8192"],
      );
    });

    it("proposes with a new member only what goes with the other as it is", () => {
      assert.match(accept(fargate('"cpu": "512", $0'), "memory"), /"memory": "1024"/);
      const item = itemsAt(fargate('"cpu": "512", $0')).items.find(({ label }) => label === "memory");
      assert.deepEqual(
        [(item?.textEdit as { newText: string }).newText, item?.additionalTextEdits],
        ['"memory": "${1|1024,2048,3072,4096|}"', undefined],
      );
    });
  });

  it("offers no sizes for tasks on instances", () => {
    assert.deepEqual(labelsAt('{ "requiresCompatibilities": ["EC2"], "cpu": $0 }'), []);
  });

  for (const [situation, before, label, after] of [
    ["where nothing stands", '{ "networkMode": $0 }', "awsvpc", '{ "networkMode": "awsvpc" }'],
    ["in empty quotes", '{ "networkMode": "$0" }', "awsvpc", '{ "networkMode": "awsvpc" }'],
    ["over a half-typed value", '{ "networkMode": "aws$0" }', "awsvpc", '{ "networkMode": "awsvpc" }'],
    ["in an unclosed string", '{ "networkMode": "aws$0', "awsvpc", '{ "networkMode": "awsvpc"'],
    [
      "before another member",
      '{ "networkMode": $0\n "cpu": "256" }',
      "awsvpc",
      '{ "networkMode": "awsvpc",\n "cpu": "256" }',
    ],
    [
      "before a comma",
      '{ "networkMode": $0, "cpu": "256" }',
      "awsvpc",
      '{ "networkMode": "awsvpc", "cpu": "256" }',
    ],
    [
      "as a second element",
      '{ "requiresCompatibilities": ["EC2" $0] }',
      "EXTERNAL",
      '{ "requiresCompatibilities": ["EC2", "EXTERNAL"] }',
    ],
    [
      "as a number",
      '{ "networkMode": "awsvpc", "containerDefinitions": [{ "portMappings": [{ "containerPort": 80, "hostPort": $0 }] }] }',
      "80",
      '{ "networkMode": "awsvpc", "containerDefinitions": [{ "portMappings": [{ "containerPort": 80, "hostPort": 80 }] }] }',
    ],
  ] as const) {
    it(`inserts ${situation}`, () => assert.equal(accept(before, label), after));
  }

  it("offers as dependencies the other containers, without those that wait for this one", () => {
    const containers =
      '{ "containerDefinitions": [{ "name": "api", "dependsOn": [{ "containerName": "$0" }] }, { "name": "log" }, { "name": "late", "dependsOn": [{ "containerName": "api" }] }] }';
    assert.deepEqual(labelsAt(containers), ["log"]);
  });

  it("offers the conditions that the other container can meet", () => {
    const waitFor = (other: string): string[] =>
      labelsAt(
        `{ "containerDefinitions": [{ "name": "api", "dependsOn": [{ "containerName": "log", "condition": "$0" }] }, { "name": "log"${other} }] }`,
      );
    assert.deepEqual(waitFor(""), ["START"]);
    assert.deepEqual(waitFor(', "healthCheck": { "command": ["CMD", "true"] }'), ["START", "HEALTHY"]);
    assert.deepEqual(waitFor(', "essential": false'), ["START", "SUCCESS", "COMPLETE"]);
  });

  it("offers volumes for mount points", () => {
    assert.deepEqual(
      labelsAt(
        '{ "volumes": [{ "name": "data" }], "containerDefinitions": [{ "mountPoints": [{ "sourceVolume": "$0" }] }] }',
      ),
      ["data"],
    );
  });

  it("offers what Fargate takes as network mode and log driver", () => {
    assert.deepEqual(labelsAt('{ "requiresCompatibilities": ["FARGATE"], "networkMode": "$0" }'), ["awsvpc"]);
    const drivers = (router: string): string[] =>
      labelsAt(
        `{ "requiresCompatibilities": ["FARGATE"], "containerDefinitions": [{ "logConfiguration": { "logDriver": "$0" } }${router}] }`,
      );
    assert.deepEqual(drivers(""), ["awslogs", "splunk"]);
    assert.deepEqual(
      drivers(', { "name": "router", "firelensConfiguration": { "type": "fluentbit" } }').sort(),
      ["awsfirelens", "awslogs", "splunk"],
    );
  });

  it("offers the file's own region first", () => {
    const labels = labelsAt(
      '{ "executionRoleArn": "arn:aws:ecs:eu-west-2:123456789012:x", "containerDefinitions": [{ "logConfiguration": { "options": { "awslogs-region": "$0" } } }] }',
    );
    assert.deepEqual(labels.slice(0, 2), ["eu-west-2", "us-east-1"]);
  });

  it("offers variable names of the workspace that the container does not have", () => {
    const files = {
      "other/task-definition.json":
        '{ "family": "b", "containerDefinitions": [{ "environment": [{ "name": "LOG_LEVEL" }, { "name": "STAGE" }], "secrets": [{ "name": "TOKEN" }] }] }',
      "task-definition.json":
        '{ "family": "a", "containerDefinitions": [{ "environment": [{ "name": "STAGE" }, { "name": "$0" }] }] }',
    };
    assert.deepEqual(labelsAt(files), ["LOG_LEVEL"]);
  });

  it("tells images and roles apart by what differs, as a list shows the beginning only", () => {
    const image = "210987654321.dkr.ecr.eu-west-1.amazonaws.com/shop/orders:1.4.3";
    const role = "arn:aws:iam::210987654321:role/orders";
    const shown = (marked: Files): unknown => {
      const { label, labelDetails, detail } = itemsAt(marked).items[0]!;
      return { label, labelDetails, detail };
    };
    const other = `{ "family": "b", "taskRoleArn": "${role}", "containerDefinitions": [{ "name": "web", "image": "${image}" }] }`;
    const images = {
      "other/task-definition.json": other,
      "task-definition.json": '{ "family": "a", "containerDefinitions": [{ "image": "$0" }] }',
    };
    assert.deepEqual(shown(images), {
      label: "shop/orders:1.4.3",
      labelDetails: { description: "used in this workspace" },
      detail: image,
    });
    assert.match(accept(images, "shop/orders:1.4.3"), new RegExp(`"image": "${image}"`));
    const roles = {
      "other/task-definition.json": other,
      "task-definition.json": '{ "family": "a", "taskRoleArn": "$0", "containerDefinitions": [] }',
    };
    assert.deepEqual(shown(roles), {
      label: "role/orders",
      labelDetails: { description: "used in this workspace" },
      detail: role,
    });
  });

  it("explains beside the list what would take the room of a name", () => {
    const scaffold = itemsAt("$0").items.find(({ label }) => label === "Web service on Fargate")!;
    assert.equal(scaffold.detail, undefined);
    assert.match(scaffold.documentation as string, /^one container behind a port/);
  });

  it("offers secrets in the forms that ECS takes, with the file's region and account", () => {
    const text = accept(
      '{ "executionRoleArn": "arn:aws:iam::210987654321:role/x", "containerDefinitions": [{ "image": "1.dkr.ecr.eu-west-1.amazonaws.com/a", "secrets": [{ "valueFrom": "$0" }] }] }',
      "SSM parameter",
    );
    assert.match(text, /"arn:aws:ssm:eu-west-1:210987654321:parameter\/name"/);
  });
});

describe("Completion that brings what belongs to it", () => {
  const task = (members: string): string =>
    `{ "family": "a",${members} "containerDefinitions": [{ "name": "api", "image": "nginx", $0 }] }`;

  it("adds the execution role with secrets, where there is none", () => {
    const role = ' "executionRoleArn": "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",';
    const secrets =
      '"secrets": [{ "name": "SECRET", "valueFrom": "arn:aws:secretsmanager:us-east-1:123456789012:secret:name-AbCdEf" }] ';
    assert.equal(accept(task(""), "secrets"), task(role).replace("$0 ", secrets));
    assert.equal(
      accept(task(' "executionRoleArn": "x",'), "secrets"),
      task(' "executionRoleArn": "x",').replace("$0 ", secrets),
    );
  });

  it("adds the network mode and the smallest size that fits with FARGATE", () => {
    const before =
      '{\n  "family": "a",\n  "requiresCompatibilities": ["$0"],\n  "memory": "2048",\n  "containerDefinitions": []\n}';
    const after =
      '{\n  "family": "a",\n  "requiresCompatibilities": ["FARGATE"],\n  "memory": "2048",\n  "networkMode": "awsvpc",\n  "cpu": "256",\n  "containerDefinitions": []\n}';
    assert.equal(accept(before, "FARGATE"), after);
    assert.equal(accept(before.replaceAll("\n", "\r\n"), "FARGATE"), after.replaceAll("\n", "\r\n"));
  });

  it("adds nothing to a definition that is only begun", () => {
    assert.equal(
      accept('{ "family": "a", "requiresCompatibilities": ["$0"] }', "FARGATE"),
      '{ "family": "a", "requiresCompatibilities": ["FARGATE"] }',
    );
  });

  it("leaves out network modes and launch types that the rest of the file rules out", () => {
    const withPort = (members: string): string =>
      `{ "family": "a", ${members} "containerDefinitions": [{ "name": "api", "portMappings": [{ "containerPort": 80, "hostPort": 8080 }] }] }`;
    assert.deepEqual(labelsAt(withPort('"networkMode": "$0",')), ["bridge", "none"]);
    assert.ok(!labelsAt(withPort('"requiresCompatibilities": ["$0"],')).includes("FARGATE"));
    assert.deepEqual(
      labelsAt(
        '{ "family": "a", "proxyConfiguration": { "containerName": "envoy" }, "networkMode": "$0", "containerDefinitions": [] }',
      ),
      ["awsvpc"],
    );
  });

  it("offers for a container the name by which others call it", () => {
    assert.deepEqual(
      labelsAt(
        '{ "containerDefinitions": [{ "name": "$0" }, { "name": "api", "dependsOn": [{ "containerName": "db", "condition": "START" }] }] }',
      ),
      ["db"],
    );
  });
});

describe("Completion in a service", () => {
  const task =
    '{ "family": "orders", "networkMode": "awsvpc", "volumes": [{ "name": "v", "configuredAtLaunch": true }, { "name": "w" }], "containerDefinitions": [{ "name": "api", "portMappings": [{ "containerPort": 80, "name": "http" }] }, { "name": "log" }] }';
  const at = (member: string): Files => ({
    "task-definition.json": task,
    "ecs-service.json": `{ "serviceName": "s", "cluster": "c", ${member} }`,
  });

  it("offers the families of the workspace", () => {
    assert.deepEqual(labelsAt(at('"taskDefinition": "$0"')), ["orders"]);
  });

  it("offers containers with ports, their ports, and named ports of the task definition", () => {
    assert.deepEqual(
      labelsAt(at('"taskDefinition": "orders:3", "loadBalancers": [{ "containerName": "$0" }]')),
      ["api"],
    );
    assert.deepEqual(
      labelsAt(
        at('"taskDefinition": "orders", "loadBalancers": [{ "containerName": "api", "containerPort": $0 }]'),
      ),
      ["80"],
    );
    assert.deepEqual(
      labelsAt(
        at(
          '"taskDefinition": "orders", "serviceConnectConfiguration": { "services": [{ "portName": "$0" }] }',
        ),
      ),
      ["http"],
    );
    assert.deepEqual(labelsAt(at('"taskDefinition": "orders", "volumeConfigurations": [{ "name": "$0" }]')), [
      "v",
    ]);
  });
});

describe("Completion in files on several lines", () => {
  const file = (...lines: string[]): string => lines.join("\n");

  for (const [situation, before, label, after] of [
    [
      "an object, indented as the file is",
      file("{", '  "family": "orders",', "  $0", "}"),
      "runtimePlatform",
      file(
        "{",
        '  "family": "orders",',
        '  "runtimePlatform": { "cpuArchitecture": "X86_64", "operatingSystemFamily": "LINUX" }',
        "}",
      ),
    ],
    [
      "the comma that the line above lacks",
      file("{", '  "family": "orders"', "  $0", "}"),
      "cpu",
      file("{", '  "family": "orders",', '  "cpu": "256"', "}"),
    ],
    [
      "a comma before the line below",
      file("{", "  $0", '  "family": "orders"', "}"),
      "cpu",
      file("{", '  "cpu": "256",', '  "family": "orders"', "}"),
    ],
    [
      "after a comment",
      file("{", '  "family": "orders" // ours', "  $0", "}"),
      "cpu",
      file("{", '  "family": "orders", // ours', '  "cpu": "256"', "}"),
    ],
    [
      "an element of an empty list",
      file("{", '  "family": "orders",', '  "tags": [$0]', "}"),
      "{ key, value }",
      file("{", '  "family": "orders",', '  "tags": [{ "key": "key", "value": "value" }]', "}"),
    ],
    [
      "a large element of an empty list",
      file("{", '\t"family": "orders", "memory": "512",', '\t"containerDefinitions": [$0]', "}"),
      "{ name, image, essential }",
      file(
        "{",
        '\t"family": "orders", "memory": "512",',
        '\t"containerDefinitions": [',
        "\t\t{",
        '\t\t\t"name": "app",',
        '\t\t\t"image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/repository:tag",',
        '\t\t\t"essential": true',
        "\t\t}",
        "\t]",
        "}",
      ),
    ],
    [
      "nested objects",
      file(
        "{",
        '    "containerDefinitions": [',
        "        {",
        '            "name": "api",',
        "            $0",
        "        }",
        "    ]",
        "}",
      ),
      "logConfiguration",
      file(
        "{",
        '    "containerDefinitions": [',
        "        {",
        '            "name": "api",',
        '            "logConfiguration": {',
        '                "logDriver": "awslogs",',
        '                "options": {',
        '                    "awslogs-group": "/ecs/",',
        '                    "awslogs-region": "us-east-1",',
        '                    "awslogs-stream-prefix": "api"',
        "                }",
        "            }",
        "        }",
        "    ]",
        "}",
      ),
    ],
  ] as const) {
    it(`inserts ${situation}`, () => assert.equal(accept(before, label), after));
    it(`inserts ${situation}, with CRLF`, () =>
      assert.equal(accept(before.replaceAll("\n", "\r\n"), label), after.replaceAll("\n", "\r\n")));
  }
});

describe("Completion of objects and lists", () => {
  for (const [situation, before, label, after] of [
    [
      "where a variable may stand",
      '{ "containerDefinitions": [{ "environment": [$0] }] }',
      "{ name, value }",
      '{ "containerDefinitions": [{ "environment": [{ "name": "NAME", "value": "value" }] }] }',
    ],
    [
      "after another element",
      '{ "containerDefinitions": [{ "environment": [{ "name": "A", "value": "" } $0] }] }',
      "{ name, value }",
      '{ "containerDefinitions": [{ "environment": [{ "name": "A", "value": "" }, { "name": "NAME", "value": "value" }] }] }',
    ],
    [
      "after a colon",
      '{ "runtimePlatform":$0 }',
      "{ cpuArchitecture, operatingSystemFamily }",
      '{ "runtimePlatform": { "cpuArchitecture": "X86_64", "operatingSystemFamily": "LINUX" } }',
    ],
    ["after a comma", '{ "family": "a",$0 }', "cpu", '{ "family": "a", "cpu": "256" }'],
    [
      "on an unclosed string before another member",
      '{ "networkMode": "aws$0, "cpu": "256" }',
      "awsvpc",
      '{ "networkMode": "awsvpc", "cpu": "256" }',
    ],
    ["on an unclosed name before the end", '{ "fam$0 }', "family", '{ "family": "" }'],
    [
      "at the start of a list",
      '{ "requiresCompatibilities": [$0 "EC2"] }',
      "FARGATE",
      '{ "requiresCompatibilities": ["FARGATE", "EC2"] }',
    ],
    [
      "over a number",
      '{ "containerDefinitions": [{ "memory": 51$0 }] }',
      "1024",
      '{ "containerDefinitions": [{ "memory": 1024 }] }',
    ],
    [
      "over a truth",
      '{ "containerDefinitions": [{ "essential": tr$0 }] }',
      "true",
      '{ "containerDefinitions": [{ "essential": true }] }',
    ],
    [
      "as an image",
      '{ "containerDefinitions": [{ "image": "$0" }] }',
      "Amazon ECR Public",
      '{ "containerDefinitions": [{ "image": "public.ecr.aws/docker/library/nginx:1.29" }] }',
    ],
  ] as const) {
    it(`inserts ${situation}`, () => assert.equal(accept(before, label), after));
  }

  it("offers no objects within quotes", () => {
    assert.deepEqual(labelsAt('{ "runtimePlatform": "$0" }'), []);
  });
});

describe("Completion that a typed character starts", () => {
  const typedAt = (marked: string, typed: string): number => {
    const { service, document, position } = openWithCursor({ "task-definition.json": marked });
    return service.complete(document, position, typed).length;
  };

  it("is silent after the quote that ends a value, and after a space where a member may stand", () => {
    assert.equal(typedAt('{ "cpu": "256"$0 }', '"'), 0);
    assert.equal(typedAt('{ "cpu": "256", $0 }', " "), 0);
  });

  it("answers after the quote that begins a member or value, and after a colon and its space", () => {
    assert.ok(typedAt('{ "cpu": "256", "$0" }', '"') > 0);
    assert.ok(typedAt('{ "networkMode": "$0" }', '"') > 0);
    assert.ok(typedAt('{ "networkMode":$0 }', ":") > 0);
    assert.ok(typedAt('{ "networkMode": $0 }', " ") > 0);
  });
});

describe("Completion anywhere", () => {
  it("answers at every position of a broken text without failing", () => {
    const text =
      '{ "family": "a, "containerDefinitions": [{ "name": , "dependsOn": [{ "containerName" "x" ]}, "cpu": ${CPU}, // c\n "volumes": [[{';
    for (let offset = 0; offset <= text.length; offset++)
      itemsAt(`${text.slice(0, offset)}$0${text.slice(offset)}`);
  });
});
