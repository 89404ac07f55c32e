/** Whose texts are the user's own, so that they may be empty. */
const kept = new Set(["tags", "options"]);

/**
 * A copy without members whose text is empty, at any depth but in tags and options: in services ECS takes
 * them as left out.
 */
export function withoutEmpty<T>(value: T): T {
  if (Array.isArray(value)) return value.map((element: unknown) => withoutEmpty(element)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, content]: [string, unknown]) =>
    content === "" ? [] : [[key, kept.has(key) ? content : withoutEmpty(content)]],
  );
  return Object.fromEntries(entries) as T;
}
