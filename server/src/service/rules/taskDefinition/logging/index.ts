import type { Rule } from "../../rule.ts";
import { awslogsOptions } from "./awslogsOptions.ts";
import { awslogsRequired } from "./awslogsRequired.ts";
import { firelensConfig } from "./firelensConfig.ts";
import { firelensOptions } from "./firelensOptions.ts";
import { firelensRouter } from "./firelensRouter.ts";
import { firelensRouterContainer } from "./firelensRouterContainer.ts";
import { logConfigurationMissing } from "./logConfigurationMissing.ts";
import { logDelivery } from "./logDelivery.ts";
import { logSecrets } from "./logSecrets.ts";
import { splunkRequired } from "./splunkRequired.ts";

/** Log drivers and FireLens. */
export const logging: readonly Rule[] = [
  logConfigurationMissing,
  ...awslogsRequired,
  ...awslogsOptions,
  ...logDelivery,
  splunkRequired,
  ...logSecrets,
  ...firelensRouter,
  ...firelensRouterContainer,
  ...firelensConfig,
  ...firelensOptions,
];
