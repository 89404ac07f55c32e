import { fargateSizes, fargateWindowsSizes } from "../../data/fargateSizes.ts";
import type { TaskDefinition } from "../../model/taskDefinition.ts";
import type { JsonNode } from "../../syntax/jsonNode.ts";
import { type Fix, insertMember, quickFix, replaceValue } from "../kit/fix.ts";
import { memberPlace } from "../kit/place.ts";
import { placeOf } from "../kit/placeOf.ts";
import { listOf } from "../kit/words.ts";
import { fargateRefusalRows } from "../taskDefinition/fargate/fargateRefusals.ts";
import type { Rule } from "../rule.ts";

/** Why AWS finds that a task definition cannot run on Fargate. */
interface Unfitness {
  /** What the task definition says, or does not say, as the end of "The task definition …". */
  readonly words: string;
  readonly node: JsonNode | undefined;
  readonly fix?: Fix;
}

export const fargateFitness: Rule = {
  id: "launch-type-fargate-unfit",
  summary: "A service on Fargate needs a task definition that can run there.",
  severity: "error",
  fix: "use networkMode awsvpc in the task definition",
  appliesTo: "service with its task definition",
  check({ isFargate, capacityChoice }, task, report, taskDocument) {
    // Where the task definition names launch types, its own rules say what does not fit.
    if (!isFargate || !capacityChoice || !task.isWhole || task.root.filled("requiresCompatibilities")) return;
    const found = networkUnfitness(task) ?? sizeUnfitness(task) ?? refusedSetting(task);
    if (!found) return;
    report(
      memberPlace(capacityChoice),
      `The task definition ${found.words}, so it cannot run on Fargate: AWS answers "Task definition does not support launch_type FARGATE". Change it, or choose another launch type.`,
      {
        fixes: found.fix ? [{ ...found.fix, document: taskDocument }] : [],
        related: placeOf("What Fargate does not take", found.node ?? task.family, taskDocument),
      },
    );
  },
};

function networkUnfitness(task: TaskDefinition): Unfitness | undefined {
  const { networkMode, root } = task;
  const title = "Use awsvpc in the task definition";
  if (!networkMode)
    return {
      words: "names no networkMode, which means bridge, and Fargate needs awsvpc",
      node: undefined,
      fix: quickFix(title, insertMember(root, "networkMode", "awsvpc", "family")),
    };
  if (networkMode.string === undefined || networkMode.string === "awsvpc") return undefined;
  return {
    words: `has networkMode ${networkMode.string}, and Fargate needs awsvpc`,
    node: networkMode,
    fix: quickFix(title, replaceValue(networkMode, "awsvpc")),
  };
}

function sizeUnfitness(task: TaskDefinition): Unfitness | undefined {
  const missing = (["cpu", "memory"] as const).filter((member) => !task.root.filled(member));
  if (missing.length > 0)
    return { words: `gives no ${listOf(missing, "and")} for the task`, node: undefined };
  const { cpuUnits, mebibytes } = task;
  if (cpuUnits === undefined || mebibytes === undefined) return undefined;
  const sizes = task.isWindows ? fargateWindowsSizes : fargateSizes;
  return sizes.get(cpuUnits)?.includes(mebibytes)
    ? undefined
    : {
        words: `asks for ${cpuUnits} CPU units with ${mebibytes} MiB, which is no size of Fargate`,
        node: task.cpu,
      };
}

/** The first setting that AWS refuses on Fargate. Log drivers have a rule of their own. */
function refusedSetting(task: TaskDefinition): Unfitness | undefined {
  const rows = fargateRefusalRows.filter(
    ({ id, severity }) => severity === "error" && id !== "fargate-log-driver",
  );
  const node = rows.flatMap(({ find }) => find(task))[0];
  return node && { words: `has ${node.key ?? `"${node.string}"`}, which Fargate does not take`, node };
}
