import { code, joinMarkdown, type Markdown, md, table } from "../../../../../shared/src/markdown.ts";
import { fargateSizes, fargateWindowsSizes } from "../../data/fargateSizes.ts";
import { priceList } from "../../data/fargatePrices.ts";
import { regionName } from "../../../../../shared/src/regions.ts";
import type { Definition } from "../../documents/ecsDocument.ts";
import type { JsonNode } from "../../syntax/jsonNode.ts";
import { type Arn, parseArn } from "../../../../../shared/src/arn.ts";
import { parameterOfArn, secretOfArn } from "../../../../../shared/src/secretReference.ts";
import { fargateCost } from "../../model/fargateCost.ts";
import { parseImageReference } from "../../../../../shared/src/image.ts";
import { TaskDefinition } from "../../model/taskDefinition.ts";
import { formatCpu } from "../../model/taskSize.ts";
import { listOf } from "../../rules/kit/words.ts";

/** What a value means: sizes in other units and their price, the parts of ARNs and images. */
export function describeValue({ kind, shape, root }: Definition, node: JsonNode): Markdown | undefined {
  if (node.isDynamic) return md`${code(node.sourceText)} is filled in before the file is sent to AWS.`;
  const isTaskLevel = kind === "task-definition" && node.parent === root;
  if (isTaskLevel && (node.key === "cpu" || node.key === "memory"))
    return describeSize(new TaskDefinition(root!, shape), node.key);
  if (node.key === "cpu" && node.number !== undefined)
    return md`${node.number} CPU units: ${formatCpu(node.number)}`;
  if ((node.key === "memory" || node.key === "memoryReservation") && node.number !== undefined)
    return md`${node.number} MiB: ${gibibytes(node.number)}`;
  if (node.string === undefined) return undefined;
  if (node.key === "image") return describeImage(node.string);
  const arn = parseArn(node.string);
  return arn && describeArn(node.string, arn);
}

function describeSize(task: TaskDefinition, key: "cpu" | "memory"): Markdown | undefined {
  const { cpuUnits, mebibytes } = task;
  const sizes = task.isWindows ? fargateWindowsSizes : fargateSizes;
  const lines: (string | undefined)[] = [];
  if (key === "cpu" && cpuUnits !== undefined) {
    const memories = sizes.get(cpuUnits);
    lines.push(
      `${cpuUnits} CPU units: ${formatCpu(cpuUnits)}`,
      memories && `On Fargate with ${listOf(memories)} MiB of memory.`,
    );
  }
  if (key === "memory" && mebibytes !== undefined) {
    const cpus = [...sizes].filter(([, memories]) => memories.includes(mebibytes)).map(([units]) => units);
    lines.push(
      `${mebibytes} MiB: ${gibibytes(mebibytes)}`,
      cpus.length > 0 ? `On Fargate with ${listOf(cpus)} CPU units.` : undefined,
    );
  }
  lines.push(priceLine(task));
  const known = lines.filter((line) => line !== undefined).map((line) => md`${line}`);
  return known.length === 0 ? undefined : joinMarkdown(known, "\n\n");
}

/** An amount of memory as people speak of it: `0.5 GiB`. */
function gibibytes(mebibytes: number): string {
  return `${Math.round((mebibytes / 1024) * 100) / 100} GiB`;
}

/** What one task costs, labelled as what it is. */
function priceLine(task: TaskDefinition): string | undefined {
  const cost = fargateCost(task);
  if (!cost) return undefined;
  return `One task on Fargate (${cost.platform}): $${cost.perHour.toFixed(4)} an hour, $${cost.perMonth.toFixed(2)} a month. List price of ${priceList.region}, ${priceList.asOf}.`;
}

function describeImage(text: string): Markdown {
  const { registry, repository, tag, digest, ecr } = parseImageReference(text);
  return facts([
    ["Registry", ecr ? "Amazon ECR, private" : (registry ?? "Docker Hub")],
    ["Account", ecr?.account],
    ["Region", ecr && regionWords(ecr.region)],
    ["Repository", repository],
    ["Tag", tag ?? (digest === undefined ? "latest, because none is given" : undefined)],
    ["Digest", digest],
  ]);
}

function describeArn(text: string, arn: Arn): Markdown {
  const secret = secretOfArn(text);
  const parameter = parameterOfArn(text)?.name;
  return facts([
    ["Service", arn.service],
    ["Partition", arn.partition === "aws" ? undefined : arn.partition],
    ["Region", arn.region === "" ? undefined : regionWords(arn.region)],
    ["Account", arn.account || undefined],
    ["Secret", secret?.name],
    ["JSON key", secret?.jsonKey],
    ["Version", secret?.versionStage ?? secret?.versionId],
    ["Parameter", parameter],
    ["Resource", secret || parameter !== undefined ? undefined : arn.resource],
  ]);
}

function regionWords(id: string): string {
  const name = regionName(id);
  return name === undefined ? id : `${id} (${name})`;
}

function facts(rows: readonly (readonly [string, string | undefined])[]): Markdown {
  const known = rows.flatMap(([name, value]) => (value === undefined ? [] : [[md`${name}`, code(value)]]));
  return table([md``, md``], known);
}
