import type { Connection } from "../../aws/connection.ts";
import type { Service } from "../../aws/types.ts";
import { serviceResource, type ServiceResource } from "../../model/resource.ts";
import { nameOfArn } from "../../model/arn.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";

/** A service that commands write to. */
export interface Place {
  readonly connection: Connection;
  /** ARN. */
  readonly cluster: string;
  readonly service: string;
}

export const placeOf = ({ connection, service }: ServiceNode): Place => ({
  connection,
  cluster: service.clusterArn ?? "",
  service: service.serviceName ?? "",
});

/** `live / orders` */
export const placeWords = ({ cluster, service }: Pick<Place, "cluster" | "service">): string =>
  `${nameOfArn(cluster)} / ${service}`;

/** What is written to there, for a plan. */
export const placeResource = ({ cluster, service }: Pick<Place, "cluster" | "service">): ServiceResource =>
  serviceResource(cluster, service);

/** Throws ReadOnlyError where the settings forbid to write to the service, before the user is asked for anything. */
export const requireWritable = (place: Place): Promise<void> =>
  place.connection.writes.requireWritable([placeResource(place)]);

/** The service as it is now; undefined when there is none or it was deleted. */
export async function findService({ connection, cluster, service }: Place): Promise<Service | undefined> {
  const [found] = await connection.ecs.describeServices(cluster, [service]);
  return found?.status === "INACTIVE" ? undefined : found;
}

/** Like {@link findService}; throws when there is none. */
export async function requireService(place: Place): Promise<Service> {
  const found = await findService(place);
  if (!found) throw new Error(`there is no service ${place.service} in ${nameOfArn(place.cluster)}.`);
  return found;
}
