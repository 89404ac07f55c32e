import { parseArn } from "../../../../../../shared/src/arn.ts";
import type { TaskDefinition } from "../../../model/taskDefinition.ts";

/**
 * A role of that name: its ARN when the file tells the account that it is for, else the bare name, which ECS
 * takes too.
 */
export function roleIn(task: TaskDefinition, name: string): string {
  const account = accountOf(task);
  return account ? `arn:${account.partition}:iam::${account.account}:role/${name}` : name;
}

function accountOf(task: TaskDefinition): { partition: string; account: string } | undefined {
  for (const role of [task.executionRole, task.taskRole]) {
    const arn = parseArn(role?.string ?? "");
    if (arn?.account) return arn;
  }
  return task.containers.find(({ image }) => image?.ecr)?.image?.ecr;
}
