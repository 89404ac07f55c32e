import type { Scenario } from "../scenario.ts";
import { demo } from "./demo.ts";

/**
 * The shop on a bad day: slow, throttled, failing at random, with one denied operation and expired
 * credentials for a while.
 */
export const chaos: Scenario = {
  ...demo,
  trouble: [
    { latency: 0.15 },
    { share: 0.1, latency: 1.5 },
    { api: "ecs", operations: ["Describe*", "List*"], perSecond: 20, burst: 40 },
    {
      api: "ecs",
      operations: [
        "Create*",
        "Update*",
        "Delete*",
        "RunTask",
        "StopTask",
        "RegisterTaskDefinition",
        "DeregisterTaskDefinition",
      ],
      perSecond: 1,
      burst: 10,
    },
    { share: 0.04, error: "unavailable" },
    { share: 0.02, error: "serverError" },
    { share: 0.02, error: "reset" },
    { api: "logs", share: 0.05, error: "throttling" },
    { api: "secretsmanager", operations: ["ListSecrets"], error: "accessDenied" },
    { from: 600, until: 660, error: "expiredToken" },
  ],
};
