import type { Rule } from "../../rule.ts";
import { awsvpcRefusals } from "./awsvpcRefusals.ts";
import { containerImage } from "./containerImage.ts";
import { containerMemory } from "./containerMemory.ts";
import { containerName } from "./containerName.ts";
import { containerSums } from "./containerSums.ts";
import { cpuConfusion } from "./cpuConfusion.ts";
import { credentialSpecOption } from "./credentialSpecOption.ts";
import { disabledRestartPolicy } from "./disabledRestartPolicy.ts";
import { ecrCredentials } from "./ecrCredentials.ts";
import { essentialContainer } from "./essentialContainer.ts";
import { imageRegion } from "./imageRegion.ts";
import { imageTag } from "./imageTag.ts";
import { interactive } from "./interactive.ts";
import { links } from "./links.ts";
import { reservedLabel } from "./reservedLabel.ts";
import { resourceRequirements } from "./resourceRequirements.ts";
import { singleStringCommand } from "./singleStringCommand.ts";
import { unusedStartTimeout } from "./unusedStartTimeout.ts";

/** Containers: names, images, size, and how they are connected. */
export const containers: readonly Rule[] = [
  ...containerName,
  ...containerImage,
  ...imageTag,
  imageRegion,
  essentialContainer,
  ...containerMemory,
  ...containerSums,
  cpuConfusion,
  singleStringCommand,
  credentialSpecOption,
  ecrCredentials,
  disabledRestartPolicy,
  ...awsvpcRefusals,
  ...links,
  interactive,
  ...resourceRequirements,
  reservedLabel,
  unusedStartTimeout,
];
