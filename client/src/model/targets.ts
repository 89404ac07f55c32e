import type { TargetHealthDescription } from "../aws/types.ts";

/** `orders` of `…:targetgroup/orders/73e2d6bc24d8a067`. */
export function targetGroupName(arn: string): string {
  return arn.split("/")[1] ?? arn;
}

/** A target's health: `healthy`, `unhealthy: Health checks failed with these codes: [503]`. */
export function targetWords({
  State,
  Description,
}: NonNullable<TargetHealthDescription["TargetHealth"]> = {}): string {
  return [State ?? "unknown", Description].filter(Boolean).join(": ");
}

/** A text of ECS in which a target group stands by its name instead of its ARN in brackets. */
export const withGroupNames = (text: string): string =>
  text.replaceAll(
    /\(target-group (arn:[^\s)]+)\)/g,
    (_all, arn: string) => `target group ${targetGroupName(arn)}`,
  );
