import { type Markdown, md } from "../../../shared/src/markdown.ts";
import type { Connection } from "../aws/connection.ts";
import type { Service } from "../aws/types.ts";
import { nameOfArn } from "../model/arn.ts";
import { primaryDeployment, type Health, type HealthState } from "../model/health.ts";
import { factSheet } from "../model/markdown.ts";
import { exactly } from "../model/time.ts";
import type { ServiceBoard } from "../account/serviceBoard.ts";
import type { Session } from "../account/session.ts";
import { AlarmsNode } from "./alarmsNode.ts";
import { DeploymentsNode } from "./deploymentsNode.ts";
import { EventsNode } from "./eventsNode.ts";
import { FindingNode } from "./findingNode.ts";
import { flagsOf, type RowFlag } from "./flags.ts";
import type { Asking, Icon, Row, TreeNode } from "./node.ts";
import { ResourcesNode } from "./resourcesNode.ts";
import { ScalingNode } from "./scalingNode.ts";
import { StoppedTasksNode } from "./stoppedTasksNode.ts";
import { TargetsNode } from "./targetsNode.ts";
import { TasksNode } from "./tasksNode.ts";

const icons: Readonly<Record<HealthState, Icon>> = {
  steady: { id: "pass", color: "testing.iconPassed" },
  deploying: { id: "rocket", color: "charts.blue" },
  failed: { id: "error", color: "list.errorForeground" },
  short: { id: "warning", color: "list.warningForeground" },
  restarting: { id: "warning", color: "list.warningForeground" },
  "rolled-back": { id: "discard", color: "list.warningForeground" },
  surplus: { id: "sync" },
  inactive: { id: "circle-slash" },
};

/** A service: its own row shows what was described last; before that, only its name. */
export class ServiceNode implements TreeNode {
  readonly kind = "service";
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly doing = "describe the service";
  readonly pace = "slow";
  readonly session: Session;
  readonly #cluster: string;

  constructor(session: Session, cluster: string, arn: string) {
    this.session = session;
    this.arn = this.id = arn;
    this.name = nameOfArn(arn);
    this.#cluster = cluster;
  }

  get connection(): Connection {
    return this.session.connection;
  }

  /** As described last; with no more than its names and ARNs when it was not described yet. */
  get service(): Service {
    return this.#described ?? { serviceArn: this.arn, serviceName: this.name, clusterArn: this.#cluster };
  }

  get url(): string | undefined {
    return this.connection.consolePage(this.arn);
  }

  row(): Row {
    const service = this.#described;
    const health = this.#board.health(this.arn);
    if (!service || !health)
      return { label: this.name, icon: { id: "circle-outline" }, accessible: `Service ${this.name}` };
    const { runningCount = 0, desiredCount = 0, pendingCount = 0, taskDefinition = "" } = service;
    const { state, words } = health;
    const counts = `${runningCount}/${desiredCount}`;
    const pending = pendingCount > 0 ? `${pendingCount} pending` : "";
    const definition = state === "deploying" ? "" : nameOfArn(taskDefinition);
    return {
      label: this.name,
      description: [counts, words, pending, runsOn(service), definition].filter(Boolean).join(" · "),
      icon: icons[state],
      flags: flags(service, health),
      accessible: [
        `Service ${this.name}`,
        words || "steady",
        `${runningCount} of ${desiredCount} tasks running`,
        pending,
        runsOn(service),
        definition,
      ]
        .filter(Boolean)
        .join(", "),
    };
  }

  tooltip(): Markdown {
    return this.#described ? facts(this.#described) : md`${this.arn}`;
  }

  below(): readonly TreeNode[] | undefined {
    const service = this.#described;
    if (!service) return undefined;
    const { session } = this;
    return [
      ...(this.#board.health(this.arn)?.isTroubled ? [new FindingNode(session, service)] : []),
      new DeploymentsNode(session, service),
      new TasksNode(session, service),
      new StoppedTasksNode(session, service),
      new EventsNode(session, service),
      ...(service.loadBalancers?.some(({ targetGroupArn }) => targetGroupArn)
        ? [new TargetsNode(session, service)]
        : []),
      ...(service.deploymentConfiguration?.alarms?.alarmNames?.length
        ? [new AlarmsNode(session, service)]
        : []),
      ...(service.schedulingStrategy === "DAEMON" ? [] : [new ScalingNode(session, service)]),
      new ResourcesNode(session, service),
    ];
  }

  /** Describes a service of which only the name was known, and looks at the dead tasks of one in trouble. */
  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    if (!this.#described) await this.#board.describe([this.arn], signal);
    const service = this.#described;
    if (!service) throw new Error(`${this.name} is gone.`);
    if (this.#board.health(this.arn)?.isTroubled) await this.session.findStopped(service, signal);
    return this.below() ?? [];
  }

  async describe(signal: AbortSignal): Promise<object> {
    await this.#board.describe([this.arn], signal);
    return this.service;
  }

  get #described(): Service | undefined {
    return this.#board.service(this.arn);
  }

  get #board(): ServiceBoard {
    return this.session.services(this.#cluster);
  }
}

/**
 * The launch type or the capacity providers that a service uses; `daemon on` them for one task on each
 * container instance.
 */
function runsOn({ launchType, capacityProviderStrategy = [], schedulingStrategy }: Service): string {
  const capacity =
    launchType ?? capacityProviderStrategy.map(({ capacityProvider }) => capacityProvider).join(" + ");
  return schedulingStrategy === "DAEMON" ? `daemon on ${capacity}` : capacity;
}

function flags(service: Service, health: Health): readonly RowFlag[] {
  const isDeploying = health.state === "deploying";
  return flagsOf({
    scalable: service.schedulingStrategy !== "DAEMON",
    exec: service.enableExecuteCommand,
    busy: isDeploying,
    deploying: isDeploying,
    troubled: health.isTroubled,
  });
}

function facts(service: Service): Markdown {
  const { serviceName = "", runningCount = 0, desiredCount = 0, pendingCount = 0 } = service;
  return factSheet(serviceName, [
    ["Status", service.status],
    ["Tasks", `${runningCount} of ${desiredCount} running, ${pendingCount} pending`],
    ["Rollout", primaryDeployment(service)?.rolloutState],
    ["Reason", primaryDeployment(service)?.rolloutStateReason],
    ["Task definition", nameOfArn(service.taskDefinition ?? "")],
    ["Runs on", runsOn(service)],
    ["Platform version", service.platformVersion],
    ["Scheduling", service.schedulingStrategy],
    ["Network", service.networkConfiguration?.awsvpcConfiguration?.subnets?.join(", ")],
    ["ECS Exec", service.enableExecuteCommand ? "on" : "off"],
    ["Created", exactly(service.createdAt)],
    ["ARN", service.serviceArn],
  ]);
}
