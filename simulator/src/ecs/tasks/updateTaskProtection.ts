import type { UpdateTaskProtectionRequest, UpdateTaskProtectionResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { lookSoon } from "../../engine/scheduler.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { missing } from "../failures.ts";
import { protectedTask, serviceTasks } from "./protectedTasks.ts";

/** Protection lasts two hours where nothing else is asked, at most two days. */
const defaultMinutes = 120;
const mostMinutes = 2880;

export const updateTaskProtection = operation<UpdateTaskProtectionRequest, UpdateTaskProtectionResponse>(
  "UpdateTaskProtection",
  (account, input) => {
    const { tasks = [], protectionEnabled, expiresInMinutes = defaultMinutes } = input;
    const cluster = requireCluster(account, input.cluster);
    if (tasks.length === 0) throw invalidParameter("Tasks cannot be empty.");
    if (tasks.length > 10) throw invalidParameter("Tasks cannot have more than 10 elements.");
    if (expiresInMinutes < 1 || expiresInMinutes > mostMinutes)
      throw invalidParameter(`expiresInMinutes should be between 1 and ${mostMinutes}, inclusive.`);
    const { found, unknown, standalone } = serviceTasks(account, cluster, tasks);
    for (const task of found) {
      task.protectedUntil = protectionEnabled ? account.clock.now() + expiresInMinutes * 60 : undefined;
      const service = cluster.services.get(task.launch.group.replace("service:", ""));
      if (service)
        account.clock.after(protectionEnabled ? expiresInMinutes * 60 : 0, () => lookSoon(account, service));
    }
    return {
      protectedTasks: found.map((task) => protectedTask(account, task)),
      failures: [...missing(account, `task/${cluster.name}/`, unknown), ...standalone],
    };
  },
);
