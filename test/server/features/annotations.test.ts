import assert from "node:assert/strict";
import type { InlayHintSettings } from "../../../server/src/service/features/inlayHints.ts";
import { createLanguageService } from "../../../server/src/service/service.ts";

const task =
  '{ "family": "orders", "requiresCompatibilities": ["FARGATE"], "cpu": "512", "memory": "1 GB", "containerDefinitions": [{ "name": "a", "cpu": 256, "memory": 512 }, { "name": "b", "cpu": 128, "memoryReservation": 1024 }] }';

function hints(text: string, settings?: InlayHintSettings): string[] {
  const service = createLanguageService();
  const document = service.parse("file:///workspace/task-definition.json", text);
  const whole = { start: { line: 0, character: 0 }, end: document.lines.positionAt(text.length) };
  return service.inlayHints(document, whole, settings).map(
    ({ position, label }) =>
      `${text
        .slice(0, document.lines.offsetAt(position))
        .split(/[ [{]+/)
        .at(-1)} ${label as string}`,
  );
}

describe("Inlay hints", () => {
  it("say sizes in human units, what containers reserve together, and the price of a month", () => {
    assert.deepEqual(hints(task), [
      '"512" 0.5 vCPU · containers: 384',
      'GB" 1 GiB · containers: 1536 MiB · $18.02 a month',
      "256 0.25 vCPU",
      "128 0.125 vCPU",
      "1024 1 GiB",
    ]);
  });

  it("can each be switched off", () => {
    assert.deepEqual(hints(task, { sizes: false, sums: false, cost: false }), []);
    assert.deepEqual(hints(task, { sizes: false, sums: false }), ['GB" $18.02 a month']);
  });

  it("are silent about what is filled in later", () => {
    assert.deepEqual(hints('{ "requiresCompatibilities": ["FARGATE"], "cpu": "${CPU}", "memory": "x" }'), []);
  });
});

describe("Code lenses", () => {
  it("offer what can be done with a task definition, and count the services that run its family", () => {
    const service = createLanguageService();
    const document = service.parse("file:///workspace/task-definition.json", task);
    service.workspace.set(document);
    service.workspace.set(
      service.parse(
        "file:///workspace/ecs-service.json",
        '{ "serviceName": "s", "cluster": "c", "taskDefinition": "orders:4" }',
      ),
    );
    assert.deepEqual(
      service.codeLenses(document).map(({ command }) => command?.title),
      ["Register", "Compare with live", "Deploy…", "Verify", "1 service in this workspace"],
    );
  });

  it("are absent on files that are none of ours", () => {
    const service = createLanguageService();
    assert.deepEqual(service.codeLenses(service.parse("file:///workspace/package.json", "{}")), []);
  });
});

describe("Document links", () => {
  const targets = (text: string): (string | undefined)[] => {
    const service = createLanguageService();
    return service
      .documentLinks(service.parse("file:///workspace/task-definition.json", text))
      .map(({ target }) => target);
  };
  const roleOf = (partition: string): string =>
    `{ "family": "a", "taskRoleArn": "arn:${partition}:iam::123456789012:role/service/orders" }`;

  it("lead from ids and names to their pages, in the region that the file says", () => {
    const service = createLanguageService();
    const links = (name: string, text: string): (string | undefined)[] =>
      service.documentLinks(service.parse(`file:///workspace/${name}`, text)).map(({ target }) => target);
    assert.deepEqual(
      links(
        "task-definition.json",
        `{ "family": "a", "containerDefinitions": [{ "name": "a", "image": "public.ecr.aws/nginx/nginx:1.29",
          "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/ecs/a", "awslogs-region": "eu-west-1" } } }],
          "volumes": [{ "name": "e", "efsVolumeConfiguration": { "fileSystemId": "fs-0123456789abcdef0" } }] }`,
      ),
      [
        "https://gallery.ecr.aws/nginx/nginx",
        "https://console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Fecs$252Fa",
        "https://console.aws.amazon.com/efs/home?region=eu-west-1#/file-systems/fs-0123456789abcdef0",
      ],
    );
    const network = '"networkConfiguration": { "awsvpcConfiguration": { "subnets": ["subnet-0a1b2c3d"] } }';
    const group = '"loadBalancers": [{ "targetGroupArn": "arn:aws:elasticloadbalancing:cn-north-1:1:x" }]';
    assert.deepEqual(links("ecs-service.json", `{ "serviceName": "a", "cluster": "live", ${network} }`), []);
    assert.deepEqual(
      links(
        "ecs-service.json",
        `{ "serviceName": "a", "cluster": "live", "taskDefinition": "a:3", ${network}, ${group} }`,
      ),
      [
        "https://console.amazonaws.cn/ecs/v2/clusters/live/services?region=cn-north-1",
        "https://console.amazonaws.cn/ecs/v2/task-definitions/a/3/containers?region=cn-north-1",
        "https://console.amazonaws.cn/vpcconsole/home?region=cn-north-1#SubnetDetails:subnetId=subnet-0a1b2c3d",
      ],
    );
  });

  it("lead to the console of the right partition", () => {
    assert.deepEqual(targets(roleOf("aws")), [
      "https://console.aws.amazon.com/iam/home#/roles/details/orders",
    ]);
    assert.deepEqual(targets(roleOf("aws-cn")), [
      "https://console.amazonaws.cn/iam/home#/roles/details/orders",
    ]);
    assert.deepEqual(targets(roleOf("aws-us-gov")), [
      "https://console.amazonaws-us-gov.com/iam/home#/roles/details/orders",
    ]);
    assert.deepEqual(targets(roleOf("aws-eusc")), [
      "https://console.amazonaws-eusc.eu/iam/home#/roles/details/orders",
    ]);
    assert.deepEqual(targets(roleOf("aws-iso")), [
      "https://console.c2shome.ic.gov/iam/home#/roles/details/orders",
    ]);
    assert.deepEqual(targets(roleOf("aws-iso-b")), [
      "https://console.sc2shome.sgov.gov/iam/home#/roles/details/orders",
    ]);
    assert.deepEqual(targets(roleOf("aws-iso-e")), [
      "https://console.csphome.adc-e.uk/iam/home#/roles/details/orders",
    ]);
    assert.deepEqual(targets(roleOf("aws-iso-f")), [
      "https://console.csphome.hci.ic.gov/iam/home#/roles/details/orders",
    ]);
    assert.deepEqual(targets(roleOf("aws-elsewhere")), []);
  });

  it("lead from images to their repository, from secrets and parameters to their page", () => {
    assert.deepEqual(
      targets(
        '{ "family": "a", "containerDefinitions": [{ "image": "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/shop/api:1", "secrets": [' +
          '{ "valueFrom": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf:key::" }, { "valueFrom": "arn:aws:ssm:eu-west-1:123456789012:parameter/shop/token" }] }] }',
      ),
      [
        "https://console.amazonaws.cn/ecr/repositories/private/123456789012/shop/api?region=cn-north-1",
        "https://console.aws.amazon.com/secretsmanager/secret?name=db&region=eu-west-1",
        "https://console.aws.amazon.com/systems-manager/parameters/%2Fshop%2Ftoken/description?region=eu-west-1",
      ],
    );
  });

  it("are absent where a placeholder stands, and for public images", () => {
    assert.deepEqual(
      targets(
        '{ "family": "a", "taskRoleArn": "arn:aws:iam::${ACCOUNT}:role/x", "containerDefinitions": [{ "image": "nginx:1" }] }',
      ),
      [],
    );
  });
});
