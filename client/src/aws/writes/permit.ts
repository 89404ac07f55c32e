import { clusterWrites, type ClusterWrites } from "./clusterWrites.ts";
import type { Pen } from "./pen.ts";
import { serviceWrites, type ServiceWrites } from "./serviceWrites.ts";
import { sessionWrites, type SessionWrites } from "./sessionWrites.ts";
import { tagWrites, type TagWrites } from "./tagWrites.ts";
import { taskDefinitionWrites, type TaskDefinitionWrites } from "./taskDefinitionWrites.ts";
import { taskWrites, type TaskWrites } from "./taskWrites.ts";

/**
 * The right to write, which a user has given for one plan. Every call of the product that changes something
 * in AWS is a method here. Each refuses what is not among the resources of the plan, before anything is sent.
 */
export type Permit = Readonly<
  ClusterWrites & ServiceWrites & SessionWrites & TagWrites & TaskDefinitionWrites & TaskWrites
>;

/** There is no class of permits, so that none can be made without the pen of the door for writes. */
export const permitOf = (pen: Pen): Permit =>
  Object.freeze({
    ...clusterWrites(pen),
    ...serviceWrites(pen),
    ...sessionWrites(pen),
    ...tagWrites(pen),
    ...taskDefinitionWrites(pen),
    ...taskWrites(pen),
  });
