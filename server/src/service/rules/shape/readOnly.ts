import { readOnlyMembers } from "../../../../../shared/src/readOnlyMembers.ts";
import type { JsonNode } from "../../syntax/jsonNode.ts";
import { safeFix } from "../kit/fix.ts";
import type { Report, Rule } from "../rule.ts";
import { readOnlyMembersOf, removeAllReadOnly, removeReadOnly } from "./readOnlyFix.ts";

const readOnlyInTask: Rule = {
  id: "readonly-field-taskdef",
  summary: "Members that DescribeTaskDefinition reports are not taken by RegisterTaskDefinition.",
  severity: "warning",
  about: readOnlyMembers.taskDefinition,
  fix: "remove the member, or all such members",
  appliesTo: "task-definition",
  check(task, report) {
    reportEach(
      readOnlyMembersOf(task.root, "taskDefinition"),
      report,
      (key) =>
        `"${key}" comes from DescribeTaskDefinition. RegisterTaskDefinition does not take it, and the AWS CLI stops at it. Remove it.`,
    );
  },
};

const readOnlyInService: Rule = {
  id: "readonly-field-service",
  summary: "Members that DescribeServices reports cannot be set.",
  severity: "information",
  about: readOnlyMembers.service,
  fix: "remove the member, or all such members",
  appliesTo: "service",
  check(service, report) {
    reportEach(
      readOnlyMembersOf(service.root, "service"),
      report,
      (key) =>
        `"${key}" is reported by DescribeServices and cannot be set${key === "clusterArn" ? '; the cluster is given as "cluster"' : ""}. Remove it.`,
    );
  },
};

/** What Describe calls report beyond what the definition consists of. */
export const readOnly: readonly Rule[] = [readOnlyInTask, readOnlyInService];

function reportEach(members: readonly JsonNode[], report: Report, message: (key: string) => string): void {
  if (members.length === 0) return;
  const all = safeFix("Remove all read-only members", removeAllReadOnly(members));
  for (const member of members) {
    const fix = removeReadOnly(member);
    report(member.keySpan!, message(member.key!), { fixes: members.length > 1 ? [fix, all] : [fix] });
  }
}
