import type { Scale, Tag, TaskSet as AwsTaskSet } from "@aws-sdk/client-ecs";
import type { Wire } from "../protocol/wire.ts";
import { lastPart } from "./arn.ts";
import type { TaskSource } from "./deployment.ts";
import type { Service } from "./service.ts";

/** A part of a service of the EXTERNAL deployment controller, with a task definition and settings of its own. */
export interface TaskSet extends TaskSource {
  readonly record: Wire<AwsTaskSet> & { readonly id: string; readonly taskSetArn: string };
  status: "PRIMARY" | "ACTIVE" | "DRAINING";
  scale: Wire<Scale> & { value: number };
  updatedAt: number;
  tags: Wire<Tag>[];
}

/** How many tasks the task set is to have; a fraction counts as a whole task. */
export const computedDesiredCount = (service: Service, { status, scale }: TaskSet): number =>
  status === "DRAINING" ? 0 : Math.ceil((service.desiredCount * scale.value) / 100);

/** Finds a task set of the service by id (`ecs-svc/DIGITS`, or the digits alone) or ARN. */
export const findTaskSet = (service: Service, reference: string): TaskSet | undefined =>
  service.taskSets.find(({ record }) => lastPart(record.id) === lastPart(reference));
