import {
  CreateClusterCommand,
  CreateServiceCommand,
  type CreateServiceCommandInput,
  type ContainerDefinition,
  DescribeServiceDeploymentsCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  type Service,
  type ServiceDeployment,
  type Task,
} from "@aws-sdk/client-ecs";
import "../support/checkedAnswers.ts";
import type { Scenario } from "../../simulator/src/scenario/scenario.ts";
import { startSimulator, type Simulator } from "../../simulator/src/simulator.ts";

export interface ClientSettings {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  maxAttempts: number;
}

/** What any client of the SDK needs to talk to the simulator. */
export const clientSettings = (simulator: Simulator): ClientSettings => ({
  endpoint: simulator.endpoint,
  region: "eu-west-1",
  credentials: { accessKeyId: "AKIASIMULATED", secretAccessKey: "simulated" },
  maxAttempts: 1,
});

/** A simulated account with the cluster `live`, whose time stands still until it is advanced. */
export class TestAccount {
  readonly simulator: Simulator;
  readonly ecs: ECSClient;

  static async start(scenario: Scenario = {}): Promise<TestAccount> {
    const account = new TestAccount(await startSimulator({ scenario, clock: "step" }));
    await account.ecs.send(new CreateClusterCommand({ clusterName: "live" }));
    return account;
  }

  constructor(simulator: Simulator) {
    this.simulator = simulator;
    this.ecs = new ECSClient(clientSettings(simulator));
  }

  close(): Promise<void> {
    this.ecs.destroy();
    return this.simulator.close();
  }

  advance(seconds: number): void {
    this.simulator.clock.advance(seconds);
  }

  /** Registers a revision of the family `web` for Fargate that runs the image `web:TAG`. */
  async registerWeb(tag: string, container: Partial<ContainerDefinition> = {}): Promise<string> {
    const { taskDefinition } = await this.ecs.send(
      new RegisterTaskDefinitionCommand({
        family: "web",
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
        cpu: "256",
        memory: "512",
        containerDefinitions: [
          { name: "app", image: `web:${tag}`, portMappings: [{ containerPort: 80 }], ...container },
        ],
      }),
    );
    return taskDefinition!.taskDefinitionArn!;
  }

  /** Creates the service `web` on Fargate with two tasks. */
  async createWeb(settings: Partial<CreateServiceCommandInput> = {}): Promise<Service> {
    const { service } = await this.ecs.send(
      new CreateServiceCommand({
        cluster: "live",
        serviceName: "web",
        taskDefinition: "web",
        desiredCount: 2,
        launchType: "FARGATE",
        networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"] } },
        ...settings,
      }),
    );
    return service!;
  }

  async service(name = "web"): Promise<Service> {
    const { services } = await this.ecs.send(
      new DescribeServicesCommand({ cluster: "live", services: [name] }),
    );
    return services![0]!;
  }

  /** The service deployment that runs, or the last one. */
  async deployment(name = "web"): Promise<ServiceDeployment> {
    const { currentServiceDeployment } = await this.service(name);
    const command = new DescribeServiceDeploymentsCommand({
      serviceDeploymentArns: [currentServiceDeployment!],
    });
    const { serviceDeployments } = await this.ecs.send(command);
    return serviceDeployments![0]!;
  }

  async tasks(desiredStatus: "RUNNING" | "STOPPED" = "RUNNING", cluster = "live"): Promise<Task[]> {
    const { taskArns } = await this.ecs.send(new ListTasksCommand({ cluster, desiredStatus }));
    if (taskArns!.length === 0) return [];
    const { tasks } = await this.ecs.send(
      new DescribeTasksCommand({ cluster, tasks: taskArns!, include: ["TAGS"] }),
    );
    return tasks!;
  }

  /** The service's events, oldest first, with ids shortened to `ID`. */
  async events(name = "web"): Promise<string[]> {
    const { events } = await this.service(name);
    return events!
      .map(({ message }) =>
        message!.replace(/\b[0-9a-f]{32}\b/g, "ID").replace(/ecs-svc\/\d+/g, "ecs-svc/ID"),
      )
      .reverse();
  }
}
