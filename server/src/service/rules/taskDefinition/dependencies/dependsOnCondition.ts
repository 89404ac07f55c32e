import type { JsonNode } from "../../../syntax/jsonNode.ts";
import type { Container } from "../../../model/container.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";
import { type Fix, insertMember, quickFix, replaceValue } from "../../kit/fix.ts";
import type { Rule } from "../../rule.ts";
import { capitalize } from "../../kit/words.ts";

const completeEssential: Rule = {
  id: "depends-on-complete-essential",
  summary: "Nobody can wait for an essential container to end.",
  severity: "error",
  about: ["dependsOn"],
  fix: "make the container nonessential",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { condition, target, isSelf } of conditions(task)) {
      if (condition.string !== "COMPLETE" && condition.string !== "SUCCESS") continue;
      const essential = target.node.get("essential");
      if (isSelf || (essential && essential.boolean !== true)) continue;
      report(
        condition,
        `Waiting for ${condition.string} means waiting until ${target.label} has ended, but it is essential: when it ends, the whole task stops. ` +
          `AWS refuses the registration. Set essential to false on ${target.label}, or wait for ${otherCondition(target)}.`,
        {
          fixes: [
            quickFix(
              `Set essential to false on ${target.label}`,
              insertMember(target.node, "essential", false, "image"),
            ),
            quickFix(`Wait for ${otherCondition(target)}`, replaceValue(condition, otherCondition(target))),
          ],
        },
      );
    }
  },
};

const healthyNoCheck: Rule = {
  id: "depends-on-healthy-no-check",
  summary: "Waiting for HEALTHY needs a healthCheck in the task definition.",
  severity: "error",
  about: ["dependsOn"],
  fix: "add a health check",
  appliesTo: "task-definition",
  check(task, report) {
    for (const { condition, target } of conditions(task)) {
      if (condition.string !== "HEALTHY" || target.healthCheck) continue;
      report(
        condition,
        `${capitalize(target.label)} has no healthCheck here, so it never becomes HEALTHY; a HEALTHCHECK of its image does not count for ECS. ` +
          "AWS refuses the registration. Add a healthCheck, or wait for START.",
        { fixes: [addHealthCheck(target), quickFix("Wait for START", replaceValue(condition, "START"))] },
      );
    }
  },
};

/** The conditions on containers of this file. */
function conditions(task: TaskDefinition): { condition: JsonNode; target: Container; isSelf: boolean }[] {
  return task.containers.flatMap((container) =>
    container.dependsOn.flatMap((entry) => {
      const condition = entry.get("condition");
      const target = task.container(entry.get("containerName")?.string);
      return condition && target ? [{ condition, target, isSelf: target.name === container.name }] : [];
    }),
  );
}

/** What can be waited for instead of the end. */
function otherCondition(target: Container): string {
  return target.healthCheck ? "HEALTHY" : "START";
}

/** Asks the first port of the container, or the usual one, over HTTP. */
function addHealthCheck(target: Container): Fix {
  const port = target.portMappings[0]?.get("containerPort")?.number;
  const address = port === undefined || port === 80 ? "http://localhost/" : `http://localhost:${port}/`;
  const check = {
    command: ["CMD-SHELL", `curl -f ${address} || exit 1`],
    interval: 30,
    timeout: 5,
    retries: 3,
  };
  return quickFix(`Add a health check to ${target.label}`, insertMember(target.node, "healthCheck", check));
}

/** What a dependency waits for. */
export const dependsOnCondition: readonly Rule[] = [completeEssential, healthyNoCheck];
