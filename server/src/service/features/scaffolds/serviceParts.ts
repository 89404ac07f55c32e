import type { Answers } from "./scaffold.ts";
import { literal, type Template, text } from "./template.ts";

/** What every service says. */
export function base(answers: Answers, name: string): Readonly<Record<string, Template>> {
  return {
    serviceName: text(answers.family ?? name),
    cluster: text(answers.cluster ?? "default"),
    taskDefinition: text(answers.taskDefinition ?? answers.family ?? name),
  };
}

/** What every service on Fargate says. */
export function onFargate(answers: Answers, name: string): Readonly<Record<string, Template>> {
  return {
    ...base(answers, name),
    desiredCount: literal(2),
    launchType: "FARGATE",
    platformVersion: "LATEST",
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: [text("subnet-0123456789abcdef0"), text("subnet-0fedcba9876543210")],
        securityGroups: [text("sg-0123456789abcdef0")],
        assignPublicIp: text("DISABLED", "ENABLED"),
      },
    },
    deploymentConfiguration: {
      minimumHealthyPercent: 100,
      maximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
    },
    availabilityZoneRebalancing: "ENABLED",
    enableECSManagedTags: true,
    propagateTags: "SERVICE",
  };
}
