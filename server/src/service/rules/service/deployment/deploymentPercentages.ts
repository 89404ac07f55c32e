import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { EcsService } from "../../../model/ecsService.ts";
import { type Fix, insertMember, quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { serviceFaults } from "../../kit/serviceFault.ts";

/**
 * Defaults of a REPLICA service.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
const defaultMinimum = 100;
const defaultMaximum = 200;

interface Percentages {
  readonly minimum: number;
  readonly maximum: number;
  readonly minimumNode: JsonNode | undefined;
  readonly maximumNode: JsonNode | undefined;
}

/**
 * The percentages of a REPLICA service, of which the file gives one at least; undefined where one is not
 * known.
 */
function percentagesOf(service: EcsService): Percentages | undefined {
  const minimumNode = service.deployment("minimumHealthyPercent");
  const maximumNode = service.deployment("maximumPercent");
  const isPartial = !minimumNode || !maximumNode;
  // An update keeps the percentage that it leaves out.
  if (!service.isReplica || (!minimumNode && !maximumNode) || (service.isUpdate && isPartial))
    return undefined;
  const minimum = minimumNode ? minimumNode.number : defaultMinimum;
  const maximum = maximumNode ? maximumNode.number : defaultMaximum;
  return minimum === undefined || maximum === undefined
    ? undefined
    : { minimum, maximum, minimumNode, maximumNode };
}

const noRoom: Rule = {
  id: "deployment-no-room",
  summary: "minimumHealthyPercent is below maximumPercent, so that a deployment can replace tasks.",
  severity: "error",
  fix: "use maximumPercent 200 or minimumHealthyPercent 50",
  appliesTo: "service",
  check(service, report) {
    const percentages = percentagesOf(service);
    if (!percentages || percentages.minimum < percentages.maximum) return;
    const { minimum, maximum, minimumNode, maximumNode } = percentages;
    const pair =
      minimumNode && maximumNode
        ? `minimumHealthyPercent ${minimum} and maximumPercent ${maximum} leave`
        : maximumNode
          ? `maximumPercent ${maximum} with minimumHealthyPercent at its default of 100 leaves`
          : `minimumHealthyPercent ${minimum} with maximumPercent at its default of 200 leaves`;
    report(
      maximumNode ?? minimumNode!,
      `${pair} a deployment no room: it may neither stop an old task nor start a new one. ${minimumNode && maximumNode ? "AWS refuses that. " : ""}Raise maximumPercent to 200, or lower minimumHealthyPercent.`,
      {
        fixes: [useMaximum(service, 200), useMinimum(service, 50)],
        ...((!minimumNode || !maximumNode) && { severity: "warning" }),
      },
    );
  },
};

const noRoomRounded: Rule = {
  id: "deployment-no-room-rounded",
  summary: "Rounded to whole tasks, the percentages leave room to replace one.",
  severity: "warning",
  fix: "use maximumPercent 200",
  appliesTo: "service",
  check(service, report) {
    const percentages = percentagesOf(service);
    const tasks = service.desiredCount ?? 0;
    if (!percentages || tasks <= 0 || service.controller !== "ECS" || service.shiftsTraffic) return;
    const { minimum, maximum, minimumNode, maximumNode } = percentages;
    if (
      minimum >= maximum ||
      Math.ceil((minimum * tasks) / 100) !== tasks ||
      Math.floor((maximum * tasks) / 100) !== tasks
    )
      return;
    report(
      minimumNode ?? maximumNode!,
      `With ${tasks} ${tasks === 1 ? "task" : "tasks"}, ${minimum} and ${maximum} percent round to "keep ${tasks}, at most ${tasks}": a deployment waits for ever. Raise maximumPercent to 200.`,
      { fixes: [useMaximum(service, 200)] },
    );
  },
};

function useMaximum({ root }: EcsService, percent: number): Fix {
  return quickFix(
    `Use maximumPercent ${percent}`,
    insertMember(root.get("deploymentConfiguration")!, "maximumPercent", percent, "minimumHealthyPercent"),
  );
}

function useMinimum({ root }: EcsService, percent: number): Fix {
  return quickFix(
    `Use minimumHealthyPercent ${percent}`,
    insertMember(root.get("deploymentConfiguration")!, "minimumHealthyPercent", percent, "maximumPercent"),
  );
}

const faults = serviceFaults([
  {
    id: "deployment-max-percent-range",
    summary: "The maximumPercent of a REPLICA service is at least 100.",
    severity: "error",
    fix: "use 200",
    when: ({ isReplica }) => isReplica,
    find: (service) => {
      const percent = service.deployment("maximumPercent");
      return (percent?.number ?? 100) < 100 ? percent : undefined;
    },
    message: ({ number }) =>
      `maximumPercent is ${number}, but it counts the tasks that run already: below 100 the service could not even keep them. AWS refuses it. Use 100 or more; 200 is the default.`,
    fixes: (percent) => [quickFix("Use 200", replaceValue(percent, 200))],
  },
  {
    id: "deployment-downtime",
    summary: "With minimumHealthyPercent 0 a deployment may stop all tasks behind a load balancer at once.",
    severity: "information",
    fix: "use 50",
    when: ({ isReplica, desiredCount, loadBalancers }) =>
      isReplica && desiredCount !== 0 && loadBalancers.length > 0,
    find: (service) => {
      const percent = service.deployment("minimumHealthyPercent");
      return percent?.number === 0 ? percent : undefined;
    },
    message: () =>
      "minimumHealthyPercent is 0: a deployment may stop all tasks behind the load balancer before a new one is ready. Use 50 or more to stay reachable.",
    fixes: (percent) => [quickFix("Use 50", replaceValue(percent, 50))],
  },
]);

/** How many tasks a deployment keeps and how many it may start. */
export const deploymentPercentages: readonly Rule[] = [...faults, noRoom, noRoomRounded];
