import { fileName } from "../../documents/fileName.ts";
import { familyOf } from "../../model/ecsService.ts";
import { quickFix, replaceValue } from "../kit/fix.ts";
import { placeOf } from "../kit/placeOf.ts";
import type { Rule } from "../rule.ts";

const notFound: Rule = {
  id: "task-definition-not-found",
  summary: "The task definition of a service is not in the workspace.",
  severity: "information",
  appliesTo: "document",
  check({ kind, shape, root }, report, workspace) {
    const node = kind === "service" && shape !== "pascal-case" ? root?.get("taskDefinition") : undefined;
    const family = familyOf(node?.string);
    if (!node || family === undefined) return;
    const families = workspace.families();
    // A workspace without any task definition keeps them elsewhere, and a single file has no neighbours.
    if (families.length === 0 || families.includes(family)) return;
    report(
      node,
      `No file of this workspace is the task definition of the family "${family}", so the service cannot be checked against it.`,
    );
  },
};

const pinned: Rule = {
  id: "task-definition-revision-pinned",
  summary: "A revision that is pinned ignores changes of the task definition's file.",
  severity: "hint",
  fix: "drop the revision",
  appliesTo: "service with its task definition",
  check(service, task, report, taskDocument) {
    const node = service.root.get("taskDefinition");
    const revision = /:(\d+)$/.exec(node?.string ?? "")?.[1];
    // DescribeServices always shows the revision.
    if (!node || revision === undefined || service.isDescribed) return;
    report(
      node,
      `The service is pinned to revision ${revision}, so changes of ${fileName(taskDocument.uri)} do not reach it. Name the family alone to take the latest revision.`,
      {
        fixes: [
          quickFix(`Drop :${revision}`, replaceValue(node, node.string!.slice(0, -revision.length - 1))),
        ],
        related: placeOf("The family's file", task.family, taskDocument),
      },
    );
  },
};

/** The task definition that a service names, and the files of the workspace. */
export const taskDefinitionName: readonly Rule[] = [notFound, pinned];
