import { DescribeTaskDefinitionCommand, ECSClient, type TaskDefinition } from "@aws-sdk/client-ecs";
import { nameOfArn } from "../../model/arn.ts";
import { valuesAt } from "../../model/inputValues.ts";
import { atEach, checked, joined, proposals, type Check, type VerifyContext } from "./check.ts";
import { checkTargetGroups } from "./targetGroups.ts";

/** The task definition of a service is active, and the target groups fit its network mode. */
export const taskDefinition: Check = async (context) => {
  const places = valuesAt(context.input, "taskDefinition");
  const name = places[0]?.value;
  let definition: TaskDefinition | undefined;
  const ofDefinition = await checked(places, `the task definition ${nameOfArn(name ?? "")}`, async () => {
    definition = name === undefined ? undefined : await activeDefinition(context, name);
    if (definition || name === undefined) return [];
    const [kind, wanted] = /:\d+$/.test(name)
      ? (["task-definition-revision", nameOfArn(name)] as const)
      : (["task-definition-family", nameOfArn(name)] as const);
    return atEach(
      places,
      "account-task-definition",
      `There is no active task definition ${wanted} in ${context.region}. Register it first.`,
      kind === "task-definition-family" ? await proposals(context, kind, wanted) : [],
    );
  });
  return joined([Promise.resolve(ofDefinition), checkTargetGroups(context, definition?.networkMode)]);
};

async function activeDefinition(
  { calls, clients, signal }: VerifyContext,
  name: string,
): Promise<TaskDefinition | undefined> {
  const client = clients.of(ECSClient, "ECS");
  const input = { taskDefinition: name };
  try {
    const { taskDefinition: found } = await calls.read(
      "DescribeTaskDefinition",
      input,
      (abortSignal) => client.send(new DescribeTaskDefinitionCommand(input), { abortSignal }),
      signal,
    );
    return found?.status === "ACTIVE" ? found : undefined;
  } catch (error) {
    // To ECS, a task definition that does not exist is a client's mistake.
    if (error instanceof Error && error.name === "ClientException") return undefined;
    throw error;
  }
}
