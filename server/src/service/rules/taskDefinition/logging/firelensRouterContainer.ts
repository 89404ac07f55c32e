import { logRouterPort } from "../../../data/firelens.ts";
import type { Container } from "../../../model/container.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { quickFix, replaceValue } from "../../kit/fix.ts";
import { keyPlace } from "../../kit/place.ts";
import type { Report, Rule, RuleFacts } from "../../rule.ts";
import { capitalize } from "../../kit/words.ts";
import { awslogsConfiguration } from "./awslogsConfiguration.ts";

const essential = routerRule(
  {
    id: "firelens-router-essential",
    summary: "A log router is best essential.",
    severity: "information",
    fix: "make the router essential",
  },
  ({ node, label }, report) => {
    const flag = node.get("essential");
    if (flag?.boolean !== false) return;
    report(
      flag,
      `${capitalize(label)} routes the logs and is not essential: when it stops, the task runs on and its logs are lost unnoticed. Make it essential.`,
      {
        fixes: [quickFix(`Make ${label} essential`, replaceValue(flag, true))],
      },
    );
  },
);

const itself = routerRule(
  {
    id: "firelens-router-logs-to-itself",
    summary: "A log router sends its own logs elsewhere.",
    severity: "warning",
    fix: "log with awslogs",
  },
  ({ label, logDriver, logConfiguration }, report, task) => {
    if (logDriver?.string !== "awsfirelens") return;
    report(
      logDriver,
      `${capitalize(label)} is the log router and would send its own logs through itself, so its errors are lost where they matter most. Let it log with awslogs.`,
      { fixes: [quickFix("Log with awslogs", replaceValue(logConfiguration!, awslogsConfiguration(task)))] },
    );
  },
);

const ownDependsOn = routerRule(
  {
    id: "firelens-custom-depends-on",
    summary: "A log router with dependsOn of its own is not started first by itself.",
    severity: "information",
  },
  ({ node, label }, report) => {
    const dependsOn = node.filled("dependsOn");
    if (!dependsOn) return;
    report(
      keyPlace(dependsOn),
      `ECS starts the log router before the containers that log through it, but not when the router itself has dependsOn. Without it ${label} starts first again.`,
    );
  },
);

const windows = routerRule(
  { id: "firelens-windows", summary: "FireLens runs on Linux only.", severity: "warning" },
  ({ firelens }, report, task) => {
    if (!task.isWindows) return;
    report(
      keyPlace(firelens!),
      "ECS does not support FireLens for Windows tasks, so no logs are routed. Run Fluent Bit as a container of your own, without firelensConfiguration.",
    );
  },
);

const port: Rule = {
  id: "firelens-port-24224",
  summary: "Port 24224 of an awsvpc task belongs to its log router.",
  severity: "warning",
  about: ["firelensConfiguration"],
  appliesTo: "task-definition",
  check(task, report) {
    if (!task.isAwsvpc || task.logRouters.length === 0) return;
    for (const { firelens, portMappings } of task.containers) {
      for (const mapping of firelens ? [] : portMappings) {
        const taken = mapping.get("containerPort");
        if (taken?.number !== logRouterPort) continue;
        report(
          taken,
          `The log router listens on port ${logRouterPort}, and with networkMode awsvpc all containers share their ports. Choose another one.`,
        );
      }
    }
  },
};

/** A rule about each log router. */
function routerRule(
  facts: RuleFacts,
  check: (router: Container, report: Report, task: TaskDefinition) => void,
): Rule {
  return {
    ...facts,
    about: ["firelensConfiguration"],
    appliesTo: "task-definition",
    check(task, report) {
      for (const router of task.logRouters) check(router, report, task);
    },
  };
}

/** The container that routes the logs, and its port. */
export const firelensRouterContainer: readonly Rule[] = [essential, itself, ownDependsOn, windows, port];
