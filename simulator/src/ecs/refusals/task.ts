import type { RunTaskRequest } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import type { Wire } from "../../protocol/wire.ts";
import { firstRefusal } from "./refusal.ts";
import { computeChecks } from "./service/capacity.ts";
import { executeCommand } from "./service/connect.ts";
import { configuration } from "./service/network.ts";
import { tagCheck } from "./tags.ts";
import type { Cluster, TaskDefinition } from "../../state/types.ts";

const overridesMost = 8192;

/** Throws the exception with which RunTask refuses the input. */
export function refuseTask(input: Wire<RunTaskRequest>, cluster: Cluster, definition: TaskDefinition): void {
  const {
    count = 1,
    overrides,
    taskDefinition,
    launchType,
    capacityProviderStrategy,
    networkConfiguration,
    platformVersion,
    enableExecuteCommand,
  } = input;
  if (count < 1 || count > 10) throw invalidParameter("Count should be between 1 and 10, inclusive.");
  if (overrides && JSON.stringify(overrides).length > overridesMost)
    throw invalidParameter(`Container Overrides length must be at most ${overridesMost}`);
  const unknown = overrides?.containerOverrides?.find(
    ({ name }) => !definition.record.containerDefinitions?.some((container) => container.name === name),
  );
  if (unknown)
    throw invalidParameter(
      `Override for container named ${unknown.name ?? ""} is not a container in the TaskDefinition.`,
    );
  const request = {
    serviceName: "",
    taskDefinition,
    launchType,
    capacityProviderStrategy,
    networkConfiguration,
    platformVersion,
    enableExecuteCommand,
  };
  const attempt = "The task couldn't be started";
  const message =
    firstRefusal([...computeChecks, configuration, executeCommand], {
      request,
      cluster,
      definition,
      attempt,
    }) ?? tagCheck(input);
  if (message !== undefined) throw invalidParameter(message);
}
