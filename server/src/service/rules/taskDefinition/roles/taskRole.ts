import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { absenceSeverity } from "../../kit/absence.ts";
import { insertMember, quickFix } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Report, Rule } from "../../rule.ts";
import { roleIn } from "./roleIn.ts";

const s3Files: Rule = {
  id: "s3files-needs-task-role",
  summary: "S3 Files volumes are mounted with the task role.",
  severity: "error",
  about: ["s3filesVolumeConfiguration"],
  fix: "insert taskRoleArn",
  appliesTo: "task-definition",
  check(task, report) {
    const message =
      "S3 Files volumes are mounted with the task role, and this task has none, so the volume cannot be mounted. Set taskRoleArn.";
    for (const volume of task.volumes)
      requireTaskRole(task, report, "error", volume.filled("s3filesVolumeConfiguration"), message);
  },
};

const efsIam: Rule = {
  id: "efs-iam-needs-task-role",
  summary: "IAM authorization of EFS uses the task role.",
  severity: "warning",
  about: ["efsVolumeConfiguration"],
  fix: "insert taskRoleArn",
  appliesTo: "task-definition",
  check(task, report) {
    const message =
      "With iam ENABLED, EFS is mounted as the task role, and this task has none: the mount is anonymous or denied. Set taskRoleArn.";
    for (const volume of task.volumes) {
      const iam = volume.at("efsVolumeConfiguration", "authorizationConfig", "iam");
      requireTaskRole(task, report, "warning", iam?.string === "ENABLED" ? iam : undefined, message);
    }
  },
};

function requireTaskRole(
  task: TaskDefinition,
  report: Report,
  grave: "error" | "warning",
  user: JsonNode | undefined,
  message: string,
): void {
  const severity = absenceSeverity(task, grave);
  if (!user || task.taskRole || !severity) return;
  const fix = quickFix(
    "Add taskRoleArn",
    insertMember(task.root, "taskRoleArn", roleIn(task, "ecsTaskRole"), "family"),
  );
  report(user.type === "object" ? keyPlace(user) : user, message, { severity, fixes: [fix] });
}

/** What is done with the task role, and there is none. */
export const taskRole: readonly Rule[] = [s3Files, efsIam];
