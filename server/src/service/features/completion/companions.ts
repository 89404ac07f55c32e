import { firelensFilePair } from "../../data/firelens.ts";
import type { TaskDefinition } from "../../model/taskDefinition.ts";
import { printPlain } from "../scaffolds/print.ts";
import { leafValues } from "./leafValues.ts";
import { CursorSite } from "./cursorSite.ts";
import { stubOf } from "./stub.ts";
import type { Suggestion } from "./suggestion.ts";
import type { Template } from "../scaffolds/template.ts";
import { smallestSize } from "./values/taskSize.ts";

type Members = Readonly<Record<string, Template>>;

/** Adds to a suggestion what ECS wants besides, so that a file which ECS takes stays one. */
export function withCompanions(suggestion: Suggestion, site: CursorSite): Suggestion {
  const beside = site.cursor.expects === "key" ? besideMember(suggestion.label, site) : {};
  const atTop = missingAtTop(suggestion, site);
  return {
    ...suggestion,
    ...(Object.keys(beside).length > 0 && { beside }),
    ...(Object.keys(atTop).length > 0 && { atTop }),
  };
}

/** Members that go into the same object. */
function besideMember(name: string, site: CursorSite): Members {
  if (
    site.pattern === "containerDefinitions/*/firelensConfiguration/options" &&
    firelensFilePair.includes(name)
  )
    return missing(
      site,
      firelensFilePair.filter((other) => other !== name),
    );
  const startsOnFargate = name === "launchType" || name === "capacityProviderStrategy";
  const hasNetwork = (site.task === undefined || site.task.isAwsvpc) && !site.service?.root.filled("role");
  return site.service && site.path.length === 0 && startsOnFargate && hasNetwork
    ? missing(site, ["networkConfiguration"])
    : {};
}

function missing(site: CursorSite, names: readonly string[]): Members {
  const absent = names.filter((name) => !site.enclosing(0)?.filled(name));
  return Object.fromEntries(absent.map((name) => [name, stubOf(site.below(name))]));
}

/** Members that a task definition with containers then lacks. One that is only begun is left to the user. */
function missingAtTop(suggestion: Suggestion, site: CursorSite): Members {
  const { task } = site;
  if (site.definition.kind !== "task-definition" || !task?.root.get("containerDefinitions")) return {};
  const turnsToFargate = site.pattern === "requiresCompatibilities/*" && suggestion.label === "FARGATE";
  const absent = Object.entries(turnsToFargate ? onFargate(task) : {}).filter(
    ([name]) => !task.root.filled(name),
  );
  return {
    ...Object.fromEntries(absent),
    ...(needsRole(suggestion, site, turnsToFargate) && executionRole(site)),
  };
}

/** What Fargate wants of a task. */
function onFargate(task: TaskDefinition): Members {
  const { cpu, memory } = smallestSize(task) ?? { cpu: "256", memory: "512" };
  return { networkMode: "awsvpc", cpu, memory };
}

/** True where ECS itself has to read secrets, or on Fargate to pull from ECR or to write logs. */
function needsRole(
  { label, template }: Suggestion,
  { path, pattern, cursor, task }: CursorSite,
  turnsToFargate: boolean,
): boolean {
  if (pattern === "containerDefinitions/*" && cursor.expects === "key" && label === "secrets") return true;
  if (turnsToFargate) return usesRole(task?.root.sourceText ?? "");
  if (path[0] !== "containerDefinitions") return false;
  const text = printPlain(template, { isMultiline: false, indent: "", unit: "", eol: "" });
  return text.includes('"secrets":') || (Boolean(task?.isFargate) && usesRole(text));
}

const usesRole = (text: string): boolean => text.includes('"awslogs"') || text.includes(".dkr.ecr.");

/** By which ECS reads the values of secrets. */
function executionRole(site: CursorSite): Members {
  if (site.task?.root.filled("executionRoleArn")) return {};
  const top = new CursorSite(
    site.definition,
    { ...site.cursor, path: ["executionRoleArn"], typed: "" },
    site.workspace,
  );
  const [role] = leafValues(top);
  return role ? { executionRoleArn: role.template } : {};
}
