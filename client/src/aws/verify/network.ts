import type { EC2Client } from "@aws-sdk/client-ec2";
import type { AccountFinding } from "../../model/accountFinding.ts";
import { byText, valuesAt, type InputValue } from "../../model/inputValues.ts";
import { atEach, checked, joined, proposals, type Check, type Checked, type VerifyContext } from "./check.ts";

const configuration = "networkConfiguration/awsvpcConfiguration";

/** The VPC of each thing that exists, by id. */
type Vpcs = ReadonlyMap<string, string>;

/** Subnets and security groups exist and share a VPC: two calls. */
export const network: Check = async (context) => {
  const [subnets, groups] = [
    valuesAt(context.input, `${configuration}/subnets/*`),
    valuesAt(context.input, `${configuration}/securityGroups/*`),
  ];
  const vpcsOfSubnets: Vpcs[] = [];
  const ofSubnets = checked(subnets, "the subnets", async () => {
    const vpcs = await subnetVpcs(context, subnets);
    vpcsOfSubnets.push(vpcs);
    return [
      ...(await missing(context, "subnet", subnets, vpcs)),
      ...elsewhere("subnet", subnets, vpcs, [...vpcs.values()][0]),
    ];
  });
  const ofGroups = ofSubnets.then(
    (): Promise<Checked> =>
      checked(groups, "the security groups", async () => {
        const vpcs = await groupVpcs(context, groups);
        return [
          ...(await missing(context, "security-group", groups, vpcs)),
          ...elsewhere("security group", groups, vpcs, [...(vpcsOfSubnets[0] ?? vpcs).values()][0]),
        ];
      }),
  );
  return joined([ofSubnets, ofGroups]);
};

async function missing(
  context: VerifyContext,
  kind: "security-group" | "subnet",
  places: readonly InputValue[],
  vpcs: Vpcs,
): Promise<readonly AccountFinding[]> {
  const absent = [...byText(places)].filter(([id]) => !vpcs.has(id));
  const found = absent.map(async ([id, each]) =>
    atEach(
      each,
      "account-network",
      `There is no ${kind.replace("-", " ")} ${id} in ${context.region}.`,
      await proposals(context, kind, id),
    ),
  );
  return (await Promise.all(found)).flat();
}

/** What is in another VPC than the first subnet: ECS takes one VPC for all tasks of a service. */
function elsewhere(
  what: string,
  places: readonly InputValue[],
  vpcs: Vpcs,
  vpc: string | undefined,
): readonly AccountFinding[] {
  return places.flatMap((place) => {
    const own = vpcs.get(place.value);
    return own === undefined || vpc === undefined || own === vpc
      ? []
      : atEach(
          [place],
          "account-network",
          `The ${what} ${place.value} is in ${own}, but the first subnet is in ${vpc}: all must be in one VPC.`,
        );
  });
}

async function subnetVpcs(
  { calls, clients, signal }: VerifyContext,
  places: readonly InputValue[],
): Promise<Vpcs> {
  const { DescribeSubnetsCommand, EC2Client } = await import("@aws-sdk/client-ec2");
  const client: EC2Client = clients.of(EC2Client, "EC2");
  // A filter, since asking by id fails as a whole when one id is unknown.
  const input = { Filters: [{ Name: "subnet-id", Values: [...byText(places).keys()] }] };
  const { Subnets = [] } = await calls.read(
    "DescribeSubnets",
    input,
    (abortSignal) => client.send(new DescribeSubnetsCommand(input), { abortSignal }),
    signal,
  );
  return inOrder(places, new Map(Subnets.map(({ SubnetId = "", VpcId = "" }) => [SubnetId, VpcId])));
}

async function groupVpcs(
  { calls, clients, signal }: VerifyContext,
  places: readonly InputValue[],
): Promise<Vpcs> {
  const { DescribeSecurityGroupsCommand, EC2Client } = await import("@aws-sdk/client-ec2");
  const client: EC2Client = clients.of(EC2Client, "EC2");
  const input = { Filters: [{ Name: "group-id", Values: [...byText(places).keys()] }] };
  const { SecurityGroups = [] } = await calls.read(
    "DescribeSecurityGroups",
    input,
    (abortSignal) => client.send(new DescribeSecurityGroupsCommand(input), { abortSignal }),
    signal,
  );
  return inOrder(places, new Map(SecurityGroups.map(({ GroupId = "", VpcId = "" }) => [GroupId, VpcId])));
}

/** In the order of the file, as AWS answers in any. */
function inOrder(places: readonly InputValue[], vpcs: Vpcs): Vpcs {
  return new Map(
    places.flatMap(({ value }) => (vpcs.has(value) ? [[value, vpcs.get(value)!] as const] : [])),
  );
}
