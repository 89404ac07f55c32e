import { joinMarkdown, type Markdown, md, table } from "../../../shared/src/markdown.ts";
import type { ServiceDeployment, TaskDefinition } from "../aws/types.ts";
import { nameOfArn } from "./arn.ts";
import { changesBetween, changeWords } from "./changes.ts";
import { recordWords } from "./deploymentWords.ts";
import { normalised } from "./normalised.ts";
import { inputOf } from "./taskDefinitionInput.ts";
import { duration, exactly } from "./time.ts";

/** A past deployment, and what it brought. */
export interface PastDeployment {
  readonly deployment: ServiceDeployment;
  /** ARN. */
  readonly taskDefinition: string;
  /** Undefined when it was deleted. */
  readonly definition: TaskDefinition | undefined;
}

/** How many changes a row names. */
const most = 4;

/**
 * A page with a row for each past deployment, newest first: when, what, how it ended, who registered the
 * revision, and what changed.
 */
export function historyPage(service: string, past: readonly PastDeployment[]): Markdown {
  const rows = past.map((each, index) => {
    const before = past.slice(index + 1).find(({ deployment }) => deployment.status === "SUCCESSFUL");
    return [
      exactly(each.deployment.createdAt),
      nameOfArn(each.taskDefinition),
      outcome(each.deployment),
      principal(each.definition),
      changes(before, each),
    ];
  });
  const head = [
    md`Started`,
    md`Revision`,
    md`Outcome`,
    md`Registered by`,
    md`Changes since the one before that succeeded`,
  ];
  const parts = [
    md`# Deployments of ${service}`,
    table(
      head,
      rows.map((cells) => cells.map((cell) => md`${cell}`)),
    ),
    md`ECS tells who registered a revision. Who deployed it is in CloudTrail, as UpdateService.`,
  ];
  return md`${joinMarkdown(parts, "\n\n")}\n`;
}

function outcome(deployment: ServiceDeployment): string {
  const { createdAt, finishedAt, statusReason } = deployment;
  const lasted =
    createdAt && finishedAt ? ` after ${duration(finishedAt.getTime() - createdAt.getTime())}` : "";
  return [`${recordWords(deployment)}${lasted}`, statusReason].filter(Boolean).join(": ");
}

/** The user or role in an ARN of IAM or STS: `assumed-role/ci/build-42`. */
const principal = (definition: TaskDefinition | undefined): string =>
  definition?.registeredBy?.split(":").slice(5).join(":") ?? "unknown";

function changes(before: PastDeployment | undefined, { definition, taskDefinition }: PastDeployment): string {
  if (!before) return "";
  if (before.taskDefinition === taskDefinition) return "none: new tasks of the same revision";
  if (!definition || !before.definition) return "unknown: a revision was deleted";
  const found = changesBetween(normalised(inputOf(before.definition)), normalised(inputOf(definition))).map(
    changeWords,
  );
  return [...found.slice(0, most), ...(found.length > most ? [`${found.length - most} more`] : [])].join(
    "; ",
  );
}
