import type { Scenario } from "../scenario.ts";
import { chaos } from "./chaos.ts";
import { demo } from "./demo.ts";
import { deployments } from "./deployments.ts";
import { large } from "./large.ts";

/** The scenarios that come with the simulator, by name. */
export const scenarios: Readonly<Record<string, Scenario>> = { chaos, demo, deployments, empty: {}, large };

export const namedScenario = (name: string): Scenario | undefined =>
  Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
