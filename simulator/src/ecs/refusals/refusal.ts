/** What the API says when it refuses the input; undefined when it has nothing against it. */
export type Check<Input> = (input: Input) => string | undefined;

/** The message of the first check that refuses. */
export function firstRefusal<Input>(checks: readonly Check<Input>[], input: Input): string | undefined {
  for (const check of checks) {
    const message = check(input);
    if (message !== undefined) return message;
  }
  return undefined;
}

/** A check that runs others on each of the things that `pick` finds, in order. */
export function each<Input, Item>(
  pick: (input: Input) => readonly Item[],
  ...checks: readonly ((item: Item, input: Input) => string | undefined)[]
): Check<Input> {
  return (input) => {
    for (const item of pick(input)) {
      const message = firstRefusal(
        checks.map((check) => (candidate: Item) => check(candidate, input)),
        item,
      );
      if (message !== undefined) return message;
    }
    return undefined;
  };
}

/** The first value that occurs a second time. */
export function repeated<T>(values: readonly T[]): T | undefined {
  return values.find((value, index) => values.indexOf(value) < index);
}

/** Whether following `next` leads from one of the nodes back to itself. */
export function hasCycle(nodes: readonly string[], next: (node: string) => readonly string[]): boolean {
  const done = new Set<string>();
  const visit = (node: string, path: ReadonlySet<string>): boolean => {
    if (path.has(node)) return true;
    if (done.has(node)) return false;
    done.add(node);
    return next(node).some((other) => visit(other, new Set([...path, node])));
  };
  return nodes.some((node) => visit(node, new Set()));
}
