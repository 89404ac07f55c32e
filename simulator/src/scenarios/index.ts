import type { Scenario } from "../scenario.ts";
import { demo } from "./demo.ts";
import { large } from "./large.ts";

/** The scenarios that come with the simulator, by name. */
export const scenarios: Readonly<Record<string, Scenario>> = { demo, empty: {}, large };
