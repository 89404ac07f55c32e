import {
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
  type ECSClient,
  type RegisterTaskDefinitionCommandInput,
  type Service,
  type TaskDefinition,
  type UpdateServiceCommandInput,
} from "@aws-sdk/client-ecs";
import type { Calls } from "../calls.ts";
import type { WriteGuard } from "./guard.ts";

/** Where the writes of a permit go. */
export interface WriteTarget {
  readonly account: string;
  readonly region: string;
}

/**
 * The right to write, which a person has given for one plan. Every call of the product that changes something in AWS
 * is a method here, and only `Writes` hands out permits.
 */
export class Permit {
  readonly #client: ECSClient;
  readonly #calls: Calls;
  readonly #guard: WriteGuard;
  readonly #target: WriteTarget;

  constructor(client: ECSClient, calls: Calls, guard: WriteGuard, target: WriteTarget) {
    this.#client = client;
    this.#calls = calls;
    this.#guard = guard;
    this.#target = target;
  }

  async registerTaskDefinition(input: RegisterTaskDefinitionCommandInput): Promise<TaskDefinition> {
    const { taskDefinition } = await this.#write("RegisterTaskDefinition", input.family ?? "", () => this.#client.send(new RegisterTaskDefinitionCommand(input)));
    if (!taskDefinition) throw new Error("ECS registered the task definition, but did not say which revision it became.");
    return taskDefinition;
  }

  async updateService(input: UpdateServiceCommandInput): Promise<Service> {
    const { service } = await this.#write("UpdateService", input.service ?? "", () => this.#client.send(new UpdateServiceCommand(input)));
    if (!service) throw new Error("ECS updated the service, but did not say what it became.");
    return service;
  }

  async #write<T>(operation: string, resource: string, send: () => Promise<T>): Promise<T> {
    const entry = { operation, resource, ...this.#target };
    try {
      const result = await this.#calls.write(operation, send);
      this.#guard.audit(entry);
      return result;
    } catch (error) {
      this.#guard.audit({ ...entry, error });
      throw error;
    }
  }
}
