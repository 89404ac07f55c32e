import type { Connection } from "../aws/connection.ts";
import type { DeploymentRecord } from "../aws/deploymentReads.ts";
import type { Identity } from "../aws/identity.ts";
import type { Service, Task } from "../aws/types.ts";
import { describeFailure, type Failure } from "../model/failure.ts";
import { PagedList } from "./pagedList.ts";
import { ServiceBoard, type ServiceReads } from "./serviceBoard.ts";
import { StoppedTasks } from "./stoppedTasks.ts";
import { TaskBoard } from "./taskBoard.ts";
import type { ViewOptions } from "./viewOptions.ts";

/**
 * What is known of one connection's account while VS Code runs, so that rows can be shown without asking
 * again.
 */
export class Session {
  readonly connection: Connection;
  readonly view: ViewOptions;
  readonly stopped: StoppedTasks;
  /** The active families of task definitions. */
  readonly families: PagedList;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The past deployments of services, by ARN of the service, once someone looked. */
  readonly deployments = new Map<string, readonly DeploymentRecord[]>();
  /** How many families are listed unless someone filters. */
  familyLimit = 100;
  #identity: Identity | undefined;
  #alias: string | undefined;
  #aliasFailure: Failure | undefined;
  readonly #services = new Map<string, ServiceBoard>();
  readonly #tasks = new Map<string, TaskBoard>();

  constructor(
    connection: Connection,
    view: ViewOptions,
    now: () => number = Date.now,
    stopped = new StoppedTasks(),
  ) {
    this.connection = connection;
    this.stopped = stopped;
    this.view = view;
    this.now = now;
    this.families = new PagedList((nextToken, signal) => connection.ecs.familyPage(nextToken, signal), now);
  }

  /** The account behind the credentials, once it was asked for. */
  get identity(): Identity | undefined {
    return this.#identity;
  }

  async identify(): Promise<void> {
    this.#identity = await this.connection.identity();
  }

  /** The account's alias, once it was asked for and if there is one. */
  get alias(): string | undefined {
    return this.#alias;
  }

  /** Why the alias is not known, if it was asked for and AWS did not tell it. */
  get aliasFailure(): Failure | undefined {
    return this.#aliasFailure;
  }

  /** Without the alias, the tree is still of use, so a failure is kept instead of thrown. */
  async findAlias(): Promise<void> {
    try {
      this.#alias = await this.connection.alias();
      this.#aliasFailure = undefined;
    } catch (error) {
      this.#alias = undefined;
      this.#aliasFailure = describeFailure(error, "read the account's alias");
    }
  }

  /** The services of a cluster. */
  services(clusterArn: string): ServiceBoard {
    return remembered(this.#services, clusterArn, () => {
      const { ecs } = this.connection;
      const reads: ServiceReads = {
        page: (nextToken, signal) => ecs.servicePage(clusterArn, nextToken, signal),
        describe: (arns, signal) => ecs.describeServices(clusterArn, arns, signal),
      };
      return new ServiceBoard(reads, this.now);
    });
  }

  /** The tasks of a service. */
  tasks({ serviceArn = "", clusterArn = "", serviceName = "" }: Service): TaskBoard {
    return remembered(this.#tasks, serviceArn, () => {
      const { ecs } = this.connection;
      const reads = {
        list: (signal: AbortSignal) => ecs.taskArns(clusterArn, { serviceName }, signal),
        describe: (arns: readonly string[], signal: AbortSignal) =>
          ecs.describeTasks(clusterArn, arns, signal),
      };
      return new TaskBoard(reads, (tasks) => this.stopped.remember(tasks));
    });
  }

  /** The stopped tasks of a service that were seen in this session, newest first. */
  stoppedOf({ clusterArn = "", serviceName = "" }: Service): readonly Task[] {
    return this.stopped.of(clusterArn, `service:${serviceName}`);
  }

  /** Asks for the stopped tasks that ECS still knows of a service, and remembers them. */
  async findStopped({ clusterArn = "", serviceName = "" }: Service, signal: AbortSignal): Promise<void> {
    this.stopped.remember(
      await this.connection.ecs.tasks(clusterArn, { serviceName, desiredStatus: "STOPPED" }, signal),
    );
  }
}

function remembered<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
