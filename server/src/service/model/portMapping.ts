import type { JsonNode } from "../syntax/jsonNode.ts";

/** The ports of a `containerPortRange`, both ends included. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Takes `8000-8010` apart; undefined for any other text. The order of the ends and their size are not judged.
 */
export function parsePortRange(text: string): PortRange | undefined {
  const match = /^(\d+)-(\d+)$/.exec(text);
  return match ? { first: Number(match[1]), last: Number(match[2]) } : undefined;
}

/** The protocol of a port mapping, tcp where it names none; undefined when it is dynamic. */
export function protocolOf(mapping: JsonNode): string | undefined {
  const protocol = mapping.filled("protocol");
  return protocol ? protocol.string : "tcp";
}

/**
 * The port of the host that a mapping fixes; undefined where it is left to ECS (absent or 0) or not known.
 */
export function staticHostPort(mapping: JsonNode): number | undefined {
  return mapping.get("hostPort")?.number || undefined;
}

/** The mapping of a container port; ranges count. */
export function mappingOf(mappings: readonly JsonNode[], port: number): JsonNode | undefined {
  return mappings.find((mapping) => {
    if (mapping.get("containerPort")?.number === port) return true;
    const range = parsePortRange(mapping.get("containerPortRange")?.string ?? "");
    return range !== undefined && range.first <= port && port <= range.last;
  });
}
