import type { CreateTaskSetRequest } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import type { Wire } from "../../protocol/wire.ts";
import { firstRefusal } from "./refusal.ts";
import { values } from "./service/basics.ts";
import { computeChecks } from "./service/capacity.ts";
import { networkChecks } from "./service/network.ts";
import { tagCheck } from "./tags.ts";
import type { Cluster, TaskDefinition } from "../../state/types.ts";

/** Throws the InvalidParameterException with which CreateTaskSet refuses the input. */
export function refuseTaskSet(
  input: Wire<CreateTaskSetRequest>,
  cluster: Cluster,
  definition: TaskDefinition,
): void {
  const request = { ...input, serviceName: input.service };
  const attempt = "The task set couldn't be created";
  const message =
    firstRefusal([values, ...computeChecks, ...networkChecks], { request, cluster, definition, attempt }) ??
    tagCheck(input);
  if (message !== undefined) throw invalidParameter(message);
}
