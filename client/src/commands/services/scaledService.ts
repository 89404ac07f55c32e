import type { ScalableTarget } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { CommandContext } from "../command.ts";
import { writableServiceRef } from "../choosing/pickService.ts";
import { serviceRefWords, type ServiceRef } from "../choosing/serviceRef.ts";

/** A service that Application Auto Scaling scales. */
export interface ScaledService extends ServiceRef {
  readonly target: ScalableTarget;
}

/**
 * The service of a row, or one to choose; undefined when it is not scaled automatically, which the user is
 * told.
 */
export async function scaledService(
  context: CommandContext,
  node: ServiceNode | undefined,
): Promise<ScaledService | undefined> {
  const ref = await writableServiceRef(context, node, "Auto scaling");
  if (!ref) return undefined;
  const { target } = await ref.connection.scaling.scaling(nameOfArn(ref.cluster), ref.service);
  if (target) return { ...ref, target };
  await context.ui.info(`${serviceRefWords(ref)} is not scaled automatically.`);
  return undefined;
}
