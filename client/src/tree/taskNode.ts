import type { Markdown } from "../../../shared/src/markdown.ts";
import type { Connection } from "../aws/connection.ts";
import type { Task } from "../aws/types.ts";
import { nameOfArn } from "../model/arn.ts";
import { diedByItself } from "../model/deaths.ts";
import { causeOf } from "../model/findings/diagnose.ts";
import { factSheet } from "../model/markdown.ts";
import { privateAddress, stopWords, taskStatus } from "../model/taskState.ts";
import { ago, duration, exactly } from "../model/time.ts";
import type { Session } from "../account/session.ts";
import { ContainerNode } from "./containerNode.ts";
import { NetworkNode } from "./networkNode.ts";
import { flagsOf } from "./flags.ts";
import type { Asking, Icon, Row, TreeNode } from "./node.ts";

export class TaskNode implements TreeNode {
  readonly kind = "task";
  readonly id: string;
  readonly arn: string;
  /** The whole id; the row shows its start. */
  readonly name: string;
  readonly doing = "read the task definition";
  readonly session: Session;
  readonly task: Task;

  constructor(session: Session, task: Task) {
    this.session = session;
    this.task = task;
    this.arn = this.id = task.taskArn ?? "";
    this.name = nameOfArn(this.arn);
  }

  get connection(): Connection {
    return this.session.connection;
  }

  get url(): string | undefined {
    return this.connection.consolePage(this.arn);
  }

  /** Milliseconds since 1970; a task that has not started comes last. */
  get startedAt(): number {
    return this.task.startedAt?.getTime() ?? Infinity;
  }

  row(): Row {
    const label = this.name.slice(0, 8);
    const status = taskStatus(this.task);
    const words = status === "stopped" ? this.#stoppedWords() : this.#runningWords(status);
    return {
      label,
      description: words.join(" · "),
      icon: iconOf(status, this.task),
      flags: flagsOf({
        stopped: status === "stopped",
        live: status !== "stopped",
        exec: this.task.enableExecuteCommand,
      }),
      accessible: [`Task ${label}`, ...words].join(", "),
    };
  }

  below(): readonly TreeNode[] {
    return this.#rows();
  }

  /** Adds the ports, which only the task definition tells. */
  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    await this.session.connection.ecs.taskDefinition(this.task.taskDefinitionArn ?? "", signal);
    return this.#rows();
  }

  async describe(signal: AbortSignal): Promise<object> {
    const [task] = await this.connection.ecs.describeTasks(this.task.clusterArn ?? "", [this.arn], signal);
    return task ?? this.task;
  }

  #rows(): readonly TreeNode[] {
    const definition = this.session.connection.ecs.knownTaskDefinition(this.task.taskDefinitionArn ?? "");
    const containers = (this.task.containers ?? []).map((container) => {
      const defined = definition?.containerDefinitions?.find(({ name }) => name === container.name);
      return new ContainerNode(this.session, this.task, container, defined);
    });
    return privateAddress(this.task) === undefined
      ? containers
      : [...containers, new NetworkNode(this.session, this.task)];
  }

  #runningWords(status: string): readonly string[] {
    const { healthStatus, startedAt, taskDefinitionArn = "" } = this.task;
    const health = healthStatus && healthStatus !== "UNKNOWN" ? healthStatus.toLowerCase() : "";
    const age = startedAt ? duration(this.session.now() - startedAt.getTime()) : "";
    return [status, health, nameOfArn(taskDefinitionArn), privateAddress(this.task) ?? "", age].filter(
      Boolean,
    );
  }

  #stoppedWords(): readonly string[] {
    return [
      stopWords(this.task),
      ago(this.task.stoppedAt ?? this.task.stoppingAt, this.session.now()),
    ].filter(Boolean);
  }

  tooltip(): Markdown {
    const { task } = this;
    const cause = causeOf(task);
    return factSheet(this.name, [
      ["Status", taskStatus(task)],
      ["Health", task.healthStatus],
      ["Stop code", task.stopCode],
      ["Reason", task.stoppedReason],
      ["Means", cause?.means],
      ["What to do", cause?.todo],
      ["Task definition", nameOfArn(task.taskDefinitionArn ?? "")],
      ["Runs on", task.launchType ?? task.capacityProviderName],
      ["Zone", task.availabilityZone],
      ["Platform version", task.platformVersion],
      ["Size", task.cpu && task.memory && `${task.cpu} CPU units, ${task.memory} MiB`],
      ["Started by", task.startedBy],
      ["Created", task.createdAt && exactly(task.createdAt)],
      ["Started", task.startedAt && exactly(task.startedAt)],
      ["Stopped", task.stoppedAt && exactly(task.stoppedAt)],
      ["ARN", this.arn],
    ]);
  }
}

function iconOf(status: string, task: Task): Icon {
  if (status === "stopped")
    return diedByItself(task) ? { id: "error", color: "list.errorForeground" } : { id: "stop-circle" };
  const { healthStatus } = task;
  if (healthStatus === "UNHEALTHY") return { id: "warning", color: "list.warningForeground" };
  return status === "running" ? { id: "play-circle", color: "testing.iconPassed" } : { id: "loading" };
}
