import { containers } from "./taskDefinition/containers/index.ts";
import { ports } from "./taskDefinition/ports/index.ts";
import { deployment } from "./service/deployment/index.ts";
import { environment } from "./taskDefinition/environment/index.ts";
import { fargate } from "./taskDefinition/fargate/index.ts";
import { roles } from "./taskDefinition/roles/index.ts";
import { dependencies } from "./taskDefinition/dependencies/index.ts";
import { healthChecks } from "./taskDefinition/healthChecks/index.ts";
import { linux } from "./taskDefinition/linux/index.ts";
import { logging } from "./taskDefinition/logging/index.ts";
import { network } from "./taskDefinition/network/index.ts";
import { volumes } from "./taskDefinition/volumes/index.ts";
import type { Rule, RuleFacts } from "./rule.ts";
import { generalRules } from "./schema/generalRules.ts";
import { schemaRules } from "./schema/schemaRules.table.ts";
import { security } from "./taskDefinition/security/index.ts";
import { service } from "./service/basics/index.ts";
import { shape } from "./shape/index.ts";
import { placement } from "./service/placement/index.ts";
import { serviceNetwork } from "./service/network/index.ts";
import { serviceVolumes } from "./service/volumes/index.ts";
import { crossFile } from "./crossFile/index.ts";
import { neighbours } from "./neighbours/index.ts";
import { size } from "./taskDefinition/size/index.ts";
import { traffic } from "./service/traffic/index.ts";
import { strict } from "./strict/index.ts";
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
  ...strict,
];

/**
 * What is known of everything that can be reported: by the rules, by the schemas, and of text that is not
 * JSON.
 */
export const ruleFacts: readonly RuleFacts[] = [...rules, ...schemaRules, ...Object.values(generalRules)];
