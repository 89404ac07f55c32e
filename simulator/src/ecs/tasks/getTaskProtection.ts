import type { GetTaskProtectionRequest, GetTaskProtectionResponse } from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { missing } from "../failures.ts";
import { protectedTask, serviceTasks } from "./protectedTasks.ts";

export const getTaskProtection = operation<GetTaskProtectionRequest, GetTaskProtectionResponse>(
  "GetTaskProtection",
  (account, input) => {
    const cluster = requireCluster(account, input.cluster);
    const { found, unknown, standalone } = serviceTasks(account, cluster, input.tasks);
    return {
      protectedTasks: found.map((task) => protectedTask(account, task)),
      failures: [...missing(account, `task/${cluster.name}/`, unknown), ...standalone],
    };
  },
);
