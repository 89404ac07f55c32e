import { lastPart } from "./arn.ts";
import type { Service, TaskSet } from "./types.ts";

/** How many tasks the task set is to have; a fraction counts as a whole task. */
export const computedDesiredCount = (service: Service, { status, scale }: TaskSet): number =>
  status === "DRAINING" ? 0 : Math.ceil((service.desiredCount * scale.value) / 100);

/** Finds a task set of the service by id (`ecs-svc/DIGITS`, or the digits alone) or ARN. */
export const findTaskSet = (service: Service, reference: string): TaskSet | undefined =>
  service.taskSets.find(({ record }) => lastPart(record.id) === lastPart(reference));
