import type { AccountFinding, Mend } from "../../model/accountFinding.ts";
import { valuesAt, type InputValue } from "../../model/inputValues.ts";
import { atEach, checked, joined, proposals, type Check, type VerifyContext } from "./check.ts";

const logConfigurations = "containerDefinitions/*/logConfiguration";

const createIt: Mend = {
  title: "Let ECS create the log group",
  member: { name: "awslogs-create-group", value: "true" },
};

interface Group {
  readonly name: string;
  readonly region: string;
  /** What `awslogs-create-group` says. */
  readonly create: string | undefined;
  readonly place: InputValue;
}

/** Log groups of the driver awslogs exist, or may be created. */
export const logGroups: Check = async (context) => {
  const found = groupsOf(context);
  const byGroup = new Map<string, Group[]>();
  for (const group of found)
    byGroup.set(`${group.region} ${group.name}`, [
      ...(byGroup.get(`${group.region} ${group.name}`) ?? []),
      group,
    ]);
  return joined(
    [...byGroup.values()].map((groups) =>
      checked(
        groups.map(({ place }) => place),
        `the log group ${groups[0]!.name}`,
        () => checkGroup(context, groups[0]!, groups),
      ),
    ),
  );
};

function groupsOf({ input, region }: VerifyContext): readonly Group[] {
  return valuesAt(input, `${logConfigurations}/options/awslogs-group`).flatMap((place) => {
    const beside = (name: string): string | undefined =>
      valuesAt(input, [...place.path.slice(0, -1), name].join("/"))[0]?.value;
    return [
      {
        name: place.value,
        region: beside("awslogs-region") ?? region,
        create: beside("awslogs-create-group"),
        place,
      },
    ];
  });
}

async function checkGroup(
  context: VerifyContext,
  { name, region }: Group,
  groups: readonly Group[],
): Promise<readonly AccountFinding[]> {
  const { CloudWatchLogsClient, DescribeLogGroupsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
  const client = context.clients.of(CloudWatchLogsClient, "CloudWatch Logs", { region });
  const input = { logGroupNamePrefix: name, limit: 50 };
  const { logGroups: found = [] } = await context.calls.read(
    "DescribeLogGroups",
    input,
    (abortSignal) => client.send(new DescribeLogGroupsCommand(input), { abortSignal }),
    context.signal,
  );
  if (found.some(({ logGroupName }) => logGroupName === name)) return [];
  const mends = await proposals(context, "log-group", name);
  return groups.flatMap(({ place, create }) =>
    create === "true"
      ? [
          {
            path: place.path,
            code: "account-log-group",
            severity: "information",
            message: `The log group ${name} does not exist in ${region}. ECS creates it, for which the execution role needs logs:CreateLogGroup.`,
            mends: [],
          },
        ]
      : atEach(
          [place],
          "account-log-group",
          `The log group ${name} does not exist in ${region}, so the task could not start. Create it, or set awslogs-create-group to "true".`,
          [...(create === undefined ? [createIt] : []), ...mends],
        ),
  );
}
