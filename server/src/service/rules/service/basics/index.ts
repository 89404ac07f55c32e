import type { Rule } from "../../rule.ts";
import { capacityProviders } from "./capacityProviders.ts";
import { createServiceMembers } from "./createServiceMembers.ts";
import { daemon } from "./daemon.ts";
import { externalController } from "./externalController.ts";
import { propagateTags } from "./propagateTags.ts";
import { serviceLaunchType } from "./serviceLaunchType.ts";
import { servicePlatformVersion } from "./servicePlatformVersion.ts";
import { serviceRole } from "./serviceRole.ts";
import { updateService } from "./updateService.ts";

/** Services: identity, launch type, capacity, scheduling. */
export const service: readonly Rule[] = [
  ...createServiceMembers,
  ...updateService,
  ...externalController,
  ...serviceLaunchType,
  ...capacityProviders,
  ...daemon,
  ...servicePlatformVersion,
  ...serviceRole,
  ...propagateTags,
];
