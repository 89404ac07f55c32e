import type { ValueProvider } from "../cursorSite.ts";
import { arns } from "./arns.ts";
import { containers } from "./containers.ts";
import { dependencies } from "./dependencies.ts";
import { logging } from "./logging.ts";
import { names } from "./names.ts";
import { ports } from "./ports.ts";
import { taskSize } from "./taskSize.ts";
import { usualValues } from "./usualValues.ts";
import { workspaceValues } from "./workspaceValues.ts";

const valueProviders: readonly ValueProvider[] = [
  ...taskSize,
  ...containers,
  ...dependencies,
  ...names,
  ...ports,
  ...workspaceValues,
  ...logging,
  ...arns,
  ...usualValues,
];

/** Everything that knows values which depend on their neighbours, by path. Several may speak of one place. */
export const providersAt: ReadonlyMap<string, readonly ValueProvider[]> = new Map(
  valueProviders.map(({ path }) => [path, valueProviders.filter((other) => other.path === path)]),
);
