import type { HealthProgram } from "../../../protocol.ts";
import { partitionOf } from "../../../../../shared/src/regions.ts";
import type { Answers } from "./scaffold.ts";
import type { Stop } from "./template.ts";
import { literal, type Template, text, textOf } from "./template.ts";

/** The role that the ECS console makes in an account, unless one is known to exist. */
export function executionRole(answers: Answers): Template {
  return answers.executionRole === undefined
    ? roleNamed(answers, "ecsTaskExecutionRole")
    : text(answers.executionRole);
}

/** A role of that name in the account of the answers; the user overwrites the stop. */
export function roleNamed(answers: Answers, name: string): Template {
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

/** An image to start with, and what it needs to run. */
interface ExampleImage {
  readonly name: string;
  /** What the image does not do by itself. */
  readonly command?: readonly string[];
}

/** Public images that start as they are. Those of Amazon ECR Public need no account at Docker Hub. */
export const exampleImages = {
  /** Listens on port 80, writes to its root file system, and has curl but not wget. */
  web: { name: "public.ecr.aws/nginx/nginx:1.29" },
  /** Ends at once without a command. */
  worker: {
    name: "public.ecr.aws/docker/library/busybox:1.37",
    command: ["sh", "-c", "while true; do echo working; sleep 60; done"],
  },
  job: { name: "public.ecr.aws/docker/library/busybox:1.37", command: ["echo", "done"] },
  gpu: { name: "nvidia/cuda:12.4.1-base-ubuntu22.04", command: ["nvidia-smi"] },
  /** Listens on port 80. */
  windows: { name: "mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022" },
} satisfies Readonly<Record<string, ExampleImage>>;

/** The image of the answers, or an example with the command that it needs. */
export function image(
  { image: known }: Answers,
  example: ExampleImage,
): { readonly image: Template; readonly command?: Template } {
  if (known !== undefined) return { image: text(known) };
  return {
    image: text(example.name),
    ...(example.command && { command: example.command.map((word) => text(word)) }),
  };
}

/** The port of the answers, or the one on which the example image listens. */
export function portOf({ image: known, port }: Answers): number {
  return port ?? (known === undefined ? 80 : 8080);
}

const requests: Readonly<Record<HealthProgram, string>> = {
  wget: "wget -q -O /dev/null",
  curl: "curl -f",
};

/** Asks the application over HTTP. wget is in images made from Alpine and BusyBox, curl in many others. */
export function httpHealthCheck(program: HealthProgram, port: number): Template {
  return shellHealthCheck(`${requests[program]} http://localhost:${port}/ || exit 1`);
}

/** A health check by a command line for the shell of the image. */
export function shellHealthCheck(line: string): Template {
  return {
    command: ["CMD-SHELL", text(line)],
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
    executionRoleArn: executionRole(answers),
  };
}
