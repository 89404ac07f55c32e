import type { OthersCall, Trouble } from "../../simulator/src/trouble/trouble.ts";
import type { Chance } from "./chance.ts";

/**
 * What other people do in the account. They deploy nothing, so that what ECS records of deployments is the
 * user's own.
 */
const others: readonly OthersCall[] = [
  { operation: "UpdateService", input: { cluster: "live", service: "orders", desiredCount: 2 } },
  { operation: "UpdateService", input: { cluster: "live", service: "worker", desiredCount: 3 } },
  {
    operation: "UpdateService",
    input: { cluster: "staging", service: "orders", healthCheckGracePeriodSeconds: 0 },
  },
];

/** Calls that must not be carried out twice. */
const unrepeatable = [
  "CreateService",
  "ExecuteCommand",
  "RegisterTaskDefinition",
  "RunTask",
  "StartSession",
  "UpdateService",
];

/** What befalls the calls of a day, whatever they are signed with. */
export function troublesOf(chance: Chance): readonly Trouble[] {
  const all: readonly Trouble[] = [
    { error: "throttling", share: 0.1 },
    { error: "serverError", share: 0.05 },
    { error: "unavailable", share: 0.05, carriedOut: true },
    { error: "reset", share: 0.05, carriedOut: true },
    { error: "reset", share: 0.5, carriedOut: true, operations: unrepeatable },
    { error: "hang", share: 0.01 },
    { error: "stall", share: 0.01 },
    { stale: chance.of([3, 8]) },
    { late: chance.of([0.4, 3, 15]), share: 0.2 },
    {
      error: "accessDenied",
      operations: [chance.of(["DescribeTasks", "ListServiceDeployments", "DescribeAlarms"])],
    },
    { error: "accessDenied", operations: ["ListAccountAliases"] },
    { share: 0.02, meanwhile: [chance.of(others)] },
  ];
  return all.filter(() => chance.happens(0.25));
}

/** The same for calls that are signed with one access key alone. */
export const befalling = (troubles: readonly Trouble[], accessKeyId: string): readonly Trouble[] =>
  troubles.map((trouble) => ({ ...trouble, accessKeyId }));
