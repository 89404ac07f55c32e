import type { ValueProvider } from "../place.ts";
import { arns } from "./arns.ts";
import { containers } from "./containers.ts";
import { dependencies } from "./dependencies.ts";
import { logging } from "./logging.ts";
import { names } from "./names.ts";
import { ports } from "./ports.ts";
import { taskSize } from "./taskSize.ts";
import { usualValues } from "./usualValues.ts";

/** Everything that knows values which depend on their neighbours. Several may speak of one place. */
export const valueProviders: readonly ValueProvider[] = [...taskSize, ...containers, ...dependencies, ...names, ...ports, ...logging, ...arns, ...usualValues];
