import { type InlayHint, InlayHintKind, type Range } from "vscode-languageserver-types";
import type { Definition, EcsDocument } from "../documents/ecsDocument.ts";
import type { JsonNode } from "../syntax/jsonNode.ts";
import { priceList } from "../data/fargatePrices.ts";
import { fargateCost } from "../model/fargateCost.ts";
import { TaskDefinition } from "../model/taskDefinition.ts";
import { formatCpu, formatMemory } from "../model/taskSize.ts";

/** Which hints are shown. */
export interface InlayHintSettings {
  /** vCPU and GiB beside cpu and memory. */
  readonly sizes?: boolean;
  /** What the containers reserve together, beside the task's size. */
  readonly sums?: boolean;
  /** The price of a month, beside the task's memory. */
  readonly cost?: boolean;
}

/** Sizes in human units, the sum of what containers reserve, and the price. */
export function inlayHints(document: EcsDocument, range: Range, settings: InlayHintSettings): InlayHint[] {
  const from = document.lines.offsetAt(range.start);
  const to = document.lines.offsetAt(range.end);
  return document.definitions
    .flatMap((definition) => hintsOf(definition, settings))
    .filter(({ node }) => node.offset >= from && node.offset + node.length <= to)
    .map(({ node, text, tooltip }) => ({
      position: document.rangeOf(node).end,
      label: text,
      kind: InlayHintKind.Type,
      paddingLeft: true,
      ...(tooltip !== undefined && { tooltip }),
    }));
}

function hintsOf({ root, kind, shape }: Definition, settings: InlayHintSettings): Hint[] {
  if (kind !== "task-definition" || !root) return [];
  const task = new TaskDefinition(root, shape);
  return [...taskHints(task, settings), ...containerHints(task, settings)];
}

interface Hint {
  readonly node: JsonNode;
  readonly text: string;
  readonly tooltip?: string;
}

function taskHints(task: TaskDefinition, settings: InlayHintSettings): Hint[] {
  const { sizes = true, sums = true, cost = true } = settings;
  const reserved = sums && task.containers.length > 1 ? reservations(task) : { cpu: 0, memory: 0 };
  const price = cost ? fargateCost(task) : undefined;
  const tooltip =
    price &&
    `One task on Fargate (${price.platform}) at the list price of ${priceList.region}, ${priceList.asOf}.`;
  return [
    ...hint(task.root.get("cpu"), [
      inWords(sizes, task.cpuUnits, formatCpu),
      reserved.cpu > 0 && `containers: ${reserved.cpu}`,
    ]),
    ...hint(
      task.root.get("memory"),
      [
        inWords(sizes, task.mebibytes, formatMemory),
        reserved.memory > 0 && `containers: ${reserved.memory} MiB`,
        price && `$${price.perMonth.toFixed(2)} a month`,
      ],
      tooltip,
    ),
  ];
}

function inWords(
  isShown: boolean,
  value: number | undefined,
  format: (value: number) => string,
): string | undefined {
  return isShown && value !== undefined ? format(value) : undefined;
}

function containerHints(task: TaskDefinition, { sizes = true }: InlayHintSettings): Hint[] {
  if (!sizes) return [];
  return task.containers.flatMap(({ node }) => {
    const cpu = node.get("cpu");
    const memories = [node.get("memory"), node.get("memoryReservation")];
    return [
      ...hint(cpu, [cpu?.number !== undefined && cpu.number >= 1 && formatCpu(cpu.number)]),
      // Below a GiB the number says it already.
      ...memories.flatMap((memory) =>
        hint(memory, [memory?.number !== undefined && memory.number >= 1024 && formatMemory(memory.number)]),
      ),
    ];
  });
}

function hint(
  node: JsonNode | undefined,
  parts: readonly (string | false | undefined)[],
  tooltip?: string,
): Hint[] {
  const text = parts.filter((part) => part).join(" · ");
  return node && text !== "" ? [{ node, text, ...(tooltip !== undefined && { tooltip }) }] : [];
}

/** CPU units and MiB that the containers reserve together. */
function reservations(task: TaskDefinition): { cpu: number; memory: number } {
  const sum = (values: readonly (number | undefined)[]): number =>
    values.reduce<number>((total, value) => total + (value ?? 0), 0);
  return {
    cpu: sum(task.containers.map(({ node }) => node.get("cpu")?.number)),
    memory: sum(
      task.containers.map(({ node }) => node.get("memoryReservation")?.number ?? node.get("memory")?.number),
    ),
  };
}
