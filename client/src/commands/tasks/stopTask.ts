import { nameOfArn } from "../../model/arn.ts";
import { counted } from "../../model/words.ts";
import type { TaskNode } from "../../tree/taskNode.ts";
import { chosenNodes } from "../choosing/chosenNodes.ts";
import type { Command } from "../command.ts";

/** Stops tasks with a reason, which ECS shows as `stoppedReason`. */
export const stopTask: Command<TaskNode> = {
  id: "taskwright.stopTask",
  title: "Stop Task…",
  icon: "debug-stop",
  on: ["task"],
  needs: "live",
  groups: ["2_change@1"],
  palette: "never",
  async run({ ui, explorer }, node, selected) {
    const nodes = chosenNodes(node, selected).filter((each) => each.kind === "task");
    const [first] = nodes;
    if (!first) return;
    const what = nodes.length === 1 ? `task ${first.name.slice(0, 8)}` : counted(nodes.length, "task");
    const reason = await ui.input({
      title: `Stop ${what}`,
      prompt: "Reason, which ECS keeps with the task",
      value: "Stopped from VS Code",
    });
    if (reason === undefined) return;
    const cluster = first.task.clusterArn ?? "";
    const group = first.task.group ?? "";
    const permit = await first.connection.writes.ask({
      question: `Stop ${what} in ${nameOfArn(cluster)}`,
      facts: [
        group.startsWith("service:")
          ? `The service ${group.slice(8)} starts new tasks in their place.`
          : "No service starts it again.",
        `Reason: ${reason}`,
      ],
      action: "Stop",
      names: [nameOfArn(cluster), group.replace(/^service:/, "") || first.name],
    });
    if (!permit) return;
    for (const { task } of nodes) await permit.stopTask(task.clusterArn ?? "", task.taskArn ?? "", reason);
    void explorer.refresh();
  },
};
