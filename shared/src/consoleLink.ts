import { type Arn, parseArn } from "./arn.ts";
import type { EcrRegistry } from "./image.ts";
import { isRegionId, partitionOfRegion, partitions } from "./regions.ts";

/**
 * The page of the AWS console that shows what an ARN names; undefined for kinds and partitions whose pages
 * are not known. The host is one of a closed list and all parts of the ARN are escaped: ARNs come from files
 * and tags of others.
 */
export function consoleLink(text: string): string | undefined {
  const arn = parseArn(text);
  const host = partitions.find(({ id }) => id === arn?.partition)?.consoleHost;
  if (!arn || host === undefined || (arn.region !== "" && !isRegionId(arn.region))) return undefined;
  const path = pathOf(arn);
  return path && `https://${host}/${path}`;
}

/** The page of a private repository of Amazon ECR. */
export function repositoryLink({ account, region }: EcrRegistry, repository: string): string | undefined {
  if (!isRegionId(region)) return undefined;
  const path = `ecr/repositories/private/${account}/${segments(repository)}?region=${region}`;
  return `https://${partitionOfRegion(region).consoleHost}/${path}`;
}

type PathOf = (arn: Arn, name: string) => string | undefined;

/** By service and kind of resource; `name` is what follows the kind. */
const paths: ReadonlyMap<string, PathOf> = new Map<string, PathOf>([
  ["iam:role", (_, name) => `iam/home#/roles/details/${escaped(lastPart(name))}`],
  ["secretsmanager:secret", secretPage],
  ["ssm:parameter", parameterPage],
  ["ecs:cluster", ({ region }, name) => `ecs/v2/clusters/${escaped(name)}/services?region=${region}`],
  ["ecs:service", (arn, name) => ofCluster(arn, name, "services", "/health")],
  ["ecs:task", (arn, name) => ofCluster(arn, name, "tasks", "/configuration")],
  ["ecs:container-instance", (arn, name) => ofCluster(arn, name, "infrastructure/container-instances", "")],
  ["ecs:task-definition", taskDefinitionPage],
  [
    "ec2:security-group",
    ({ region }, id) => `ec2/home?region=${region}#SecurityGroup:groupId=${escaped(id)}`,
  ],
  [
    "ec2:subnet",
    ({ region }, id) => `vpcconsole/home?region=${region}#SubnetDetails:subnetId=${escaped(id)}`,
  ],
  ["logs:log-group", logGroupPage],
  ["elasticloadbalancing:targetgroup", targetGroupPage],
  [
    "elasticfilesystem:file-system",
    ({ region }, name) => `efs/home?region=${region}#/file-systems/${escaped(name)}`,
  ],
  ["lambda:function", ({ region }, name) => `lambda/home?region=${region}#/functions/${escaped(name)}`],
]);

function pathOf(arn: Arn): string | undefined {
  if (arn.service === "s3") return objectPage(arn.resource);
  const [, kind = "", name = ""] = /^([\w-]+)[/:](.*)$/s.exec(arn.resource) ?? [];
  return name === "" ? undefined : paths.get(`${arn.service}:${kind}`)?.(arn, name);
}

/**
 * Services of the old format, whose ARN does not name the cluster, have no page that could be told from it.
 */
function ofCluster({ region }: Arn, name: string, kind: string, page: string): string | undefined {
  const [cluster = "", id = ""] = name.split("/");
  if (id === "") return undefined;
  return `ecs/v2/clusters/${escaped(cluster)}/${kind}/${escaped(id)}${page}?region=${region}`;
}

function taskDefinitionPage({ region }: Arn, name: string): string {
  const [family = "", revision] = name.split(":");
  const page =
    revision === undefined ? escaped(family) : `${escaped(family)}/${escaped(revision)}/containers`;
  return `ecs/v2/task-definitions/${page}?region=${region}`;
}

function secretPage({ region }: Arn, name: string): string {
  const secret = (name.split(":")[0] ?? "").replace(/-[A-Za-z0-9]{6}$/, "");
  return `secretsmanager/secret?name=${escaped(secret)}&region=${region}`;
}

function parameterPage({ region }: Arn, name: string): string {
  const path = name.includes("/") ? `/${name}` : name;
  return `systems-manager/parameters/${escaped(path)}/description?region=${region}`;
}

function objectPage(resource: string): string {
  const [bucket = "", ...key] = resource.split("/");
  return `s3/object/${escaped(bucket)}?prefix=${escaped(key.join("/"))}`;
}

/** The console writes the name of a log group in its own escape: a URL escape whose percent sign is `$25`. */
function logGroupPage({ region }: Arn, name: string): string {
  const group = escaped(escaped(name.replace(/:\*$/, ""))).replaceAll("%", "$");
  return `cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${group}`;
}

function targetGroupPage({ partition, service, region, account, resource }: Arn): string {
  const arn = ["arn", partition, service, region, account].map(escaped).concat(segments(resource)).join(":");
  return `ec2/home?region=${region}#TargetGroup:targetGroupArn=${arn}`;
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

const segments = (path: string): string => path.split("/").map(escaped).join("/");

/**
 * Escapes a part of an address. Halves of a surrogate pair, which no address can hold, become question marks.
 */
function escaped(text: string): string {
  const half = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
  return encodeURIComponent(text.replaceAll(half, "?"));
}
