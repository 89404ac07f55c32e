import type { DeploymentAlarms, DeploymentStrategy } from "@aws-sdk/client-ecs";
import { ecsArn, lastPart } from "../state/arn.ts";
import { ringingAlarms } from "../state/alarms.ts";
import { currentDeployment } from "../state/deployment.ts";
import { revisionMembers } from "../state/revisionMembers.ts";
import { without } from "../without.ts";
import { imageDigest } from "../imageDigest.ts";
import type { Wire } from "../protocol/wire.ts";
import { breakerThreshold } from "./failureThreshold.ts";
import { newShift } from "./stages.ts";
import type {
  Account,
  Deployment,
  RevisionSettings,
  Service,
  ServiceDeployment,
  ServiceRevision,
  TaskDefinition,
} from "../state/types.ts";

/** As many service deployments and revisions are kept for a service. */
const kept = 100;

/** A deployment has the number of the revision that it brings; task sets have ids of the same kind. */
export const newTaskSetId = (account: Account): string => `ecs-svc/${account.random.digits(19)}`;

/** Takes a picture of the service's settings with the task definition. */
export function newRevision(account: Account, service: Service, definition: TaskDefinition): ServiceRevision {
  const settings = Object.fromEntries(
    revisionMembers.flatMap((member) =>
      service.settings[member] === undefined ? [] : [[member, service.settings[member]]],
    ),
  ) as RevisionSettings;
  const revision: ServiceRevision = {
    definition,
    settings,
    record: {
      ...settings,
      serviceRevisionArn: ecsArn(
        account,
        `service-revision/${service.cluster.name}/${service.name}/${account.random.digits(19)}`,
      ),
      serviceArn: service.arn,
      clusterArn: service.cluster.arn,
      taskDefinition: definition.record.taskDefinitionArn,
      ...platform(settings),
      containerImages: (definition.record.containerDefinitions ?? []).map(({ name, image = "" }) => ({
        containerName: name,
        image,
        imageDigest: imageDigest(image),
      })),
      guardDutyEnabled: false,
      createdAt: account.clock.now(),
    },
  };
  service.revisions = [revision, ...service.revisions].slice(0, kept);
  return revision;
}

/** On Fargate, the version that LATEST stands for. */
export const platform = ({
  platformVersion,
}: RevisionSettings): { platformVersion?: string; platformFamily?: string } =>
  platformVersion === undefined
    ? {}
    : { platformVersion: platformVersion === "LATEST" ? "1.4.0" : platformVersion, platformFamily: "Linux" };

/** Makes the revision the service's primary deployment; the scheduler carries it out. */
export function startDeployment(
  account: Account,
  service: Service,
  revision: ServiceRevision,
): ServiceDeployment {
  supersede(account, service);
  const source = service.deployments.find(({ record }) => record.rolloutState === "COMPLETED");
  const target = newDeployment(account, revision);
  for (const older of service.deployments) older.record.status = "ACTIVE";
  service.deployments.unshift(target);
  const deployment = newServiceDeployment(account, service, target, source);
  service.serviceDeployments = [deployment, ...service.serviceDeployments].slice(0, kept);
  service.retryAt = 0;
  service.launchFailures = 0;
  service.told.clear();
  return deployment;
}

/** Ends a deployment that a newer one overtakes. */
function supersede(account: Account, service: Service): void {
  const record = currentDeployment(service)?.record;
  if (!record) return;
  const now = account.clock.now();
  Object.assign(record, { status: "STOPPED", stoppedAt: now, finishedAt: now, updatedAt: now });
  record.statusReason = "Service deployment stopped because a newer service deployment was started.";
}

function newDeployment(account: Account, revision: ServiceRevision): Deployment {
  const now = account.clock.now();
  const id = `ecs-svc/${lastPart(revision.record.serviceRevisionArn)}`;
  return {
    revision,
    launched: 0,
    record: {
      id,
      status: "PRIMARY",
      taskDefinition: revision.definition.record.taskDefinitionArn,
      failedTasks: 0,
      createdAt: now,
      updatedAt: now,
      ...without(revision.settings, "loadBalancers", "serviceRegistries", "gatewayConnectors", "monitoring"),
      ...platform(revision.settings),
      rolloutState: "IN_PROGRESS",
      rolloutStateReason: `ECS deployment ${id} in progress.`,
    },
  };
}

function newServiceDeployment(
  account: Account,
  service: Service,
  target: Deployment,
  source: Deployment | undefined,
): ServiceDeployment {
  const configuration = service.settings.deploymentConfiguration ?? {};
  const { deploymentCircuitBreaker: breaker, alarms, strategy = "ROLLING" } = configuration;
  const now = account.clock.now();
  const others = service.deployments.slice(1);
  return {
    target,
    source,
    shift:
      strategyOf(service) === "ROLLING" ? undefined : newShift(account, configuration, others.length > 1),
    record: {
      serviceDeploymentArn: ecsArn(
        account,
        `service-deployment/${service.cluster.name}/${service.name}/${account.random.hex(21)}`,
      ),
      serviceArn: service.arn,
      clusterArn: service.cluster.arn,
      createdAt: now,
      updatedAt: now,
      status: "PENDING",
      deploymentConfiguration: { ...configuration, strategy },
      sourceServiceRevisions: others.map(({ revision }) => ({ arn: revision.record.serviceRevisionArn })),
      targetServiceRevision: { arn: target.revision.record.serviceRevisionArn },
      deploymentCircuitBreaker: {
        status: breaker?.enable ? "MONITORING" : "DISABLED",
        failureCount: 0,
        threshold: breakerThreshold(breaker, service.desiredCount),
      },
      alarms: {
        status: isWatched(account, alarms) ? "MONITORING" : "DISABLED",
        alarmNames: alarms?.alarmNames ?? [],
        triggeredAlarmNames: [],
      },
    },
  };
}

/**
 * An alarm that goes off already when a deployment begins makes ECS ignore the alarms of that deployment,
 * which may be the repair:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
function isWatched(
  account: Account,
  { enable = false, alarmNames = [] }: Partial<Wire<DeploymentAlarms>> = {},
): boolean {
  return enable && !ringingAlarms(account).some((name) => alarmNames.includes(name));
}

/** Only services of the ECS deployment controller shift traffic themselves. */
function strategyOf({ settings }: Service): DeploymentStrategy {
  const controller = settings.deploymentController?.type ?? "ECS";
  return controller === "ECS" && settings.schedulingStrategy !== "DAEMON"
    ? (settings.deploymentConfiguration?.strategy ?? "ROLLING")
    : "ROLLING";
}
