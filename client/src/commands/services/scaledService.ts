import type { ScalableTarget } from "../../aws/types.ts";
import { nameOfArn } from "../../model/arn.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";
import type { CommandContext } from "../command.ts";
import { writablePlaceFor } from "../choosing/pickService.ts";
import { placeWords, type Place } from "../choosing/serviceRef.ts";

/** A service that Application Auto Scaling scales. */
export interface ScaledService extends Place {
  readonly target: ScalableTarget;
}

/** The service of a row, or one to choose; undefined when it is not scaled automatically, which the user is told. */
export async function scaledService(
  context: CommandContext,
  node: ServiceNode | undefined,
): Promise<ScaledService | undefined> {
  const place = await writablePlaceFor(context, node, "Auto scaling");
  if (!place) return undefined;
  const { target } = await place.connection.scaling.scaling(nameOfArn(place.cluster), place.service);
  if (target) return { ...place, target };
  await context.ui.info(`${placeWords(place)} is not scaled automatically.`);
  return undefined;
}
