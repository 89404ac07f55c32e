/** What the name of a file promises. */
export type NamedKind =
  | "task-definition"
  | "container-list"
  | "service"
  | "service-of-some-tool"
  | "task-set"
  | "run-task"
  | "express-service"
  | "daemon-task-definition";

const names: readonly (readonly [kind: NamedKind, name: RegExp])[] = [
  ["daemon-task-definition", /daemon[-_]?task[-_]?def/i],
  ["container-list", /container[-_]?def/i],
  [
    "task-definition",
    /^(?:ecs-)?task[-_]?def(?:inition)?(?:[-_.][\w.-]*)?\.(?:jsonc?|ya?ml)$|[-_.]task[-_]?def(?:inition)?\.(?:jsonc?|ya?ml)$/i,
  ],
  ["express-service", /express[-_]?(?:gateway[-_]?)?service/i],
  ["service", /^(?:create-service|ecs-service(?:-def(?:inition)?)?)(?:[-_.][\w.-]*)?\.(?:jsonc?|ya?ml)$/i],
  ["service-of-some-tool", /^service-def(?:inition)?(?:[-_.][\w.-]*)?\.(?:jsonc?|ya?ml)$/i],
  ["run-task", /^(?:run|start)[-_]?task(?:[-_.][\w.-]*)?\.(?:jsonc?|ya?ml)$/i],
  ["task-set", /^(?:create-)?task[-_]?set(?:[-_.][\w.-]*)?\.(?:jsonc?|ya?ml)$/i],
];

/** Tells by its name what a file is; undefined for names that say nothing. */
export function namedKind(uri: string): NamedKind | undefined {
  const name = fileName(uri);
  const named = names.find(([, pattern]) => pattern.test(name))?.[0];
  return named ?? (/\/ecs\/service\.(?:jsonc?|ya?ml)$/i.test(decode(uri)) ? "service" : undefined);
}

/** What our languages promise, for a file to which a user gave one by hand or that has no name yet. */
const languageKinds: ReadonlyMap<string, NamedKind> = new Map([
  ["ecs-task-definition", "task-definition"],
  ["ecs-service", "service"],
]);

/** What a file is by its name, else by the language that it has in the editor. */
export function promisedKind(uri: string, language: string | undefined): NamedKind | undefined {
  return namedKind(uri) ?? languageKinds.get(language ?? "");
}

/** The name of the file that a URI leads to. */
export function fileName(uri: string): string {
  return decode(uri).split(/[/\\]/).at(-1) ?? "";
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri; // not percent-encoded: a plain path that holds "%"
  }
}
