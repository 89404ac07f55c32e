import type { Operation } from "../protocol/operation.ts";
import { deleteAccountSetting } from "./accountSettings/deleteAccountSetting.ts";
import { listAccountSettings } from "./accountSettings/listAccountSettings.ts";
import { putAccountSetting } from "./accountSettings/putAccountSetting.ts";
import { putAccountSettingDefault } from "./accountSettings/putAccountSettingDefault.ts";
import { deleteAttributes } from "./attributes/deleteAttributes.ts";
import { listAttributes } from "./attributes/listAttributes.ts";
import { putAttributes } from "./attributes/putAttributes.ts";
import { createCapacityProvider } from "./capacityProviders/createCapacityProvider.ts";
import { deleteCapacityProvider } from "./capacityProviders/deleteCapacityProvider.ts";
import { describeCapacityProviders } from "./capacityProviders/describeCapacityProviders.ts";
import { updateCapacityProvider } from "./capacityProviders/updateCapacityProvider.ts";
import { createCluster } from "./clusters/createCluster.ts";
import { deleteCluster } from "./clusters/deleteCluster.ts";
import { describeClusters } from "./clusters/describeClusters.ts";
import { listClusters } from "./clusters/listClusters.ts";
import { putClusterCapacityProviders } from "./clusters/putClusterCapacityProviders.ts";
import { updateCluster } from "./clusters/updateCluster.ts";
import { updateClusterSettings } from "./clusters/updateClusterSettings.ts";
import { deregisterContainerInstance } from "./containerInstances/deregisterContainerInstance.ts";
import { describeContainerInstances } from "./containerInstances/describeContainerInstances.ts";
import { listContainerInstances } from "./containerInstances/listContainerInstances.ts";
import { registerContainerInstance } from "./containerInstances/registerContainerInstance.ts";
import { updateContainerInstancesState } from "./containerInstances/updateContainerInstancesState.ts";
import { continueServiceDeployment } from "./serviceDeployments/continueServiceDeployment.ts";
import { describeServiceDeployments } from "./serviceDeployments/describeServiceDeployments.ts";
import { describeServiceRevisions } from "./serviceDeployments/describeServiceRevisions.ts";
import { listServiceDeployments } from "./serviceDeployments/listServiceDeployments.ts";
import { stopServiceDeployment } from "./serviceDeployments/stopServiceDeployment.ts";
import { createService } from "./services/createService.ts";
import { deleteService } from "./services/deleteService.ts";
import { describeServices } from "./services/describeServices.ts";
import { listServices } from "./services/listServices.ts";
import { listServicesByNamespace } from "./services/listServicesByNamespace.ts";
import { updateService } from "./services/updateService.ts";
import { listTagsForResource } from "./tags/listTagsForResource.ts";
import { tagResource } from "./tags/tagResource.ts";
import { untagResource } from "./tags/untagResource.ts";
import { createTaskSet } from "./taskSets/createTaskSet.ts";
import { deleteTaskSet } from "./taskSets/deleteTaskSet.ts";
import { describeTaskSets } from "./taskSets/describeTaskSets.ts";
import { updateServicePrimaryTaskSet } from "./taskSets/updateServicePrimaryTaskSet.ts";
import { updateTaskSet } from "./taskSets/updateTaskSet.ts";
import { deleteTaskDefinitions } from "./taskDefinitions/deleteTaskDefinitions.ts";
import { deregisterTaskDefinition } from "./taskDefinitions/deregisterTaskDefinition.ts";
import { describeTaskDefinition } from "./taskDefinitions/describeTaskDefinition.ts";
import { listTaskDefinitionFamilies } from "./taskDefinitions/listTaskDefinitionFamilies.ts";
import { listTaskDefinitions } from "./taskDefinitions/listTaskDefinitions.ts";
import { registerTaskDefinition } from "./taskDefinitions/registerTaskDefinition.ts";
import { describeTasks } from "./tasks/describeTasks.ts";
import { executeCommand } from "./tasks/executeCommand.ts";
import { getTaskProtection } from "./tasks/getTaskProtection.ts";
import { listTasks } from "./tasks/listTasks.ts";
import { runTask } from "./tasks/runTask.ts";
import { startTask } from "./tasks/startTask.ts";
import { stopTask } from "./tasks/stopTask.ts";
import { updateTaskProtection } from "./tasks/updateTaskProtection.ts";

/** The operations of Amazon ECS that the simulator plays. */
export const ecsOperations: readonly Operation[] = [
  deleteAccountSetting,
  listAccountSettings,
  putAccountSetting,
  putAccountSettingDefault,

  createCluster,
  deleteCluster,
  describeClusters,
  listClusters,
  putClusterCapacityProviders,
  updateCluster,
  updateClusterSettings,

  createCapacityProvider,
  deleteCapacityProvider,
  describeCapacityProviders,
  updateCapacityProvider,

  deregisterContainerInstance,
  describeContainerInstances,
  listContainerInstances,
  registerContainerInstance,
  updateContainerInstancesState,

  deleteAttributes,
  listAttributes,
  putAttributes,

  deleteTaskDefinitions,
  deregisterTaskDefinition,
  describeTaskDefinition,
  listTaskDefinitionFamilies,
  listTaskDefinitions,
  registerTaskDefinition,

  createService,
  deleteService,
  describeServices,
  listServices,
  listServicesByNamespace,
  updateService,

  continueServiceDeployment,
  describeServiceDeployments,
  describeServiceRevisions,
  listServiceDeployments,
  stopServiceDeployment,

  createTaskSet,
  deleteTaskSet,
  describeTaskSets,
  updateServicePrimaryTaskSet,
  updateTaskSet,

  describeTasks,
  executeCommand,
  getTaskProtection,
  listTasks,
  runTask,
  startTask,
  stopTask,
  updateTaskProtection,

  listTagsForResource,
  tagResource,
  untagResource,
];
