/** A copy without members whose text is empty, at any depth: in services ECS takes them as left out. */
export function withoutEmpty<T>(value: T): T {
  if (Array.isArray(value)) return value.map((element: unknown) => withoutEmpty(element)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, content]: [string, unknown]) =>
    content === "" ? [] : [[key, withoutEmpty(content)]],
  );
  return Object.fromEntries(entries) as T;
}
