import { logRouter, webContainer, workerContainer } from "./containers.ts";
import { exampleImages, executionRole, family, fargate, image, logs, portOf, roleNamed } from "./parts.ts";
import type { Answers, Scaffold } from "./scaffold.ts";
import { literal, type Template, text } from "./template.ts";

/** Whole task definitions. */
export const taskDefinitionScaffolds: readonly Scaffold[] = [
  {
    id: "fargate-web",
    label: "Web service on Fargate",
    description: "one container behind a port, with logs",
    asks: ["image", "port", "size", "healthCheck"],
    template: web,
  },
  {
    id: "fargate-worker",
    label: "Worker on Fargate",
    description: "one container without ports",
    asks: ["image", "size"],
    template: worker,
  },
  {
    id: "fargate-job",
    label: "Scheduled job on Fargate",
    description: "runs once and ends",
    asks: ["image", "size"],
    template: job,
  },
  {
    id: "fargate-firelens",
    label: "Web service with FireLens",
    description: "logs go through a Fluent Bit sidecar",
    asks: ["image", "port", "size", "healthCheck", "taskRole"],
    template: firelens,
  },
  {
    id: "fargate-efs",
    label: "Fargate with an EFS volume",
    description: "files that outlive the task",
    asks: ["image", "port", "size", "healthCheck", "fileSystem"],
    template: efs,
  },
  {
    id: "ec2-gpu",
    label: "GPU on EC2",
    description: "one container with a GPU of the instance",
    asks: ["image"],
    template: gpu,
  },
  {
    id: "fargate-windows",
    label: "Windows on Fargate",
    description: "a Windows Server 2022 container",
    asks: ["image", "port", "windowsSize"],
    template: windows,
  },
];

function web(answers: Answers): Template {
  return {
    ...fargate(answers, "web", { cpu: "256", memory: "512" }),
    containerDefinitions: [webContainer(answers)],
  };
}

function worker(answers: Answers): Template {
  return {
    ...fargate(answers, "worker", { cpu: "256", memory: "512" }),
    containerDefinitions: [workerContainer(answers)],
  };
}

function job(answers: Answers): Template {
  return {
    ...fargate(answers, "job", { cpu: "512", memory: "1024" }),
    containerDefinitions: [workerContainer(answers, "job")],
  };
}

function firelens(answers: Answers): Template {
  const application = {
    ...(webContainer(answers) as Record<string, Template>),
    dependsOn: [{ containerName: "log-router", condition: "START" }],
    logConfiguration: {
      logDriver: "awsfirelens",
      options: {
        Name: "cloudwatch_logs",
        region: text(answers.region ?? "us-east-1"),
        log_group_name: text(`/ecs/${answers.family ?? "web"}`),
        log_stream_prefix: "web/",
        auto_create_group: "true",
      },
    },
  };
  return {
    ...fargate(answers, "web", { cpu: "512", memory: "1024" }),
    // Fluent Bit writes to CloudWatch with this role, which therefore has to allow it.
    taskRoleArn:
      answers.taskRole === undefined
        ? roleNamed(answers, `${answers.family ?? "web"}-task`)
        : text(answers.taskRole),
    containerDefinitions: [application, logRouter(answers)],
  };
}

function efs(answers: Answers): Template {
  const container = {
    ...(webContainer(answers) as Record<string, Template>),
    mountPoints: [{ sourceVolume: "data", containerPath: text("/data"), readOnly: false }],
  };
  const efsVolumeConfiguration = {
    fileSystemId: text(answers.fileSystem ?? "fs-0123456789abcdef0"),
    transitEncryption: "ENABLED",
  };
  return {
    ...fargate(answers, "web", { cpu: "512", memory: "1024" }),
    containerDefinitions: [container],
    volumes: [{ name: "data", efsVolumeConfiguration }],
  };
}

function gpu(answers: Answers): Template {
  return {
    family: family(answers, "training"),
    requiresCompatibilities: ["EC2"],
    networkMode: "awsvpc",
    executionRoleArn: executionRole(answers),
    containerDefinitions: [
      {
        name: text("training"),
        ...image(answers, exampleImages.gpu),
        essential: true,
        cpu: literal(2048),
        memory: literal(8192),
        resourceRequirements: [{ type: "GPU", value: text("1") }],
        logConfiguration: logs(answers, "training"),
      },
    ],
  };
}

function windows(answers: Answers): Template {
  return {
    ...fargate(answers, "windows", { cpu: "1024", memory: "2048" }),
    runtimePlatform: {
      cpuArchitecture: "X86_64",
      operatingSystemFamily: text("WINDOWS_SERVER_2022_CORE", "WINDOWS_SERVER_2022_FULL"),
    },
    containerDefinitions: [
      {
        name: text("iis"),
        ...image(answers, exampleImages.windows),
        essential: true,
        portMappings: [
          {
            name: "http",
            containerPort: literal(portOf(answers)),
            protocol: "tcp",
            appProtocol: "http",
          },
        ],
        logConfiguration: logs(answers, "iis"),
      },
    ],
  };
}
