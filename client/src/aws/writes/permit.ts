import type { RegisterScalableTargetCommandInput } from "@aws-sdk/client-application-auto-scaling";
import {
  ContinueServiceDeploymentCommand,
  CreateClusterCommand,
  CreateServiceCommand,
  DeleteClusterCommand,
  DeleteServiceCommand,
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  ECSClient,
  ExecuteCommandCommand,
  RunTaskCommand,
  StopServiceDeploymentCommand,
  StopTaskCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateContainerInstancesStateCommand,
  UpdateServiceCommand,
  UpdateTaskProtectionCommand,
  type ContinueServiceDeploymentCommandInput,
  type CreateServiceCommandInput,
  type ExecuteCommandCommandInput,
  type Failure,
  type RegisterTaskDefinitionCommandInput,
  type RunTaskCommandInput,
  type Service,
  type Session,
  type StopServiceDeploymentStopType,
  type Tag,
  type Task,
  type TaskDefinition,
  type UpdateServiceCommandInput,
  type UpdateTaskProtectionCommandInput,
} from "@aws-sdk/client-ecs";
import { randomUUID } from "node:crypto";
import type { StartSessionCommandInput, StartSessionCommandOutput } from "@aws-sdk/client-ssm";
import type { Calls } from "../calls.ts";
import type { Clients } from "../clients.ts";
import type { WriteGuard } from "./guard.ts";
import { registerOnce } from "./registerOnce.ts";

export interface PermitOptions {
  readonly clients: Clients;
  /** Lets one command through the guard of its client. */
  readonly admit: (command: object) => void;
  readonly calls: Calls;
  readonly guard: Pick<WriteGuard, "audit">;
  /** Where the writes go, for the record. */
  readonly place: { readonly account: string; readonly region: string };
}

/**
 * The right to write, which a person has given for one plan. Every call of the product that changes something in AWS
 * is a method here, and only `Writes` hands out permits.
 */
export class Permit {
  readonly #options: PermitOptions;
  readonly #client: ECSClient;

  constructor(options: PermitOptions) {
    this.#options = options;
    this.#client = options.clients.of(ECSClient, "ECS");
  }

  async registerTaskDefinition(input: RegisterTaskDefinitionCommandInput): Promise<TaskDefinition> {
    const { clients, admit, calls } = this.#options;
    const taskDefinition = await this.#write("RegisterTaskDefinition", input.family, () =>
      registerOnce({ clients, admit, calls }, input),
    );
    return present(
      taskDefinition,
      "registered the task definition, but did not say which revision it became",
    );
  }

  async deregisterTaskDefinition(taskDefinition: string): Promise<void> {
    await this.#write("DeregisterTaskDefinition", taskDefinition, () =>
      this.#client.send(this.#admitted(new DeregisterTaskDefinitionCommand({ taskDefinition }))),
    );
  }

  /** Deletes inactive revisions, at most ten. Throws with the reasons when ECS refuses some. */
  async deleteTaskDefinitions(taskDefinitions: readonly string[]): Promise<void> {
    const command = new DeleteTaskDefinitionsCommand({ taskDefinitions: [...taskDefinitions] });
    const { failures } = await this.#write("DeleteTaskDefinitions", taskDefinitions.join(" "), () =>
      this.#client.send(this.#admitted(command)),
    );
    refuse(failures);
  }

  async createService(input: CreateServiceCommandInput): Promise<Service> {
    // By the token, ECS knows a call that is sent again because its answer was lost.
    const command = new CreateServiceCommand({ clientToken: randomUUID(), ...input });
    const { service } = await this.#write("CreateService", input.serviceName, () =>
      this.#client.send(this.#admitted(command)),
    );
    return present(service, "created the service, but did not say what it became");
  }

  async updateService(input: UpdateServiceCommandInput): Promise<Service> {
    const { service } = await this.#write("UpdateService", input.service, () =>
      this.#client.send(this.#admitted(new UpdateServiceCommand(input))),
    );
    return present(service, "updated the service, but did not say what it became");
  }

  /** Sets these tags and leaves the others. */
  async tagResource(resourceArn: string, tags: readonly Tag[]): Promise<void> {
    await this.#write("TagResource", resourceArn, () =>
      this.#client.send(this.#admitted(new TagResourceCommand({ resourceArn, tags: [...tags] }))),
    );
  }

  async untagResource(resourceArn: string, tagKeys: readonly string[]): Promise<void> {
    await this.#write("UntagResource", resourceArn, () =>
      this.#client.send(this.#admitted(new UntagResourceCommand({ resourceArn, tagKeys: [...tagKeys] }))),
    );
  }

  /** @param force deletes a service that is not scaled to 0 as well */
  async deleteService(cluster: string, service: string, force: boolean): Promise<void> {
    await this.#write("DeleteService", service, () =>
      this.#client.send(this.#admitted(new DeleteServiceCommand({ cluster, service, force }))),
    );
  }

  async createCluster(clusterName: string): Promise<void> {
    await this.#write("CreateCluster", clusterName, () =>
      this.#client.send(this.#admitted(new CreateClusterCommand({ clusterName }))),
    );
  }

  async deleteCluster(cluster: string): Promise<void> {
    await this.#write("DeleteCluster", cluster, () =>
      this.#client.send(this.#admitted(new DeleteClusterCommand({ cluster }))),
    );
  }

  /** Throws with ECS's reasons when not all tasks could be started. */
  async runTask(input: RunTaskCommandInput): Promise<readonly Task[]> {
    const { tasks = [], failures } = await this.#write("RunTask", input.taskDefinition, () =>
      this.#client.send(this.#admitted(new RunTaskCommand(input))),
    );
    refuse(failures);
    return tasks;
  }

  async stopTask(cluster: string, task: string, reason: string): Promise<void> {
    await this.#write("StopTask", task, () =>
      this.#client.send(this.#admitted(new StopTaskCommand({ cluster, task, reason }))),
    );
  }

  /** Throws with ECS's reasons when a task cannot be protected. */
  async updateTaskProtection(input: UpdateTaskProtectionCommandInput): Promise<void> {
    const { failures } = await this.#write("UpdateTaskProtection", input.tasks?.join(" "), () =>
      this.#client.send(this.#admitted(new UpdateTaskProtectionCommand(input))),
    );
    refuse(failures);
  }

  /** Throws with ECS's reason when the machine is not there any more. */
  async updateContainerInstanceState(
    cluster: string,
    containerInstance: string,
    status: "ACTIVE" | "DRAINING",
  ): Promise<void> {
    const command = new UpdateContainerInstancesStateCommand({
      cluster,
      containerInstances: [containerInstance],
      status,
    });
    const { failures } = await this.#write("UpdateContainerInstancesState", containerInstance, () =>
      this.#client.send(this.#admitted(command)),
    );
    refuse(failures);
  }

  async stopServiceDeployment(
    serviceDeploymentArn: string,
    stopType: StopServiceDeploymentStopType,
  ): Promise<void> {
    const command = new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType });
    await this.#write("StopServiceDeployment", serviceDeploymentArn, () =>
      this.#client.send(this.#admitted(command)),
    );
  }

  async continueServiceDeployment(input: ContinueServiceDeploymentCommandInput): Promise<void> {
    await this.#write("ContinueServiceDeployment", input.serviceDeploymentArn, () =>
      this.#client.send(this.#admitted(new ContinueServiceDeploymentCommand(input))),
    );
  }

  async executeCommand(input: ExecuteCommandCommandInput): Promise<Session> {
    const { session } = await this.#write("ExecuteCommand", input.task, () =>
      this.#client.send(this.#admitted(new ExecuteCommandCommand(input))),
    );
    return present(session, "started the command, but gave no session");
  }

  async startSession(input: StartSessionCommandInput): Promise<StartSessionCommandOutput> {
    const { SSMClient, StartSessionCommand } = await import("@aws-sdk/client-ssm");
    const client = this.#options.clients.of(SSMClient, "SSM");
    return this.#write("StartSession", input.Target, () =>
      client.send(this.#admitted(new StartSessionCommand(input))),
    );
  }

  /** Ends a session of a container or a forwarded port. */
  async terminateSession(sessionId: string): Promise<void> {
    const { SSMClient, TerminateSessionCommand } = await import("@aws-sdk/client-ssm");
    const client = this.#options.clients.of(SSMClient, "SSM");
    await this.#write("TerminateSession", sessionId, () =>
      client.send(this.#admitted(new TerminateSessionCommand({ SessionId: sessionId }))),
    );
  }

  async registerScalableTarget(input: RegisterScalableTargetCommandInput): Promise<void> {
    const { ApplicationAutoScalingClient, RegisterScalableTargetCommand } = await import(
      "@aws-sdk/client-application-auto-scaling"
    );
    const client = this.#options.clients.of(ApplicationAutoScalingClient, "Application Auto Scaling");
    await this.#write("RegisterScalableTarget", input.ResourceId, () =>
      client.send(this.#admitted(new RegisterScalableTargetCommand(input))),
    );
  }

  #admitted<C extends object>(command: C): C {
    this.#options.admit(command);
    return command;
  }

  async #write<T>(operation: string, resource: string | undefined, send: () => Promise<T>): Promise<T> {
    const { calls, guard, place } = this.#options;
    const entry = { operation, resource: resource ?? "", ...place };
    try {
      const result = await calls.write(operation, send);
      guard.audit(entry);
      return result;
    } catch (error) {
      guard.audit({ ...entry, error });
      throw error;
    }
  }
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`ECS ${what}.`);
  return value;
}

/** Some calls succeed as a whole and tell in their answer what they refused. */
function refuse(failures: readonly Failure[] = []): void {
  const [first] = failures;
  if (first) throw new Error([first.reason, first.detail].filter(Boolean).join(": "));
}
