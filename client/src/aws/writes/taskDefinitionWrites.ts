import {
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  ListTaskDefinitionsCommand,
  RegisterTaskDefinitionCommand,
  type DescribeTaskDefinitionCommandOutput,
  type RegisterTaskDefinitionCommandInput,
  type RegisterTaskDefinitionCommandOutput,
  type TaskDefinition,
} from "@aws-sdk/client-ecs";
import { normalised } from "../../model/normalised.ts";
import { inputOf } from "../../model/taskDefinitionInput.ts";
import { present, refuse } from "./answers.ts";
import { once, sentOnce, untilDone } from "./once.ts";
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
  const patient = clients.of(ECSClient, "ECS", sentOnce(calls));
  return {
    async registerTaskDefinition(input) {
      const { taskDefinition } = await pen.write({
        operation: "RegisterTaskDefinition",
        on: [familyIn(input.family)],
        // RegisterTaskDefinition takes no client token, so that sending it again would make a second
        // revision.
        send: (admit) =>
          once<Pick<RegisterTaskDefinitionCommandOutput, "taskDefinition">>(calls, {
            operation: "RegisterTaskDefinition",
            send: () => patient.send(admit(new RegisterTaskDefinitionCommand(input))),
            look: async () => {
              const taskDefinition = await findEqual(pen, input);
              return taskDefinition && { answer: { taskDefinition } };
            },
          }),
      });
      const what = "registered the task definition, but did not say which revision it became";
      return present(taskDefinition, what);
    },

    async deregisterTaskDefinition(taskDefinition) {
      await pen.write({
        operation: "DeregisterTaskDefinition",
        on: [writtenTo(taskDefinition)],
        send: (admit) =>
          untilDone(calls, {
            send: () => patient.send(admit(new DeregisterTaskDefinitionCommand({ taskDefinition }))),
            isDone: async () => (await statusOf(pen, taskDefinition)) !== "ACTIVE",
          }),
      });
    },

    async deleteTaskDefinitions(taskDefinitions) {
      const input = { taskDefinitions: [...taskDefinitions] };
      await pen.write({
        operation: "DeleteTaskDefinitions",
        on: taskDefinitions.map(writtenTo),
        isDestructive: true,
        send: (admit) =>
          untilDone(calls, {
            send: async () => {
              const { failures } = await patient.send(admit(new DeleteTaskDefinitionsCommand(input)));
              refuse(failures);
            },
            isDone: async () => {
              const statuses = await Promise.all(taskDefinitions.map((each) => statusOf(pen, each)));
              return statuses.every((status) => status === undefined || status === "DELETE_IN_PROGRESS");
            },
          }),
      });
    },
  };
}

const familyIn = (family = ""): Written => ({ kind: "family", name: family, arns: [] });

/** How many of the newest revisions are looked at, as others may register as well. */
const looked = 5;

/** The newest active revision that is what the input says, among the newest of its family. */
async function findEqual(
  pen: Pen,
  { family, ...input }: RegisterTaskDefinitionCommandInput,
): Promise<TaskDefinition | undefined> {
  const form = JSON.stringify(normalised({ family, ...input }));
  const equal = async (revision: string | undefined): Promise<TaskDefinition | undefined> => {
    const { taskDefinition, tags } = (await describe(pen, revision)) ?? {};
    const isEqual = taskDefinition && JSON.stringify(normalised(inputOf(taskDefinition, tags))) === form;
    return isEqual ? taskDefinition : undefined;
  };
  // The list of a family can be older than its newest revision.
  const newest = await equal(family);
  if (newest) return newest;
  const { clients, calls } = pen;
  const client = clients.of(ECSClient, "ECS");
  const question = { familyPrefix: family, sort: "DESC" as const, maxResults: looked };
  const { taskDefinitionArns = [] } = await calls.read("ListTaskDefinitions", question, (abortSignal) =>
    client.send(new ListTaskDefinitionsCommand(question), { abortSignal }),
  );
  const found = await Promise.all(taskDefinitionArns.map(equal));
  return found.find((each) => each !== undefined);
}

/** Undefined when it is gone. */
async function statusOf(pen: Pen, revision: string): Promise<string | undefined> {
  return (await describe(pen, revision))?.taskDefinition?.status;
}

/** Undefined for a family without an active revision, and for a revision that is gone. */
async function describe(
  { clients, calls }: Pen,
  taskDefinition: string | undefined,
): Promise<DescribeTaskDefinitionCommandOutput | undefined> {
  const client = clients.of(ECSClient, "ECS");
  const question = { taskDefinition, include: ["TAGS" as const] };
  try {
    return await calls.read("DescribeTaskDefinition", question, (abortSignal) =>
      client.send(new DescribeTaskDefinitionCommand(question), { abortSignal }),
    );
  } catch (error) {
    if (isNoRevision(error)) return undefined;
    throw error;
  }
}

/** A family without an active revision is a client's mistake to ECS. */
const isNoRevision = (error: unknown): boolean => error instanceof Error && error.name === "ClientException";
