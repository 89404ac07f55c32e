import {
  ECSClient,
  RunTaskCommand,
  StopTaskCommand,
  UpdateTaskProtectionCommand,
  type RunTaskCommandInput,
  type Task,
  type UpdateTaskProtectionCommandInput,
} from "@aws-sdk/client-ecs";
import { randomUUID } from "node:crypto";
import { familyAndRevision } from "../../model/arn.ts";
import { refuse } from "./answers.ts";
import type { Pen } from "./pen.ts";
import { writtenIn } from "../../model/resource.ts";

/** What changes tasks. */
export interface TaskWrites {
  /** Throws with ECS's reasons when not all tasks could be started. */
  runTask(input: RunTaskCommandInput): Promise<readonly Task[]>;
  /** @param task ARN */
  stopTask(cluster: string, task: string, reason: string): Promise<void>;
  /** Throws with ECS's reasons when a task cannot be protected. */
  updateTaskProtection(input: UpdateTaskProtectionCommandInput): Promise<void>;
}

export function taskWrites(pen: Pen): TaskWrites {
  const client = pen.clients.of(ECSClient, "ECS");
  return {
    async runTask(input) {
      const { family } = familyAndRevision(input.taskDefinition ?? "");
      // By the token, ECS knows a call that is sent again because its answer was lost.
      const command = new RunTaskCommand({ clientToken: randomUUID(), ...input });
      const { tasks = [], failures } = await pen.write({
        operation: "RunTask",
        on: [writtenIn("new task", input.cluster, family)],
        send: (admit) => client.send(admit(command)),
      });
      refuse(failures);
      return tasks;
    },

    async stopTask(cluster, task, reason) {
      await pen.write({
        operation: "StopTask",
        on: [writtenIn("task", cluster, task)],
        send: (admit) => client.send(admit(new StopTaskCommand({ cluster, task, reason }))),
      });
    },

    async updateTaskProtection(input) {
      const { failures } = await pen.write({
        operation: "UpdateTaskProtection",
        on: (input.tasks ?? []).map((task) => writtenIn("task", input.cluster, task)),
        send: (admit) => client.send(admit(new UpdateTaskProtectionCommand(input))),
      });
      refuse(failures);
    },
  };
}
