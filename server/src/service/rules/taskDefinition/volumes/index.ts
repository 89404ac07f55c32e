import type { Rule } from "../../rule.ts";
import { efsVolumes } from "./efsVolumes.ts";
import { mountPoints } from "./mountPoints.ts";
import { otherVolumes } from "./otherVolumes.ts";
import { unmountedVolumes } from "./unmountedVolumes.ts";
import { volumeKind } from "./volumeKind.ts";
import { volumeNameDuplicate } from "./volumeNameDuplicate.ts";
import { volumesFrom } from "./volumesFrom.ts";

/** Volumes and where they are mounted. */
export const volumes: readonly Rule[] = [
  volumeNameDuplicate,
  ...volumeKind,
  ...unmountedVolumes,
  ...mountPoints,
  ...volumesFrom,
  ...efsVolumes,
  ...otherVolumes,
];
