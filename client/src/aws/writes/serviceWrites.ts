import type { RegisterScalableTargetCommandInput } from "@aws-sdk/client-application-auto-scaling";
import {
  ContinueServiceDeploymentCommand,
  CreateServiceCommand,
  DeleteServiceCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServicesCommand,
  ECSClient,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
  type ContinueServiceDeploymentCommandInput,
  type CreateServiceCommandInput,
  type Service,
  type ServiceDeployment,
  type StopServiceDeploymentStopType,
  type UpdateServiceCommandInput,
  type UpdateServiceCommandOutput,
} from "@aws-sdk/client-ecs";
import { randomUUID } from "node:crypto";
import { present } from "./answers.ts";
import { once, sentOnce, untilDone } from "./once.ts";
import type { Pen } from "./pen.ts";
import { writtenIn, writtenTo, type Written } from "../../model/resource.ts";

/** What changes services and their deployments. */
export interface ServiceWrites {
  createService(input: CreateServiceCommandInput): Promise<Service>;
  updateService(input: UpdateServiceCommandInput): Promise<Service>;
  /** @param force deletes a service that is not scaled to 0 as well */
  deleteService(cluster: string, service: string, force: boolean): Promise<void>;
  stopServiceDeployment(serviceDeploymentArn: string, stopType: StopServiceDeploymentStopType): Promise<void>;
  continueServiceDeployment(input: ContinueServiceDeploymentCommandInput): Promise<void>;
  registerScalableTarget(input: RegisterScalableTargetCommandInput): Promise<void>;
}

export function serviceWrites(pen: Pen): ServiceWrites {
  const { clients, calls } = pen;
  const client = clients.of(ECSClient, "ECS");
  const patient = clients.of(ECSClient, "ECS", sentOnce(calls));
  return {
    async createService(input) {
      // By the token, ECS knows a call that is sent again because its answer was lost.
      const command = new CreateServiceCommand({ clientToken: randomUUID(), ...input });
      const { service } = await pen.write({
        operation: "CreateService",
        on: [writtenIn("service", input.cluster, input.serviceName)],
        send: (admit) => client.send(admit(command)),
      });
      return present(service, "created the service, but did not say what it became");
    },

    async updateService(input) {
      const { service } = await pen.write({
        operation: "UpdateService",
        on: [writtenIn("service", input.cluster, input.service)],
        send: async (admit) => {
          if (!input.forceNewDeployment) return client.send(admit(new UpdateServiceCommand(input)));
          const before = deploymentIds(await describe(pen, input));
          // UpdateService takes no client token, so that forcing again would start a second deployment.
          return once<Pick<UpdateServiceCommandOutput, "service">>(calls, {
            operation: "UpdateService",
            send: () => patient.send(admit(new UpdateServiceCommand(input))),
            look: async () => {
              const found = await describe(pen, input);
              const isNew = [...deploymentIds(found)].some((id) => !before.has(id));
              return isNew ? { answer: { service: found } } : undefined;
            },
          });
        },
      });
      return present(service, "updated the service, but did not say what it became");
    },

    async deleteService(cluster, service, force) {
      await pen.write({
        operation: "DeleteService",
        on: [writtenIn("service", cluster, service)],
        isDestructive: true,
        send: (admit) =>
          untilDone(calls, {
            send: () => patient.send(admit(new DeleteServiceCommand({ cluster, service, force }))),
            isDone: async () => (await describe(pen, { cluster, service }))?.status !== "ACTIVE",
          }),
      });
    },

    async stopServiceDeployment(serviceDeploymentArn, stopType) {
      const input = { serviceDeploymentArn, stopType };
      await pen.write({
        operation: "StopServiceDeployment",
        on: [writtenTo(serviceDeploymentArn)],
        send: (admit) =>
          untilDone(calls, {
            send: () => patient.send(admit(new StopServiceDeploymentCommand(input))),
            isDone: async () => isStopped(await describeDeployment(pen, serviceDeploymentArn)),
          }),
      });
    },

    async continueServiceDeployment(input) {
      await pen.write({
        operation: "ContinueServiceDeployment",
        on: [writtenTo(input.serviceDeploymentArn ?? "")],
        send: (admit) =>
          untilDone(calls, {
            send: () => patient.send(admit(new ContinueServiceDeploymentCommand(input))),
            isDone: async () => isAnswered(await describeDeployment(pen, input.serviceDeploymentArn), input),
          }),
      });
    },

    async registerScalableTarget(input) {
      const { ApplicationAutoScalingClient, RegisterScalableTargetCommand } = await import(
        "@aws-sdk/client-application-auto-scaling"
      );
      const scaling = clients.of(ApplicationAutoScalingClient, "Application Auto Scaling");
      await pen.write({
        operation: "RegisterScalableTarget",
        on: [scaledService(input)],
        send: (admit) => scaling.send(admit(new RegisterScalableTargetCommand(input))),
      });
    },
  };
}

/**
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html:
 * `service/live/orders`
 */
function scaledService({ ResourceId = "" }: RegisterScalableTargetCommandInput): Written {
  const [type, cluster, service] = ResourceId.split("/");
  return writtenIn("service", cluster, type === "service" ? service : "");
}

async function describe(
  { clients, calls }: Pen,
  { cluster, service = "" }: Pick<UpdateServiceCommandInput, "cluster" | "service">,
): Promise<Service | undefined> {
  const client = clients.of(ECSClient, "ECS");
  const question = { cluster, services: [service] };
  const { services } = await calls.read("DescribeServices", question, (abortSignal) =>
    client.send(new DescribeServicesCommand(question), { abortSignal }),
  );
  return services?.[0];
}

const deploymentIds = (service: Service | undefined): ReadonlySet<string> =>
  new Set(service?.deployments?.flatMap(({ id }) => id ?? []));

async function describeDeployment(
  { clients, calls }: Pen,
  arn: string | undefined,
): Promise<ServiceDeployment | undefined> {
  const client = clients.of(ECSClient, "ECS");
  const question = { serviceDeploymentArns: arn === undefined ? [] : [arn] };
  const { serviceDeployments } = await calls.read("DescribeServiceDeployments", question, (abortSignal) =>
    client.send(new DescribeServiceDeploymentsCommand(question), { abortSignal }),
  );
  return serviceDeployments?.[0];
}

/** Whether a deployment was told to stop, and neither goes on nor has ended by itself. */
const isStopped = (deployment: ServiceDeployment | undefined): boolean =>
  /^(STOP|ROLLBACK)/.test(deployment?.status ?? "");

/** Whether the hook at which a deployment waited has its answer. */
const isAnswered = (
  deployment: ServiceDeployment | undefined,
  { hookId }: ContinueServiceDeploymentCommandInput,
): boolean =>
  deployment?.lifecycleHookDetails?.some(
    (hook) => hook.hookId === hookId && hook.status !== "AWAITING_ACTION",
  ) ?? false;
