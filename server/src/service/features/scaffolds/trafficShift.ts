import { partition, region, roleNamed } from "./parts.ts";
import type { Answers, Scaffold } from "./scaffold.ts";
import { base, onFargate } from "./serviceParts.ts";
import { literal, type Template, text, textOf } from "./template.ts";

/** Services whose traffic moves from one set of tasks to another behind a load balancer. */
export const shiftingServices: readonly Scaffold[] = [
  {
    id: "service-blue-green",
    label: "Service with blue/green deployments",
    description: "Fargate, two target groups, all traffic at once",
    template: (answers) => shifting(answers, { strategy: "BLUE_GREEN" }),
  },
  {
    id: "service-canary",
    label: "Service with canary deployments",
    description: "Fargate, two target groups, a small part of the traffic first",
    template: (answers) =>
      shifting(answers, {
        strategy: "CANARY",
        canaryConfiguration: { canaryPercent: literal(10), canaryBakeTimeInMinutes: literal(10) },
      }),
  },
  {
    id: "service-linear",
    label: "Service with linear deployments",
    description: "Fargate, two target groups, the traffic in equal steps",
    template: (answers) =>
      shifting(answers, {
        strategy: "LINEAR",
        linearConfiguration: { stepPercent: literal(20), stepBakeTimeInMinutes: literal(5) },
      }),
  },
];

function shifting(answers: Answers, strategy: Readonly<Record<string, Template>>): Template {
  return {
    ...onFargate(answers, "web"),
    deploymentConfiguration: {
      ...strategy,
      bakeTimeInMinutes: literal(10),
      minimumHealthyPercent: 100,
      maximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
    },
    loadBalancers: [
      {
        targetGroupArn: targetGroup(answers, "blue"),
        containerName: text(answers.container ?? "web"),
        containerPort: literal(answers.port ?? 8080),
        advancedConfiguration: {
          alternateTargetGroupArn: targetGroup(answers, "green"),
          productionListenerRule: listenerRule(answers),
          roleArn: roleNamed(answers, "ecsInfrastructureRoleForLoadBalancers"),
        },
      },
    ],
    healthCheckGracePeriodSeconds: literal(60),
  };
}

/** Services on capacity that is not Fargate's at its full price, and with a volume for each task. */
export const otherCapacity: readonly Scaffold[] = [
  {
    id: "service-ec2-web",
    label: "Service on EC2 behind a load balancer",
    description: "instances of the cluster, spread over zones",
    template: (answers) => ({
      ...base(answers, "web"),
      desiredCount: literal(2),
      launchType: "EC2",
      ...replaced,
      placementStrategy: [
        { type: "spread", field: "attribute:ecs.availability-zone" },
        { type: "binpack", field: "memory" },
      ],
      loadBalancers: [
        {
          targetGroupArn: targetGroup(answers, answers.family ?? "web"),
          containerName: text(answers.container ?? "web"),
          containerPort: literal(answers.port ?? 8080),
        },
      ],
      healthCheckGracePeriodSeconds: literal(60),
    }),
  },
  {
    id: "service-spot",
    label: "Service on Fargate Spot",
    description: "one task at the full price, the others may be interrupted",
    template: (answers) =>
      onCapacity(answers, [
        { capacityProvider: "FARGATE", base: literal(1), weight: literal(0) },
        { capacityProvider: "FARGATE_SPOT", weight: literal(1) },
      ]),
  },
  {
    id: "service-managed-instances",
    label: "Service on Managed Instances",
    description: "a capacity provider of the cluster that manages its instances",
    template: (answers) =>
      onCapacity(answers, [{ capacityProvider: text("managed-instances"), weight: literal(1) }]),
  },
  {
    id: "service-ebs",
    label: "Service with an EBS volume for each task",
    description: "Fargate; the volume is configuredAtLaunch in the task definition",
    template: (answers) => ({
      ...onFargate(answers, "web"),
      volumeConfigurations: [
        {
          name: text("data"),
          managedEBSVolume: {
            roleArn: roleNamed(answers, "ecsInfrastructureRoleForVolumes"),
            volumeType: text("gp3", "gp2", "io1", "io2", "sc1", "st1"),
            sizeInGiB: literal(20),
            filesystemType: text("xfs", "ext3", "ext4"),
            encrypted: true,
          },
        },
      ],
    }),
  },
];

const replaced: Readonly<Record<string, Template>> = {
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  enableECSManagedTags: true,
  propagateTags: "SERVICE",
};

function onCapacity(answers: Answers, capacityProviderStrategy: readonly Template[]): Template {
  const members = Object.entries(onFargate(answers, "worker"));
  const rest = members.filter(([name]) => name !== "launchType" && name !== "platformVersion");
  return { ...Object.fromEntries(rest), capacityProviderStrategy };
}

function targetGroup(answers: Answers, name: string): Template {
  return textOf`arn:${partition(answers)}:elasticloadbalancing:${region(answers)}:${account(answers)}:targetgroup/${text(name)}/${text("0123456789abcdef")}`;
}

function listenerRule(answers: Answers): Template {
  return textOf`arn:${partition(answers)}:elasticloadbalancing:${region(answers)}:${account(answers)}:listener-rule/app/${text(answers.family ?? "web")}/${text("0123456789abcdef/0123456789abcdef/0123456789abcdef")}`;
}

const account = (answers: Answers): ReturnType<typeof text> => text(answers.account ?? "123456789012");
