import { logRouterImage } from "../../../data/firelens.ts";
import type { Container } from "../../../model/container.ts";
import { appendItem, quickFix } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Rule } from "../../rule.ts";
import { capitalize } from "../../kit/words.ts";

const missing: Rule = {
  id: "firelens-router-missing",
  summary: "awsfirelens needs a container that routes the logs.",
  severity: "error",
  about: ["logDriver"],
  fix: "insert a log_router container",
  appliesTo: "task-definition",
  check(task, report) {
    if (task.logRouters.length > 0 || task.hasDynamicContainers) return;
    for (const { node, logDriver } of task.containers) {
      if (logDriver?.string !== "awsfirelens") continue;
      const router = {
        name: "log_router",
        image: logRouterImage,
        essential: true,
        memoryReservation: 50,
        firelensConfiguration: { type: "fluentbit" },
      };
      report(
        logDriver,
        "awsfirelens hands the logs to a router, and no container of this task definition has a firelensConfiguration: AWS refuses the " +
          "registration. Add a log router container.",
        {
          fixes: [quickFix("Add a log_router container", appendItem(node.parent!, router))],
          ...(task.shape === "fragment" && { severity: "hint" }),
        },
      );
    }
  },
};

const multiple: Rule = {
  id: "firelens-router-multiple",
  summary: "A task has one log router.",
  severity: "warning",
  about: ["firelensConfiguration"],
  appliesTo: "task-definition",
  check(task, report) {
    const [first, ...others] = task.logRouters;
    for (const { firelens, label } of others) {
      report(
        keyPlace(firelens!),
        `${capitalize(first!.label)} already routes the logs of this task, and a task has one router only. Remove firelensConfiguration from ${label}.`,
        {
          related: [{ message: "The other router stands here.", span: keyPlace(first!.firelens!) }],
        },
      );
    }
  },
};

const unused: Rule = {
  id: "firelens-router-unused",
  summary: "A log router needs containers that log with awsfirelens.",
  severity: "information",
  about: ["firelensConfiguration"],
  appliesTo: "task-definition",
  check(task, report) {
    const [router] = task.logRouters;
    if (!router || task.containers.some((container) => mayUseRouter(container))) return;
    report(
      keyPlace(router.firelens!),
      `${capitalize(router.label)} routes logs, but no container sends any: none has the log driver awsfirelens. Set logDriver to awsfirelens where logs should be routed.`,
    );
  },
};

function mayUseRouter({ node, logDriver }: Container): boolean {
  if (node.isDynamic || node.get("logConfiguration")?.isDynamic) return true;
  return logDriver !== undefined && (logDriver.isDynamic || logDriver.string === "awsfirelens");
}

/** Whether logs and a router for them are there. */
export const firelensRouter: readonly Rule[] = [missing, multiple, unused];
