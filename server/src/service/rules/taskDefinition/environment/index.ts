import type { Rule } from "../../rule.ts";
import { environmentShape } from "./environmentShape.ts";
import { secretHomes } from "./secretPartition.ts";
import { secretValue } from "./secretValue.ts";
import { valueMissing } from "./valueMissing.ts";
import { variableAndSecretNames } from "./variableAndSecretNames.ts";
import { windowsEnvironmentFiles } from "./windowsEnvironmentFiles.ts";

/** Environment variables, secrets and environment files. */
export const environment: readonly Rule[] = [
  environmentShape,
  valueMissing,
  ...variableAndSecretNames,
  secretValue,
  ...secretHomes,
  ...windowsEnvironmentFiles,
];
