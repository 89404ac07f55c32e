import { containerScaffolds, healthCheckScaffolds, logScaffolds } from "./containers.ts";
import type { Scaffold } from "./scaffold.ts";
import { serviceScaffolds } from "./services.ts";
import { taskDefinitionScaffolds } from "./taskDefinitions.ts";

/** What a whole file starts from, by kind. */
export const fileScaffolds: Readonly<Record<"task-definition" | "service", readonly Scaffold[]>> = {
  "task-definition": taskDefinitionScaffolds,
  service: serviceScaffolds,
};

/** What a part of a file starts from, by the path of the part. */
export const partScaffolds: ReadonlyMap<string, readonly Scaffold[]> = new Map(
  Object.entries({
    "containerDefinitions/*": containerScaffolds,
    "containerDefinitions/*/healthCheck": healthCheckScaffolds,
    "containerDefinitions/*/logConfiguration": logScaffolds,
  }),
);
