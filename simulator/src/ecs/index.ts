import type { Operation } from "../operation.ts";
import { createCluster } from "./clusters/createCluster.ts";
import { deleteCluster } from "./clusters/deleteCluster.ts";
import { describeClusters } from "./clusters/describeClusters.ts";
import { listClusters } from "./clusters/listClusters.ts";
import { describeServiceDeployments } from "./serviceDeployments/describeServiceDeployments.ts";
import { describeServiceRevisions } from "./serviceDeployments/describeServiceRevisions.ts";
import { listServiceDeployments } from "./serviceDeployments/listServiceDeployments.ts";
import { createService } from "./services/createService.ts";
import { deleteService } from "./services/deleteService.ts";
import { describeServices } from "./services/describeServices.ts";
import { listServices } from "./services/listServices.ts";
import { updateService } from "./services/updateService.ts";
import { deregisterTaskDefinition } from "./taskDefinitions/deregisterTaskDefinition.ts";
import { describeTaskDefinition } from "./taskDefinitions/describeTaskDefinition.ts";
import { listTaskDefinitionFamilies } from "./taskDefinitions/listTaskDefinitionFamilies.ts";
import { listTaskDefinitions } from "./taskDefinitions/listTaskDefinitions.ts";
import { registerTaskDefinition } from "./taskDefinitions/registerTaskDefinition.ts";
import { describeTasks } from "./tasks/describeTasks.ts";
import { listTasks } from "./tasks/listTasks.ts";
import { runTask } from "./tasks/runTask.ts";
import { stopTask } from "./tasks/stopTask.ts";

/** The operations of Amazon ECS that the simulator plays. */
export const ecsOperations: readonly Operation[] = [
  createCluster,
  deleteCluster,
  describeClusters,
  listClusters,

  deregisterTaskDefinition,
  describeTaskDefinition,
  listTaskDefinitionFamilies,
  listTaskDefinitions,
  registerTaskDefinition,

  createService,
  deleteService,
  describeServices,
  listServices,
  updateService,

  describeServiceDeployments,
  describeServiceRevisions,
  listServiceDeployments,

  describeTasks,
  listTasks,
  runTask,
  stopTask,
];
