import assert from "node:assert/strict";
import { parseEcsDocument } from "../../server/src/service/documents/ecsDocument.ts";
import { validate } from "../../server/src/service/features/validate.ts";

const fargate = {
  family: "orders",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "1024",
  memory: "2048",
  executionRoleArn: "arn:aws:iam::123456789012:role/execution",
};
const windowsOnFargate = {
  ...fargate,
  runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
};
const windows = {
  family: "orders",
  requiresCompatibilities: ["EC2"],
  runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
};
const logConfiguration = {
  logDriver: "awslogs",
  options: { "awslogs-group": "/ecs/orders", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "web" },
};
const container = { name: "web", image: "orders:1", memory: 512, logConfiguration };
const efs = { name: "data", efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0" } };

function taskDefinition(members: object, containerMembers: object = {}): object {
  return { ...members, containerDefinitions: [{ ...container, ...containerMembers }] };
}

const mounted = { mountPoints: [{ sourceVolume: "data", containerPath: "/data" }] };

/** One mistake each, with the one finding that tells it. */
const mistakes: readonly (readonly [string, object, string])[] = [
  [
    "a release of Windows that is retired and not on Fargate",
    taskDefinition({ ...fargate, runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_20H2_CORE" } }),
    "fargate-os-family",
  ],
  [
    "EFS in Windows",
    taskDefinition(
      { ...windows, volumes: [efs] },
      { mountPoints: [{ sourceVolume: "data", containerPath: "C:\\data" }] },
    ),
    "efs-windows",
  ],
  [
    "privileged in Windows on Fargate",
    taskDefinition(windowsOnFargate, { privileged: true }),
    "fargate-privileged",
  ],
  ["privileged in Windows", taskDefinition(windows, { privileged: true }), "windows-unsupported-field"],
  ["root in Windows", taskDefinition(windows, { user: "root" }), "windows-unsupported-field"],
  [
    "shared processes in Windows on Fargate",
    taskDefinition({ ...windowsOnFargate, pidMode: "task" }),
    "fargate-runtime-platform-pid",
  ],
  [
    "ipcMode in Windows on Fargate",
    taskDefinition({ ...windowsOnFargate, ipcMode: "task" }),
    "fargate-ipc-mode",
  ],
  ["the host's ipcMode on Fargate", taskDefinition({ ...fargate, ipcMode: "host" }), "fargate-ipc-mode"],
  ["the host's pidMode on Fargate", taskDefinition({ ...fargate, pidMode: "host" }), "fargate-pid-mode"],
  [
    "a capability that Fargate refuses",
    taskDefinition(fargate, { linuxParameters: { capabilities: { add: ["SYS_ADMIN"] } } }),
    "fargate-capabilities-add",
  ],
  [
    "a relative directory beside an access point",
    taskDefinition(
      {
        ...fargate,
        volumes: [
          {
            name: "data",
            efsVolumeConfiguration: {
              ...efs.efsVolumeConfiguration,
              rootDirectory: "orders",
              transitEncryption: "ENABLED",
              authorizationConfig: { accessPointId: "fsap-0123456789abcdef0" },
            },
          },
        ],
      },
      mounted,
    ),
    "efs-access-point-root-directory",
  ],
];

describe("One mistake", () => {
  for (const [what, value, code] of mistakes) {
    it(`gives one finding: ${what}`, () => {
      const found = validate(
        parseEcsDocument("file:///workspace/task-definition.json", JSON.stringify(value, null, 2)),
      );
      assert.deepEqual(
        found.map((finding) => finding.code),
        [code],
      );
    });
  }

  it("is still told where the rule that says it better is switched off", () => {
    const document = parseEcsDocument(
      "file:///workspace/task-definition.json",
      JSON.stringify(taskDefinition({ ...fargate, pidMode: "host" })),
    );
    assert.deepEqual(
      validate(document, { rules: { "fargate-pid-mode": "off" } }).map(({ code }) => code),
      ["pid-mode-host-security"],
    );
  });
});
