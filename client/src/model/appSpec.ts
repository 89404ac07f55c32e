import { defined } from "../../../shared/src/defined.ts";
import type { Service } from "../aws/types.ts";
import { quoted } from "./shellText.ts";

/**
 * The AppSpec with which AWS CodeDeploy brings a task definition to a service, as JSON.
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html
 */
export function appSpec(
  { loadBalancers: [balancer] = [], platformVersion }: Service,
  taskDefinition: string,
): string {
  const Properties = {
    TaskDefinition: taskDefinition,
    ...(balancer && {
      LoadBalancerInfo: { ContainerName: balancer.containerName, ContainerPort: balancer.containerPort },
    }),
    ...defined({ PlatformVersion: platformVersion }),
  };
  return `${JSON.stringify({ version: 0, Resources: [{ TargetService: { Type: "AWS::ECS::Service", Properties } }] }, undefined, 2)}\n`;
}

/**
 * The command of the AWS CLI that starts the deployment, for a POSIX shell. Application and group have the
 * names that the ECS console gives them.
 */
export function codeDeployCommand(cluster: string, service: string, spec: string, region: string): string {
  const content = JSON.stringify({
    revisionType: "AppSpecContent",
    appSpecContent: { content: JSON.stringify(JSON.parse(spec)) },
  });
  const options = {
    region,
    "application-name": `AppECS-${cluster}-${service}`,
    "deployment-group-name": `DgpECS-${cluster}-${service}`,
    revision: content,
  };
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, quoted(value)]);
  return ["aws", "deploy", "create-deployment", ...words].join(" ");
}
