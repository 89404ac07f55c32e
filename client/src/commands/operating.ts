import { createCluster, deleteCluster } from "./clusters/clusters.ts";
import type { Command } from "./command.ts";
import { activateInstances, drainInstances } from "./containerInstances/drain.ts";
import { editTags } from "./editTags.ts";
import { followLogs } from "./logs/followLogs.ts";
import { showLogs } from "./logs/showLogs.ts";
import { deleteRevisions, deregister } from "./revisions/removeRevisions.ts";
import { useAsNewFile } from "./revisions/useAsNewFile.ts";
import { deleteService } from "./services/deleteService.ts";
import { forceDeployment } from "./services/forceDeployment.ts";
import { importService } from "./services/importService.ts";
import { scale } from "./services/scale.ts";
import { scalingBounds } from "./services/scalingBounds.ts";
import { suspendScaling } from "./services/suspendScaling.ts";
import { toggleExec } from "./services/toggleExec.ts";
import { forwardPort } from "./shell/forwardPort.ts";
import { openShell } from "./shell/openShell.ts";
import { runInContainer } from "./shell/runInContainer.ts";
import { protectTask } from "./tasks/protectTask.ts";
import { runAgain, runTask } from "./tasks/runTask.ts";
import { stopTask } from "./tasks/stopTask.ts";

/** What changes services, tasks, revisions, machines and clusters that are there. */
export const operating: readonly Command<never>[] = [
  activateInstances,
  createCluster,
  deleteCluster,
  deleteRevisions,
  deleteService,
  deregister,
  drainInstances,
  editTags,
  followLogs,
  forceDeployment,
  forwardPort,
  importService,
  openShell,
  protectTask,
  runAgain,
  runInContainer,
  runTask,
  scale,
  scalingBounds,
  showLogs,
  stopTask,
  suspendScaling,
  toggleExec,
  useAsNewFile,
];
