import type { Service } from "../aws/types.ts";
import type { TargetState } from "../model/findings/evidence.ts";
import { targetGroupName } from "../model/targets.ts";
import type { Session } from "./session.ts";

/** The health of all targets of a service: one call for each target group. */
export async function readTargets(
  { connection }: Session,
  service: Service,
  signal: AbortSignal,
): Promise<readonly TargetState[]> {
  const groups = (service.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
  const states = groups.map(async (arn) =>
    (await connection.targets.health(arn, signal)).map((health) => ({ group: targetGroupName(arn), health })),
  );
  return (await Promise.all(states)).flat();
}
