import type { ListServicesByNamespaceRequest, ListServicesByNamespaceResponse } from "@aws-sdk/client-ecs";
import { page } from "../../protocol/paging.ts";
import { lastPart } from "../../state/arn.ts";
import { operation } from "../ecsOperation.ts";
import type { Service } from "../../state/types.ts";

/** Services that use Service Connect in the namespace, given by name or ARN. */
export const listServicesByNamespace = operation<
  ListServicesByNamespaceRequest,
  ListServicesByNamespaceResponse
>("ListServicesByNamespace", (account, input) => {
  const services = [...account.clusters.values()].flatMap(({ services: all }) => [...all.values()]);
  const found = services.filter(
    (service) => service.status !== "INACTIVE" && namespaceOf(service) === lastPart(input.namespace ?? ""),
  );
  const { items, ...rest } = page(found, input, { default: 10, most: 100 });
  return { serviceArns: items.map(({ arn }) => arn), ...rest };
});

/** The service's own namespace, else the one that its cluster gives by default. */
function namespaceOf({ settings, cluster }: Service): string | undefined {
  const { enabled = false, namespace = cluster.record.serviceConnectDefaults?.namespace } =
    settings.serviceConnectConfiguration ?? {};
  return enabled && namespace !== undefined ? lastPart(namespace) : undefined;
}
