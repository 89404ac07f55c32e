import type { TargetGroup } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { AccountFinding } from "../../model/accountFinding.ts";
import { byText, valuesAt, type InputValue } from "../../model/inputValues.ts";
import { targetGroupName } from "../../model/targets.ts";
import { atEach, checked, proposals, type Checked, type VerifyContext } from "./check.ts";

/**
 * Target groups exist, are behind a load balancer, and take the kind of target that tasks of this network
 * mode are.
 */
export async function checkTargetGroups(
  context: VerifyContext,
  networkMode: string | undefined,
): Promise<Checked> {
  const main = valuesAt(context.input, "loadBalancers/*/targetGroupArn");
  const values = [
    ...main,
    ...valuesAt(context.input, "loadBalancers/*/advancedConfiguration/alternateTargetGroupArn"),
  ];
  const wanted = byText(values);
  return checked(values, "the target groups", async () => {
    const groups = await readTargetGroups(context, [...wanted.keys()]);
    const found = [...wanted].map(([arn, places]) =>
      checkGroup(context, groups.get(arn), {
        arn,
        places,
        networkMode,
        mustServe: main.some(({ value }) => value === arn),
      }),
    );
    return (await Promise.all(found)).flat();
  });
}

type Groups = ReadonlyMap<string, TargetGroup>;

/** All by one call. It fails as a whole when one is unknown: only then each is asked for. */
async function readTargetGroups(
  { calls, clients, signal }: VerifyContext,
  arns: readonly string[],
): Promise<Groups> {
  const { DescribeTargetGroupsCommand, ElasticLoadBalancingV2Client } = await import(
    "@aws-sdk/client-elastic-load-balancing-v2"
  );
  const client = clients.of(ElasticLoadBalancingV2Client, "Elastic Load Balancing v2");
  const read = async (some: readonly string[]): Promise<readonly TargetGroup[] | undefined> => {
    const input = { TargetGroupArns: [...some] };
    try {
      return (
        (
          await calls.read(
            "DescribeTargetGroups",
            input,
            (abortSignal) => client.send(new DescribeTargetGroupsCommand(input), { abortSignal }),
            signal,
          )
        ).TargetGroups ?? []
      );
    } catch (error) {
      if (error instanceof Error && /^TargetGroupNotFound/.test(error.name)) return undefined;
      throw error;
    }
  };
  const all =
    (await read(arns)) ??
    (arns.length === 1
      ? []
      : (await Promise.all(arns.map((arn) => read([arn])))).flatMap((each) => each ?? []));
  return new Map(all.map((group) => [group.TargetGroupArn ?? "", group]));
}

interface Wanted {
  readonly arn: string;
  readonly places: readonly InputValue[];
  readonly networkMode: string | undefined;
  readonly mustServe: boolean;
}

async function checkGroup(
  context: VerifyContext,
  group: TargetGroup | undefined,
  { arn, places, networkMode, mustServe }: Wanted,
): Promise<readonly AccountFinding[]> {
  const name = targetGroupName(arn);
  if (!group)
    return atEach(
      places,
      "account-target-group",
      `There is no target group ${name} in ${context.region}.`,
      await proposals(context, "target-group", arn),
    );
  const wanted = networkMode === "awsvpc" ? "ip" : "instance";
  if (networkMode !== undefined && group.TargetType !== wanted)
    return atEach(
      places,
      "account-target-group",
      `The target group ${name} takes targets of type ${group.TargetType}, but tasks in network mode ${networkMode} are targets of type ${wanted}.`,
    );
  if (mustServe && group.LoadBalancerArns?.length === 0)
    return atEach(
      places,
      "account-target-group",
      `No listener of a load balancer forwards to the target group ${name}, so ECS refuses the service.`,
    );
  return [];
}
