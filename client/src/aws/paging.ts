interface Page<T> {
  readonly items: readonly T[] | undefined;
  readonly nextToken: string | undefined;
}

/** Reads all pages. */
export async function allPages<T>(
  load: (nextToken: string | undefined) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const all: T[] = [];
  let nextToken: string | undefined;
  do {
    const page = await load(nextToken);
    all.push(...(page.items ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  return all;
}

/** Describes many in calls of at most `size`, side by side. */
export async function inBatches<T, R>(
  items: readonly T[],
  size: number,
  load: (batch: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  const batches: Promise<readonly R[]>[] = [];
  for (let start = 0; start < items.length; start += size)
    batches.push(load(items.slice(start, start + size)));
  return (await Promise.all(batches)).flat();
}
