import type { Markdown } from "../../../shared/src/markdown.ts";
import type { Connection } from "../aws/connection.ts";
import type { Container, ContainerDefinition, Task } from "../aws/types.ts";
import { shortImage } from "../../../shared/src/image.ts";
import { factSheet } from "../model/markdown.ts";
import type { Session } from "../account/session.ts";
import { flagsOf } from "./flags.ts";
import type { Icon, Row, TreeNode } from "./node.ts";

export class ContainerNode implements TreeNode {
  readonly kind = "container";
  readonly id: string;
  readonly name: string;
  readonly session: Session;
  readonly task: Task;
  readonly container: Container;
  readonly #definition: ContainerDefinition | undefined;

  /** @param definition what the task definition says about the container, once it was read */
  constructor(
    session: Session,
    task: Task,
    container: Container,
    definition: ContainerDefinition | undefined,
  ) {
    this.session = session;
    this.task = task;
    this.container = container;
    this.id = this.name = container.name ?? "";
    this.#definition = definition;
  }

  get connection(): Connection {
    return this.session.connection;
  }

  row(): Row {
    const { lastStatus = "UNKNOWN", healthStatus, image = "", exitCode, reason } = this.container;
    const status = lastStatus.toLowerCase();
    const health = healthStatus && healthStatus !== "UNKNOWN" ? healthStatus.toLowerCase() : "";
    const exit = exitCode === undefined ? "" : `exit code ${exitCode}`;
    const words = [health || status, exit, reason, shortImage(image), this.#ports()].filter(
      (word) => word !== undefined && word !== "",
    );
    return {
      label: this.name,
      description: words.join(" · "),
      icon: iconOf(status, health, exitCode),
      flags: flagsOf({
        live: status === "running",
        stopped: status !== "running",
        exec: this.task.enableExecuteCommand,
      }),
      accessible: `Container ${this.name}, ${words.join(", ")}`,
    };
  }

  tooltip(): Markdown {
    const { container } = this;
    return factSheet(this.name, [
      ["Status", container.lastStatus?.toLowerCase()],
      ["Health", container.healthStatus],
      ["Exit code", container.exitCode],
      ["Reason", container.reason],
      ["Image", container.image],
      ["Digest", container.imageDigest],
      ["Ports", this.#ports()],
      ["Essential", this.#definition && (this.#definition.essential === false ? "no" : "yes")],
      ["Runtime id", container.runtimeId],
    ]);
  }

  async describe(): Promise<object> {
    return this.container;
  }

  /** `8080 → 32768`: the container's port and where it is reached. */
  #ports(): string {
    const bound = this.container.networkBindings ?? [];
    if (bound.length > 0)
      return bound
        .map(
          ({ containerPort, containerPortRange, hostPort, hostPortRange }) =>
            `${containerPort ?? containerPortRange ?? ""} → ${hostPort ?? hostPortRange ?? ""}`,
        )
        .join(", ");
    const mapped = this.#definition?.portMappings ?? [];
    return mapped
      .map(({ containerPort, containerPortRange }) => String(containerPort ?? containerPortRange ?? ""))
      .join(", ");
  }
}

function iconOf(status: string, health: string, exitCode: number | undefined): Icon {
  if (health === "unhealthy" || (exitCode ?? 0) !== 0) return { id: "error", color: "list.errorForeground" };
  return { id: status === "running" ? "package" : "circle-outline" };
}
