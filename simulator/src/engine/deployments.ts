import { ecsArn, type Account } from "../state/account.ts";
import type { Deployment, Service, ServiceDeployment, ServiceRevision } from "../state/service.ts";
import type { TaskDefinition } from "../state/taskDefinition.ts";

/** Takes a picture of the service's settings with the task definition. */
export function newRevision(account: Account, service: Service, definition: TaskDefinition): ServiceRevision {
  const { settings } = service;
  const revision: ServiceRevision = {
    definition,
    record: {
      serviceRevisionArn: ecsArn(account, `service-revision/${service.cluster.name}/${service.name}/${account.random.digits(19)}`),
      serviceArn: service.arn,
      clusterArn: service.cluster.arn,
      taskDefinition: definition.record.taskDefinitionArn,
      ...(settings.capacityProviderStrategy?.length ? { capacityProviderStrategy: settings.capacityProviderStrategy } : { launchType: settings.launchType ?? "EC2" }),
      platformVersion: "1.4.0",
      platformFamily: "Linux",
      loadBalancers: settings.loadBalancers ?? [],
      networkConfiguration: settings.networkConfiguration,
      containerImages: (definition.record.containerDefinitions ?? []).map(({ name, image }) => ({ containerName: name, image })),
      guardDutyEnabled: false,
      createdAt: account.clock.now(),
    },
  };
  service.revisions.unshift(revision);
  return revision;
}

/** Makes the revision the service's primary deployment; the scheduler carries it out. */
export function startDeployment(account: Account, service: Service, revision: ServiceRevision): ServiceDeployment {
  const now = account.clock.now();
  const id = `ecs-svc/${account.random.digits(19)}`;
  for (const older of service.deployments) older.record.status = "ACTIVE";
  const deployment: Deployment = {
    revision,
    record: {
      id,
      status: "PRIMARY",
      taskDefinition: revision.definition.record.taskDefinitionArn,
      failedTasks: 0,
      createdAt: now,
      updatedAt: now,
      launchType: revision.record.launchType,
      platformVersion: "1.4.0",
      platformFamily: "Linux",
      networkConfiguration: revision.record.networkConfiguration,
      rolloutState: "IN_PROGRESS",
      rolloutStateReason: `ECS deployment ${id} in progress.`,
    },
  };
  service.deployments.unshift(deployment);
  const serviceDeployment: ServiceDeployment = {
    target: revision,
    record: {
      serviceDeploymentArn: ecsArn(account, `service-deployment/${service.cluster.name}/${service.name}/${account.random.hex(21)}`),
      serviceArn: service.arn,
      clusterArn: service.cluster.arn,
      createdAt: now,
      startedAt: now,
      updatedAt: now,
      status: "IN_PROGRESS",
      deploymentConfiguration: service.settings.deploymentConfiguration,
      sourceServiceRevisions: service.deployments.slice(1).map((older) => ({ arn: older.revision.record.serviceRevisionArn })),
      targetServiceRevision: { arn: revision.record.serviceRevisionArn },
    },
  };
  service.serviceDeployments.unshift(serviceDeployment);
  return serviceDeployment;
}
