import { dnsSuffixOf, partitionOf } from "../../../../../shared/src/regions.ts";
import type { Answers } from "./scaffold.ts";
import type { Stop } from "./template.ts";
import { literal, type Template, text, textOf } from "./template.ts";

/** Roles that AWS's own examples use; whoever has others overwrites the stop. */
export function role(answers: Answers, name: string): Template {
  return textOf`arn:${partition(answers)}:iam::${answers.account ?? text("123456789012")}:role/${text(name)}`;
}

export function partition({ region = "us-east-1" }: Answers): string {
  return partitionOf(region);
}

export function region({ region: known }: Answers): Stop {
  return text(known ?? "us-east-1");
}

/** Logs to CloudWatch, in a group named after the family. */
export function logs(answers: Answers, prefix: string): Template {
  return {
    logDriver: "awslogs",
    options: {
      "awslogs-group": text(`/ecs/${answers.family ?? "app"}`),
      "awslogs-region": region(answers),
      "awslogs-stream-prefix": prefix,
    },
  };
}

export function image(answers: Answers, name: string): Template {
  const { account = "123456789012", region: known = "us-east-1" } = answers;
  return text(
    answers.image ?? `${account}.dkr.ecr.${known}.${dnsSuffixOf(partition(answers))}/${name}:1.0.0`,
  );
}

/** Asks the application over HTTP; `wget` is in images made from Alpine and BusyBox, `curl` in many others. */
export function httpHealthCheck(port: number): Template {
  return {
    command: ["CMD-SHELL", text(`wget -q -O /dev/null http://localhost:${port}/ || exit 1`)],
    interval: 30,
    timeout: 5,
    retries: 3,
    startPeriod: literal(60),
  };
}

export function family(answers: Answers, name: string): Template {
  return text(answers.family ?? name);
}

/** What every task on Fargate says. */
export function fargate(
  answers: Answers,
  name: string,
  size: { readonly cpu: string; readonly memory: string },
): Readonly<Record<string, Template>> {
  return {
    family: family(answers, name),
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: text(answers.size?.cpu ?? size.cpu),
    memory: text(answers.size?.memory ?? size.memory),
    runtimePlatform: { cpuArchitecture: text("X86_64", "ARM64"), operatingSystemFamily: "LINUX" },
    executionRoleArn: role(answers, "ecsTaskExecutionRole"),
    taskRoleArn: role(answers, `${answers.family ?? name}-task`),
  };
}
