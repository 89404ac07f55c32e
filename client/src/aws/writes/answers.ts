import type { Failure } from "@aws-sdk/client-ecs";

/** @throws Error when the answer lacks what the call was for */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`ECS ${what}.`);
  return value;
}

/** Some calls succeed as a whole and tell in their answer what they refused: throws with the first reason. */
export function refuse(failures: readonly Failure[] = []): void {
  const [first] = failures;
  if (first) throw new Error([first.reason, first.detail].filter(Boolean).join(": "));
}
