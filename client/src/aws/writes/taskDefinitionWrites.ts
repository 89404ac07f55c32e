import {
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  type RegisterTaskDefinitionCommandOutput,
  type TaskDefinition,
} from "@aws-sdk/client-ecs";
import { normalised } from "../../model/normalised.ts";
import { inputOf } from "../../model/taskDefinitionInput.ts";
import { present, refuse } from "./answers.ts";
import { once, sentOnce } from "./once.ts";
import type { Pen } from "./pen.ts";
import { writtenTo, type Written } from "../../model/resource.ts";

/** What changes task definitions. */
export interface TaskDefinitionWrites {
  registerTaskDefinition(input: RegisterTaskDefinitionCommandInput): Promise<TaskDefinition>;
  /** @param taskDefinition ARN */
  deregisterTaskDefinition(taskDefinition: string): Promise<void>;
  /**
   * Deletes inactive revisions, at most ten. Throws with the reasons when ECS refuses some.
   * @param taskDefinitions ARNs
   */
  deleteTaskDefinitions(taskDefinitions: readonly string[]): Promise<void>;
}

export function taskDefinitionWrites(pen: Pen): TaskDefinitionWrites {
  const { clients, calls } = pen;
  const client = clients.of(ECSClient, "ECS");
  return {
    async registerTaskDefinition(input) {
      const patient = clients.of(ECSClient, "ECS", sentOnce(calls));
      const { taskDefinition } = await pen.write({
        operation: "RegisterTaskDefinition",
        on: [familyIn(input.family)],
        // RegisterTaskDefinition takes no client token, so that sending it again would make a second revision.
        send: (admit) =>
          once<Pick<RegisterTaskDefinitionCommandOutput, "taskDefinition">>(
            calls,
            () => patient.send(admit(new RegisterTaskDefinitionCommand(input))),
            async () => {
              const taskDefinition = await findEqual(pen, input);
              return taskDefinition && { answer: { taskDefinition } };
            },
          ),
      });
      const what = "registered the task definition, but did not say which revision it became";
      return present(taskDefinition, what);
    },

    async deregisterTaskDefinition(taskDefinition) {
      await pen.write({
        operation: "DeregisterTaskDefinition",
        on: [writtenTo(taskDefinition)],
        send: (admit) => client.send(admit(new DeregisterTaskDefinitionCommand({ taskDefinition }))),
      });
    },

    async deleteTaskDefinitions(taskDefinitions) {
      const input = { taskDefinitions: [...taskDefinitions] };
      const { failures } = await pen.write({
        operation: "DeleteTaskDefinitions",
        on: taskDefinitions.map(writtenTo),
        isDestructive: true,
        send: (admit) => client.send(admit(new DeleteTaskDefinitionsCommand(input))),
      });
      refuse(failures);
    },
  };
}

const familyIn = (family = ""): Written => ({ kind: "family", name: family, arns: [] });

/** The newest active revision of the family, when it is what the input says. */
async function findEqual(
  { clients, calls }: Pen,
  input: RegisterTaskDefinitionCommandInput,
): Promise<TaskDefinition | undefined> {
  const client = clients.of(ECSClient, "ECS");
  const question = { taskDefinition: input.family, include: ["TAGS" as const] };
  try {
    const { taskDefinition, tags } = await calls.read("DescribeTaskDefinition", question, (abortSignal) =>
      client.send(new DescribeTaskDefinitionCommand(question), { abortSignal }),
    );
    const isEqual =
      taskDefinition &&
      JSON.stringify(normalised(inputOf(taskDefinition, tags))) === JSON.stringify(normalised(input));
    return isEqual ? taskDefinition : undefined;
  } catch (error) {
    if (isNoRevision(error)) return undefined;
    throw error;
  }
}

/** A family without an active revision is a client's mistake to ECS. */
const isNoRevision = (error: unknown): boolean => error instanceof Error && error.name === "ClientException";
