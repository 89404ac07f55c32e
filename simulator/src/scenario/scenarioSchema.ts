import schema from "../../../schemas/simulator-scenario.schema.json" with { type: "json" };
import { faults, type Schema } from "../schema.ts";

const root = schema as Schema;

/** What keeps a value from being a scenario, each with the path to it. */
export const scenarioFaults = (value: unknown): string[] => faults(value, root, root);

/** What keeps a value from being the `trouble` of a scenario, each with the path to it. */
export const troubleFaults = (value: unknown): string[] =>
  faults(value, schema.properties.trouble as Schema, root);
