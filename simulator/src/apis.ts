import { autoScalingOperations } from "./autoScaling/index.ts";
import { cloudwatchOperations } from "./cloudwatch/index.ts";
import { ec2Operations } from "./ec2/index.ts";
import { ecrOperations } from "./ecr/index.ts";
import { ecsOperations } from "./ecs/index.ts";
import { efsOperations } from "./efs/index.ts";
import { elbv2Operations } from "./elbv2/index.ts";
import { iamOperations } from "./iam/index.ts";
import { neighbourShapes } from "./input/neighbourShapes.table.ts";
import { readInput } from "./input/readInput.ts";
import { logsOperations } from "./logs/index.ts";
import type { Operation } from "./protocol/operation.ts";
import { secretsManagerOperations } from "./secretsManager/index.ts";
import { ssmOperations } from "./ssm/index.ts";
import { stsOperations } from "./sts/index.ts";

/** How the requests of an API are told from those of others. */
export type ApiProtocol =
  | { readonly kind: "json"; readonly version: "1.0" | "1.1"; readonly target: string }
  | { readonly kind: "query"; readonly version: string; readonly namespace: string }
  | { readonly kind: "ec2"; readonly version: string }
  | { readonly kind: "rest"; readonly routes: Readonly<Record<string, string>> };

/** An AWS API on the simulator's port. */
export interface Api {
  readonly name: string;
  readonly protocol: ApiProtocol;
  readonly operations: readonly Operation[];
}

const json = (target: string, version: "1.0" | "1.1" = "1.1"): ApiProtocol => ({
  kind: "json",
  version,
  target,
});
const query = (host: string, version: string): ApiProtocol => ({
  kind: "query",
  version,
  namespace: `${host}/doc/${version}/`,
});

/** The JSON API of a neighbour of ECS, whose inputs are read by their shapes first. */
function neighbour(name: string, protocol: ApiProtocol, operations: readonly Operation[]): Api {
  const shapes = neighbourShapes[name] ?? {};
  const reading = operations.map(
    (operation): Operation => ({
      ...operation,
      run: (account, input) => operation.run(account, readInput(shapes, operation.name, input) as never),
    }),
  );
  return { name, protocol, operations: reading };
}

export const apis: readonly Api[] = [
  { name: "ecs", protocol: json("AmazonEC2ContainerServiceV20141113"), operations: ecsOperations },
  { name: "sts", protocol: query("https://sts.amazonaws.com", "2011-06-15"), operations: stsOperations },
  neighbour("logs", json("Logs_20140328"), logsOperations),
  neighbour("ecr", json("AmazonEC2ContainerRegistry_V20150921"), ecrOperations),
  { name: "iam", protocol: query("https://iam.amazonaws.com", "2010-05-08"), operations: iamOperations },
  neighbour("secretsmanager", json("secretsmanager"), secretsManagerOperations),
  neighbour("ssm", json("AmazonSSM"), ssmOperations),
  { name: "ec2", protocol: { kind: "ec2", version: "2016-11-15" }, operations: ec2Operations },
  {
    name: "elasticloadbalancing",
    protocol: query("http://elasticloadbalancing.amazonaws.com", "2015-12-01"),
    operations: elbv2Operations,
  },
  neighbour("cloudwatch", json("GraniteServiceVersion20100801", "1.0"), cloudwatchOperations),
  neighbour("application-autoscaling", json("AnyScaleFrontendService"), autoScalingOperations),
  {
    name: "elasticfilesystem",
    protocol: { kind: "rest", routes: { "GET /2015-02-01/file-systems": "DescribeFileSystems" } },
    operations: efsOperations,
  },
];
