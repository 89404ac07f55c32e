import assert from "node:assert/strict";
import { DescribeSecurityGroupsCommand, DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { ECSClient, type NetworkConfiguration } from "@aws-sdk/client-ecs";
import { cases, type ContractCase } from "./cases.ts";
import { differences } from "./differences.ts";
import { startEmulator, startOurs, type Emulator, type Endpoint } from "./endpoints.ts";
import { toolsOrSkip } from "./toolsOrSkip.ts";

/** What a case shows of an endpoint, without what may differ: the account's number. */
async function outcome({ run }: ContractCase, { ecs, network }: Clients): Promise<unknown> {
  const result = await run(ecs, network).catch((error: unknown) => {
    if (error instanceof Error) return `${error.name}: ${error.message}`;
    throw error;
  });
  return withoutAccount(result);
}

function withoutAccount(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(/:\d{12}:/g, ":ACCOUNT:");
  if (Array.isArray(value)) return value.map(withoutAccount);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutAccount(member)]));
}

interface Clients {
  readonly ecs: ECSClient;
  /** A subnet and a security group that are there. */
  readonly network: NetworkConfiguration;
}

async function clientsOf({ url }: Endpoint): Promise<Clients> {
  const settings = {
    endpoint: url,
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  };
  const ec2 = new EC2Client(settings);
  const { Subnets: [subnet] = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  const { SecurityGroups: [group] = [] } = await ec2.send(new DescribeSecurityGroupsCommand({}));
  ec2.destroy();
  const network = {
    awsvpcConfiguration: { subnets: [subnet?.SubnetId ?? ""], securityGroups: [group?.GroupId ?? ""] },
  };
  return { ecs: new ECSClient(settings), network };
}

describe("The contract of ECS, by the simulator", () => {
  let endpoint: Endpoint;
  let clients: Clients;
  before(async () => {
    endpoint = await startOurs();
    clients = await clientsOf(endpoint);
  });
  after(async () => {
    clients.ecs.destroy();
    await endpoint.stop();
  });

  for (const each of cases)
    it(each.name, async () => assert.deepEqual(await outcome(each, clients), each.expected));
});

for (const emulator of ["moto", "MiniStack"] satisfies Emulator[]) {
  describe(`The contract of ECS, by ${emulator}`, () => {
    let endpoint: Endpoint | undefined;
    let clients: Clients;
    before(async function () {
      endpoint = await startEmulator(emulator, await toolsOrSkip(this));
      clients = await clientsOf(endpoint);
    });
    after(async () => {
      clients?.ecs.destroy();
      await endpoint?.stop();
    });

    for (const each of cases) {
      const found = differences.find(({ name }) => name === each.name)?.found[emulator];
      if (found === undefined)
        it(each.name, async () => assert.deepEqual(await outcome(each, clients), each.expected));
      else
        it(`${each.name}: ${emulator} ${found}`, async () =>
          assert.notDeepEqual(await outcome(each, clients), each.expected));
    }
  });
}

it("Every listed difference is one of a case", () => {
  const names = new Set(cases.map(({ name }) => name));
  assert.deepEqual(
    differences.filter(({ name }) => !names.has(name)),
    [],
  );
});
