import assert from "node:assert/strict";
import { openWithCursor } from "../../support/cursor.ts";

function labels(text: string, file = "task-definition.json"): readonly string[] {
  const { service, document, position } = openWithCursor({ [file]: text });
  return service.complete(document, position).map(({ label }) => label);
}

const onFargate = (container: string): string =>
  `{ "family": "x", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "containerDefinitions": [{ "name": "app", ${container} }] }`;
const onInstances = (container: string): string =>
  onFargate(container).replace("FARGATE", "EC2").replace("awsvpc", "bridge");
const service = (members: string): string => `{ "serviceName": "x", "taskDefinition": "x", ${members} }`;

describe("Completion of what everyone writes", () => {
  const places: readonly (readonly [place: string, text: string, labels: readonly string[]])[] = [
    ["how a health check is run", onFargate('"healthCheck": { "command": ["$0"] }'), ["CMD-SHELL", "CMD"]],
    [
      "the line of a health check, on the container's port",
      onFargate(
        '"portMappings": [{ "containerPort": 3000 }], "healthCheck": { "command": ["CMD-SHELL", "$0"] }',
      ),
      ["curl -f http://localhost:3000/ || exit 1"],
    ],
    [
      "nothing after the first word of a health check without a shell",
      onFargate('"healthCheck": { "command": ["CMD", "$0"] }'),
      [],
    ],
    [
      "the capability that Fargate adds",
      onFargate('"linuxParameters": { "capabilities": { "add": ["$0"] } }'),
      ["SYS_PTRACE"],
    ],
    ["the limit that Fargate raises", onFargate('"ulimits": [{ "name": "$0" }]'), ["nofile"]],
    [
      "limits of open files",
      onFargate('"ulimits": [{ "name": "nofile", "softLimit": $0 }]'),
      ["65536", "1048576"],
    ],
    [
      "the other limit of the pair",
      onFargate('"ulimits": [{ "name": "nofile", "softLimit": 4096, "hardLimit": $0 }]'),
      ["4096"],
    ],
    ["seconds to stop", onFargate('"stopTimeout": $0'), ["30", "60", "120"]],
    [
      "where the token of Splunk belongs",
      onFargate('"logConfiguration": { "logDriver": "splunk", "secretOptions": [{ "name": "$0" }] }'),
      ["splunk-token"],
    ],
    [
      "forms of Splunk's messages",
      onFargate('"logConfiguration": { "logDriver": "splunk", "options": { "splunk-format": "$0" } }'),
      ["inline", "json", "raw"],
    ],
    [
      "options of syslog that are not there",
      onInstances('"logConfiguration": { "logDriver": "journald", "options": { "tag": "x", "$0" } }'),
      ["labels", "env", "mode", "max-buffer-size"],
    ],
  ];
  for (const [place, text, expected] of places)
    it(`offers ${place}`, () => assert.deepEqual(labels(text), expected));

  it("offers kernel settings that the network mode and Fargate take, without those that are there", () => {
    const fargate = labels(
      onFargate(
        '"systemControls": [{ "namespace": "net.core.somaxconn", "value": "1024" }, { "namespace": "$0" }]',
      ),
    );
    assert.equal(fargate[0], "net.ipv4.ip_local_port_range");
    assert.equal(fargate.filter((name) => !name.startsWith("net.ipv4.")).length, 0);
    assert.equal(
      labels(onInstances('"systemControls": [{ "namespace": "$0" }]').replace("bridge", "host"))[0],
      "kernel.msgmax",
    );
  });

  const inServices: readonly (readonly [place: string, text: string, labels: readonly string[]])[] = [
    ["platform versions", service('"launchType": "FARGATE", "platformVersion": "$0"'), ["LATEST", "1.4.0"]],
    [
      "Fargate's capacity providers",
      service('"capacityProviderStrategy": [{ "capacityProvider": "$0" }]'),
      ["FARGATE", "FARGATE_SPOT"],
    ],
    [
      "the capacity provider that is not there",
      service(
        '"capacityProviderStrategy": [{ "capacityProvider": "FARGATE" }, { "capacityProvider": "$0" }]',
      ),
      ["FARGATE_SPOT"],
    ],
    [
      "nothing of Fargate beside providers of instances",
      service(
        '"capacityProviderStrategy": [{ "capacityProvider": "spot-instances" }, { "capacityProvider": "$0" }]',
      ),
      [],
    ],
    [
      "fields to spread over",
      service('"placementStrategy": [{ "type": "spread", "field": "$0" }]'),
      ["attribute:ecs.availability-zone", "instanceId"],
    ],
    [
      "fields to pack by",
      service('"placementStrategy": [{ "type": "binpack", "field": "$0" }]'),
      ["memory", "cpu"],
    ],
  ];
  for (const [place, text, expected] of inServices)
    it(`offers ${place}`, () => assert.deepEqual(labels(text, "service.json"), expected));
});
