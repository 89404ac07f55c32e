import { defined } from "../../../shared/src/defined.ts";
import type { DeploymentRecord } from "../aws/deploymentReads.ts";
import type { Deployment, Service } from "../aws/types.ts";
import { nameOfArn } from "../model/arn.ts";
import { deploymentWords, isUnderWay, recordWords, underWayWords } from "../model/deploymentWords.ts";
import { isDeploying, primaryDeployment } from "../model/health.ts";
import { factSheet } from "../model/markdown.ts";
import { ago, exactly } from "../model/time.ts";
import { counted } from "../model/words.ts";
import { Heading } from "./heading.ts";
import type { Asking, Icon, Pace, Row, TreeNode } from "./node.ts";
import { RowNode } from "./rowNode.ts";

/** How many of the past deployments are shown. */
const shown = 10;

/** The deployments of a service: those under way or serving, then the past ones. */
export class DeploymentsNode extends Heading<Service> {
  readonly kind = "deployments";
  readonly doing = "list service deployments";

  get pace(): Pace {
    return isDeploying(this.owner) ? "live" : "slow";
  }

  row(): Row {
    const count = this.owner.deployments?.length ?? 0;
    return {
      label: "Deployments",
      description: String(count),
      icon: { id: "rocket" },
      accessible: counted(count, "deployment"),
    };
  }

  below(): readonly TreeNode[] {
    const records = this.session.deployments.get(this.owner.serviceArn ?? "") ?? [];
    const primary = primaryDeployment(this.owner);
    const [newest, ...older] = records;
    const isOfPrimary = newest !== undefined && newest.taskDefinition === primary?.taskDefinition;
    const current = (this.owner.deployments ?? []).map((each) =>
      this.#current(each, each === primary && isOfPrimary ? newest : undefined),
    );
    return [...current, ...(isOfPrimary ? older : records).map((record) => this.#past(record))];
  }

  async load({ signal }: Asking): Promise<readonly TreeNode[]> {
    const { clusterArn = "", serviceArn = "" } = this.owner;
    this.session.deployments.set(
      serviceArn,
      await this.session.connection.deployments.newest(clusterArn, serviceArn, shown, signal),
    );
    return this.below();
  }

  /** @param record what its service deployment adds: the circuit breaker's count and the stage */
  #current(deployment: Deployment, record: DeploymentRecord | undefined): RowNode {
    const label = nameOfArn(deployment.taskDefinition ?? "");
    const words = [deploymentWords(deployment), record && underWayWords(record.deployment)]
      .filter(Boolean)
      .join(" · ");
    const arn = record?.deployment.serviceDeploymentArn;
    return new RowNode({
      kind: "deployment",
      id: deployment.id ?? label,
      ...defined({ arn }),
      label,
      description: words,
      tooltip: factSheet(label, [
        ["Status", deployment.status],
        ["Rollout", deployment.rolloutState],
        ["Reason", deployment.rolloutStateReason],
        ["Created", exactly(deployment.createdAt)],
        ["Id", deployment.id],
      ]),
      icon: iconOf(deployment.rolloutState ?? ""),
      flags: record && isUnderWay(record.deployment) ? ["under-way"] : [],
      accessible: `Deployment of ${label}, ${words}`,
    });
  }

  #past({ deployment, taskDefinition = "" }: DeploymentRecord): RowNode {
    const label = nameOfArn(taskDefinition) || "service deployment";
    const words = [
      recordWords(deployment),
      ago(deployment.finishedAt ?? deployment.createdAt, this.session.now()),
    ]
      .filter(Boolean)
      .join(" · ");
    return new RowNode({
      kind: "service-deployment",
      id: deployment.serviceDeploymentArn ?? label,
      ...defined({ arn: deployment.serviceDeploymentArn }),
      label,
      description: words,
      tooltip: factSheet(label, [
        ["Status", deployment.status],
        ["Reason", deployment.statusReason],
        ["Stage", deployment.lifecycleStage],
        ["Circuit breaker", deployment.deploymentCircuitBreaker?.status],
        ["Alarms", deployment.alarms?.status],
        ["Rollback", deployment.rollback?.reason],
        ["Created", exactly(deployment.createdAt)],
        ["Finished", deployment.finishedAt && exactly(deployment.finishedAt)],
        ["ARN", deployment.serviceDeploymentArn],
      ]),
      icon: isUnderWay(deployment) ? { id: "sync" } : { id: "history" },
      flags: [isUnderWay(deployment) ? "under-way" : "past"],
      accessible: `Service deployment of ${label}, ${words}`,
    });
  }
}

function iconOf(rollout: string): Icon {
  if (rollout === "FAILED") return { id: "error", color: "list.errorForeground" };
  return rollout === "IN_PROGRESS"
    ? { id: "sync", color: "charts.blue" }
    : { id: "pass", color: "testing.iconPassed" };
}
