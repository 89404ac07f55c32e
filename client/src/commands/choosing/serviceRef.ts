import type { Connection } from "../../aws/connection.ts";
import type { Service } from "../../aws/types.ts";
import { serviceResource, type ServiceResource } from "../../model/resource.ts";
import { nameOfArn } from "../../model/arn.ts";
import type { ServiceNode } from "../../tree/serviceNode.ts";

/** A service that commands write to. */
export interface ServiceRef {
  readonly connection: Connection;
  /** ARN. */
  readonly cluster: string;
  readonly service: string;
}

export const serviceRefOf = ({ connection, service }: ServiceNode): ServiceRef => ({
  connection,
  cluster: service.clusterArn ?? "",
  service: service.serviceName ?? "",
});

/** `live / orders` */
export const serviceRefWords = ({ cluster, service }: Pick<ServiceRef, "cluster" | "service">): string =>
  `${nameOfArn(cluster)} / ${service}`;

/** What is written to there, for a plan. */
export const serviceRefResource = ({
  cluster,
  service,
}: Pick<ServiceRef, "cluster" | "service">): ServiceResource => serviceResource(cluster, service);

/**
 * Throws ReadOnlyError where the settings forbid to write to the service, before the user is asked for
 * anything.
 */
export const requireWritable = (ref: ServiceRef): Promise<void> =>
  ref.connection.writes.requireWritable([serviceRefResource(ref)]);

/** The service as it is now; undefined when there is none or it was deleted. */
export async function findService({
  connection,
  cluster,
  service,
}: ServiceRef): Promise<Service | undefined> {
  const [found] = await connection.ecs.describeServices(cluster, [service]);
  return found?.status === "INACTIVE" ? undefined : found;
}

/** Like {@link findService}; throws when there is none. */
export async function requireService(ref: ServiceRef): Promise<Service> {
  const found = await findService(ref);
  if (!found) throw new Error(`there is no service ${ref.service} in ${nameOfArn(ref.cluster)}.`);
  return found;
}
