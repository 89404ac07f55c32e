import { containers } from "./containers/index.ts";
import { ports } from "./ports/index.ts";
import { deployment } from "./deployment/index.ts";
import { environment } from "./environment/index.ts";
import { fargate } from "./fargate/index.ts";
import { roles } from "./roles/index.ts";
import { dependencies } from "./dependencies/index.ts";
import { healthChecks } from "./healthChecks/index.ts";
import { linux } from "./linux/index.ts";
import { logging } from "./logging/index.ts";
import { network } from "./network/index.ts";
import { volumes } from "./volumes/index.ts";
import type { Rule, RuleFacts } from "./rule.ts";
import { generalRules } from "./schema/generalRules.ts";
import { schemaRules } from "./schema/schemaRules.table.ts";
import { security } from "./security/index.ts";
import { service } from "./service/index.ts";
import { shape } from "./shape/index.ts";
import { placement } from "./placement/index.ts";
import { serviceNetwork } from "./serviceNetwork/index.ts";
import { serviceVolumes } from "./serviceVolumes/index.ts";
import { crossFile } from "./crossFile/index.ts";
import { neighbours } from "./neighbours/index.ts";
import { size } from "./size/index.ts";
import { traffic } from "./traffic/index.ts";
import { tags } from "./tags/index.ts";

/** All rules, by subject: the table of contents. */
export const rules: readonly Rule[] = [
  ...shape,
  ...tags,
  ...security,
  ...size,
  ...roles,
  ...fargate,
  ...containers,
  ...environment,
  ...ports,
  ...dependencies,
  ...healthChecks,
  ...logging,
  ...linux,
  ...volumes,
  ...network,
  ...service,
  ...deployment,
  ...traffic,
  ...serviceNetwork,
  ...placement,
  ...serviceVolumes,
  ...crossFile,
  ...neighbours,
];

/** What is known of everything that can be reported: by the rules, by the schemas, and of text that is not JSON. */
export const ruleFacts: readonly RuleFacts[] = [...rules, ...schemaRules, ...Object.values(generalRules)];
