import { nameOfArn } from "../../model/arn.ts";
import { taskResource } from "../../model/resource.ts";
import type { TaskNode } from "../../tree/taskNode.ts";
import type { Command } from "../command.ts";

/** Keeps a task from being stopped by deployments and scaling for a while, or ends that. */
export const protectTask: Command<TaskNode> = {
  id: "taskwright.protectTask",
  title: "Protect Task from Scale-In…",
  needsTrust: true,
  on: ["task"],
  needs: "live",
  groups: ["2_change@2"],
  palette: "never",
  async run({ ui, explorer }, node) {
    if (!node) return;
    const { connection, task } = node;
    const expiresInMinutes = await ui.pick<number>(`Protect task ${node.name.slice(0, 8)}`, [
      { label: "For 1 hour", value: 60 },
      { label: "For 2 hours", value: 120 },
      { label: "For 1 day", value: 1440 },
      { label: "For 2 days", description: "the most that ECS allows", value: 2880 },
      { label: "No longer", value: 0 },
    ]);
    if (expiresInMinutes === undefined) return;
    const protectionEnabled = expiresInMinutes > 0;
    const cluster = task.clusterArn ?? "";
    const permit = await connection.writes.ask({
      question: `${protectionEnabled ? "Protect" : "End the protection of"} task ${node.name.slice(0, 8)} in ${nameOfArn(cluster)}`,
      facts: [
        protectionEnabled ? "Deployments and scaling wait for it." : "Deployments and scaling may stop it.",
      ],
      action: protectionEnabled ? "Protect" : "End Protection",
      resources: [taskResource(task)],
    });
    if (!permit) return;
    await permit.updateTaskProtection({
      cluster,
      tasks: [task.taskArn ?? ""],
      protectionEnabled,
      ...(protectionEnabled ? { expiresInMinutes } : {}),
    });
    void explorer.refresh();
    await ui.info(
      protectionEnabled
        ? `Task ${node.name.slice(0, 8)} is protected for ${expiresInMinutes / 60} h.`
        : `Task ${node.name.slice(0, 8)} is no longer protected.`,
    );
  },
};
