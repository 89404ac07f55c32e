import type { Failure, RunTaskRequest } from "@aws-sdk/client-ecs";
import type { Wire } from "../protocol/wire.ts";
import type { Task } from "./task.ts";

/** What a call of RunTask has started. */
export interface TaskRun {
  readonly request: Wire<RunTaskRequest>;
  readonly tasks: readonly Task[];
  readonly failures: Wire<Failure>[];
}
