import {
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  type TaskDefinition,
} from "@aws-sdk/client-ecs";
import { sleep } from "../../model/clock.ts";
import { kindOf } from "../../model/failure.ts";
import { normalised } from "../../model/normalised.ts";
import { inputOf } from "../../model/taskDefinitionInput.ts";
import type { Calls } from "../calls.ts";
import type { Clients } from "../clients.ts";
import { Retries } from "../retries.ts";

/** How often it is sent in all, and milliseconds of the first wait, which doubles. */
const attempts = 3;
const firstWait = 200;

export interface RegisterOptions {
  readonly clients: Clients;
  /** Lets one command through the guard of its client. */
  readonly admit: (command: object) => void;
  readonly calls: Calls;
}

/**
 * Registers a task definition, and does so once: RegisterTaskDefinition takes no client token, so that sending it again
 * after an answer was lost would make a second revision. Before it is sent again, the family's newest revision tells
 * whether the first one arrived.
 */
export async function registerOnce(
  { clients, admit, calls }: RegisterOptions,
  input: RegisterTaskDefinitionCommandInput,
): Promise<TaskDefinition | undefined> {
  const retryStrategy = new Retries(calls, calls.clock, { failed: 1 });
  const client = clients.of(ECSClient, "ECS", { retryStrategy });
  for (let attempt = 1; ; attempt += 1) {
    try {
      const command = new RegisterTaskDefinitionCommand(input);
      admit(command);
      return (await client.send(command)).taskDefinition;
    } catch (error) {
      if (!isWithoutAnswer(error)) throw error;
      await sleep(calls.clock, firstWait * 2 ** (attempt - 1));
      const arrived = await findEqual(clients, calls, input);
      if (arrived) return arrived;
      if (attempt === attempts) throw error;
    }
  }
}

/** Whether it may have been carried out although the call failed. */
const isWithoutAnswer = (error: unknown): boolean =>
  kindOf(error) === "unreachable" || (error as { $fault?: string }).$fault === "server";

/** The newest active revision of the family, when it is what the input says. */
async function findEqual(
  clients: Clients,
  calls: Calls,
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
