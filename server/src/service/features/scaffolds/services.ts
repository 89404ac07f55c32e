import { partition } from "./parts.ts";
import { base, onFargate } from "./serviceParts.ts";
import { otherCapacity, shiftingServices } from "./trafficShift.ts";
import type { Answers, Scaffold } from "./scaffold.ts";
import { literal, Stop, type Template, text, textOf } from "./template.ts";

/** Whole services. */
export const serviceScaffolds: readonly Scaffold[] = [
  {
    id: "service-web",
    label: "Service behind a load balancer",
    description: "Fargate, target group, circuit breaker",
    template: behindLoadBalancer,
  },
  {
    id: "service-worker",
    label: "Service without a load balancer",
    description: "Fargate, circuit breaker",
    template: worker,
  },
  {
    id: "service-connect",
    label: "Service with Service Connect",
    description: "Fargate; other services reach it by name",
    template: connected,
  },
  ...shiftingServices,
  ...otherCapacity,
  {
    id: "service-daemon",
    label: "Daemon on EC2",
    description: "one task on each instance",
    template: daemon,
  },
];

function worker(answers: Answers): Template {
  return onFargate(answers, "worker");
}

function behindLoadBalancer(answers: Answers): Template {
  const { region, account } = answers;
  const targetGroupArn = textOf`arn:${partition(answers)}:elasticloadbalancing:${region ?? text("us-east-1")}:${account ?? text("123456789012")}:targetgroup/${text(answers.family ?? "web")}/${text("0123456789abcdef")}`;
  return {
    ...onFargate(answers, "web"),
    loadBalancers: [
      {
        targetGroupArn,
        containerName: text(answers.container ?? "web"),
        containerPort: literal(answers.port ?? 8080),
      },
    ],
    healthCheckGracePeriodSeconds: literal(60),
  };
}

function connected(answers: Answers): Template {
  return {
    ...onFargate(answers, "web"),
    serviceConnectConfiguration: {
      enabled: true,
      namespace: text("internal"),
      services: [
        {
          portName: text(answers.portName ?? "http"),
          discoveryName: new Stop([answers.family ?? "web"], true),
          clientAliases: [{ port: literal(80), dnsName: text(answers.family ?? "web") }],
        },
      ],
    },
  };
}

function daemon(answers: Answers): Template {
  return {
    ...base(answers, "agent"),
    launchType: "EC2",
    schedulingStrategy: "DAEMON",
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    enableECSManagedTags: true,
    propagateTags: "SERVICE",
  };
}
