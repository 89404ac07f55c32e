import { addConnection, removeConnection } from "./addConnection.ts";
import type { Command } from "./command.ts";
import { copyArn } from "./copyArn.ts";
import { copyName } from "./copyName.ts";
import { deploying } from "./deploying/index.ts";
import { closeDemoAccount, openDemoAccount } from "./demoAccount.ts";
import { describe, describeWithValues } from "./describe.ts";
import { explain } from "./explain.ts";
import { clearFilter, filter, showUnhealthyOnly } from "./filter.ts";
import { findService } from "./findService.ts";
import { newService, newTaskDefinition } from "./newFile.ts";
import { openAuditLog } from "./openAuditLog.ts";
import { openInBrowser, openInConsole } from "./openLink.ts";
import { openServicePage } from "./openServicePage.ts";
import { operating } from "./operating.ts";
import { refresh } from "./refresh.ts";
import { retry } from "./retry.ts";
import { selectProfile } from "./selectProfile.ts";
import { selectRegion } from "./selectRegion.ts";
import { showMore } from "./showMore.ts";
import { signIn } from "./signIn.ts";
import { sortServices } from "./sortServices.ts";
import { switchConnection } from "./switchConnection.ts";

/** Every command. The manifest's commands and menus are generated from this list. */
export const commands: readonly Command<never>[] = [
  addConnection,
  clearFilter,
  closeDemoAccount,
  copyArn,
  copyName,
  ...deploying,
  describe,
  describeWithValues,
  explain,
  filter,
  findService,
  newService,
  newTaskDefinition,
  openAuditLog,
  openDemoAccount,
  openInBrowser,
  openInConsole,
  openServicePage,
  ...operating,
  refresh,
  removeConnection,
  retry,
  selectProfile,
  selectRegion,
  showMore,
  showUnhealthyOnly,
  signIn,
  sortServices,
  switchConnection,
];
