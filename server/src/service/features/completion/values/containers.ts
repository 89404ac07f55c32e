import type { JsonNode } from "../../../syntax/jsonNode.ts";
import { formatCpu, formatMemory } from "../../../model/taskSize.ts";
import type { CursorSite, ValueProvider } from "../cursorSite.ts";
import { type Suggestion, valueOf } from "../suggestion.ts";

/**
 * What a container is called and what it reserves: names that are free, sizes for which the task has room.
 */
export const containers: readonly ValueProvider[] = [
  { path: "containerDefinitions/*/name", suggest: freeNames },
  { path: "containerDefinitions/*/essential", suggest: truths },
  { path: "containerDefinitions/*/cpu", suggest: cpuShares },
  { path: "containerDefinitions/*/memory", suggest: (site) => memorySizes(site, "memory") },
  {
    path: "containerDefinitions/*/memoryReservation",
    suggest: (site) => memorySizes(site, "memoryReservation"),
  },
];

function freeNames(site: CursorSite): Suggestion[] {
  const awaited = new Set(site.task?.symbols.dangling("container").map(({ name }) => name));
  if (awaited.size > 0) return [...awaited].map((name) => valueOf(name, "named elsewhere in the file"));
  const image = site.enclosing(1)?.get("image")?.string;
  const ofImage = image && nameOfImage(image);
  const taken = new Set(others(site).map((container) => container.get("name")?.string));
  const names = [...new Set([...(ofImage ? [ofImage] : []), "app", "sidecar"])].filter(
    (name) => !taken.has(name),
  );
  return (names.length > 0 ? names : [`container-${taken.size + 1}`]).map((name) =>
    valueOf(name, name === ofImage ? "the image's name" : undefined),
  );
}

/** The last part of an image's repository. */
function nameOfImage(image: string): string | undefined {
  const [name = ""] = image.slice(image.lastIndexOf("/") + 1).split(/[:@]/, 1);
  return /(?<![\w-])[\w-]+$/.exec(name)?.[0];
}

/** A task has at least one essential container, and for the end of such a one nothing can wait. */
function truths(site: CursorSite): Suggestion[] {
  if (isWaitedToEnd(site)) return [valueOf(false, "another container waits for its end")];
  const hasOther = others(site).some((container) => container.get("essential")?.boolean !== false);
  return hasOther ? [valueOf(true), valueOf(false)] : [valueOf(true, "the task needs one that is")];
}

function isWaitedToEnd({ task, containerName }: CursorSite): boolean {
  const waits = (entry: JsonNode): boolean =>
    entry.get("containerName")?.string === containerName &&
    ["COMPLETE", "SUCCESS"].includes(entry.get("condition")?.string ?? "");
  return (
    containerName !== undefined && (task?.containers ?? []).some(({ dependsOn }) => dependsOn.some(waits))
  );
}

function cpuShares(site: CursorSite): Suggestion[] {
  const room = (site.task?.cpuUnits ?? 4096) - sum(others(site), (container) => container.get("cpu")?.number);
  return [128, 256, 512, 1024, 2048, 4096]
    .filter((units) => units <= room)
    .map((units) => valueOf(units, formatCpu(units)));
}

function memorySizes(site: CursorSite, key: "memory" | "memoryReservation"): Suggestion[] {
  const own = site.enclosing(1);
  const reserved = sum(
    others(site),
    (container) => (container.get("memoryReservation") ?? container.get("memory"))?.number,
  );
  const room = (site.task?.mebibytes ?? 8192) - reserved;
  const [least, most] =
    key === "memory"
      ? [own?.get("memoryReservation")?.number ?? 0, room]
      : [0, Math.min(room, own?.get("memory")?.number ?? room)];
  const fitting = [256, 512, 1024, 2048, 4096, 8192, 128, 64].filter(
    (mebibytes) => mebibytes >= least && mebibytes <= most,
  );
  return fitting.map((mebibytes) => valueOf(mebibytes, formatMemory(mebibytes)));
}

/** The containers that the cursor is not in. */
function others(site: CursorSite): readonly JsonNode[] {
  const own = site.enclosing(1);
  return (site.task?.containers ?? []).map(({ node }) => node).filter((node) => node.offset !== own?.offset);
}

function sum(nodes: readonly JsonNode[], of: (node: JsonNode) => number | undefined): number {
  return nodes.reduce((total, node) => total + (of(node) ?? 0), 0);
}
