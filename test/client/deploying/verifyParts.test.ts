import assert from "node:assert/strict";
import { readManifest, wantedPlatform } from "../../../client/src/model/imagePlatforms.ts";
import { memberAfter, movedRange, type TextRange } from "../../../client/src/model/movedRange.ts";
import { mayBeAssumedBy } from "../../../client/src/model/trustPolicy.ts";

const range = (line: number, start: number, endLine: number, end: number): TextRange => ({
  start: { line, character: start },
  end: { line: endLine, character: end },
});

describe("A mark in a text that is edited", () => {
  const mark = range(3, 10, 3, 20);

  it("stays where what follows is edited, and what ends just before it", () => {
    assert.deepEqual(movedRange(mark, range(3, 20, 3, 25), "x"), mark);
    assert.deepEqual(movedRange(mark, range(4, 0, 9, 0), ""), mark);
  });

  it("moves with its line, and along its line", () => {
    assert.deepEqual(movedRange(mark, range(1, 0, 1, 0), "a\nb\n"), range(5, 10, 5, 20));
    assert.deepEqual(movedRange(mark, range(0, 0, 2, 0), ""), range(1, 10, 1, 20));
    assert.deepEqual(movedRange(mark, range(3, 2, 3, 4), "longer"), range(3, 14, 3, 24));
    assert.deepEqual(movedRange(mark, range(2, 8, 3, 4), "x\nyz"), range(3, 8, 3, 18));
  });

  it("goes when its place is edited", () => {
    assert.equal(movedRange(mark, range(3, 12, 3, 12), "x"), undefined);
    assert.equal(movedRange(mark, range(3, 5, 3, 11), ""), undefined);
    assert.equal(movedRange(mark, range(0, 0, 9, 0), ""), undefined);
  });
});

describe("A member that is added behind a value", () => {
  it("has a line of its own where the value has one", () => {
    assert.equal(
      memberAfter('    "awslogs-group": "/ecs/web",', "awslogs-create-group", "true"),
      ',\n    "awslogs-create-group": "true"',
    );
    assert.equal(
      memberAfter('  "options": { "awslogs-group": "/ecs/web" }', "awslogs-create-group", "true").includes(
        "\n",
      ),
      false,
    );
  });
});

describe("A trust policy", () => {
  const policy = (statement: object): string =>
    JSON.stringify({ Version: "2012-10-17", Statement: statement });
  const tasks = "ecs-tasks.amazonaws.com";

  it("lets a service assume the role by name, in a list, or by a wildcard", () => {
    for (const statement of [
      { Effect: "Allow", Principal: { Service: tasks }, Action: "sts:AssumeRole" },
      [
        {
          Effect: "Allow",
          Principal: { Service: ["ec2.amazonaws.com", tasks] },
          Action: ["sts:TagSession", "sts:AssumeRole"],
        },
      ],
      { Effect: "Allow", Principal: "*", Action: "sts:*" },
    ])
      assert.equal(mayBeAssumedBy(policy(statement), tasks), true, JSON.stringify(statement));
  });

  it("does not by another service, by a denial or by another action", () => {
    for (const statement of [
      { Effect: "Allow", Principal: { Service: "ecs.amazonaws.com" }, Action: "sts:AssumeRole" },
      { Effect: "Deny", Principal: { Service: tasks }, Action: "sts:AssumeRole" },
      { Effect: "Allow", Principal: { Service: tasks }, Action: "sts:TagSession" },
      { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "sts:AssumeRole" },
    ])
      assert.equal(mayBeAssumedBy(policy(statement), tasks), false, JSON.stringify(statement));
  });

  it("is given the benefit of the doubt when it cannot be read", () => {
    assert.equal(mayBeAssumedBy("", tasks), true);
  });
});

describe("The platform of an image", () => {
  it("is in the list of manifests, but for attestations", () => {
    const manifests = [
      { platform: { os: "linux", architecture: "arm64", variant: "v8" } },
      { platform: { os: "unknown", architecture: "unknown" } },
    ];
    assert.deepEqual(readManifest(JSON.stringify({ manifests })), {
      platforms: [{ os: "linux", architecture: "arm64" }],
    });
    assert.deepEqual(readManifest(JSON.stringify({ config: { digest: "sha256:1" } })), {
      config: "sha256:1",
    });
  });

  it("is what the task definition says, on Fargate 64-bit Linux by default, and on instances left open", () => {
    assert.deepEqual(wantedPlatform({ requiresCompatibilities: ["FARGATE"] }), {
      os: "linux",
      architecture: "amd64",
    });
    assert.deepEqual(
      wantedPlatform({ runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } }),
      { os: "windows", architecture: "amd64" },
    );
    assert.deepEqual(wantedPlatform({ runtimePlatform: { cpuArchitecture: "ARM64" } }), {
      os: "linux",
      architecture: "arm64",
    });
    assert.equal(wantedPlatform({ requiresCompatibilities: ["EC2"] }), undefined);
  });
});
