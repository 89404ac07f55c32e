import type { Rule } from "../rule.ts";
import { daemonTaskDefinition } from "./daemonTaskDefinition.ts";
import { expressService } from "./expressService.ts";
import { runTask } from "./runTask.ts";
import { taskSet } from "./taskSet.ts";

/** The inputs of calls that resemble those of task definitions and services. */
export const neighbours: readonly Rule[] = [...taskSet, ...expressService, ...runTask, daemonTaskDefinition];
