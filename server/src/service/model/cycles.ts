/** A directed connection between two names. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

interface Visit<E> {
  readonly name: string;
  /** The edges that are still to follow, the next one last. */
  readonly remaining: E[];
}

/**
 * The cycles of a graph, each as its edges in their order, the one that closes it last. Each edge closes at
 * most one. Takes time linear in the edges, if cycles are few.
 */
export function findCycles<E extends Edge>(edges: readonly E[]): (readonly E[])[] {
  const outgoing = new Map<string, E[]>();
  for (const edge of edges) {
    const known = outgoing.get(edge.from);
    if (known) known.push(edge);
    else outgoing.set(edge.from, [edge]);
  }
  const cycles: (readonly E[])[] = [];
  const done = new Set<string>();
  for (const start of outgoing.keys()) {
    if (!done.has(start)) walk(start, outgoing, done, cycles);
  }
  return cycles;
}

/** Goes into the depth without recursion, so that no chain is too long. */
function walk<E extends Edge>(
  start: string,
  outgoing: ReadonlyMap<string, readonly E[]>,
  done: Set<string>,
  cycles: (readonly E[])[],
): void {
  const visit = (name: string): Visit<E> => ({ name, remaining: [...(outgoing.get(name) ?? [])].reverse() });
  const stack = [visit(start)];
  const depths = new Map([[start, 0]]);
  const path: E[] = [];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const edge = top.remaining.pop();
    if (!edge) {
      stack.pop();
      path.pop();
      depths.delete(top.name);
      done.add(top.name);
      continue;
    }
    const depth = depths.get(edge.to);
    if (depth !== undefined) cycles.push([...path.slice(depth), edge]);
    else if (!done.has(edge.to)) {
      depths.set(edge.to, stack.length);
      path.push(edge);
      stack.push(visit(edge.to));
    }
  }
}
