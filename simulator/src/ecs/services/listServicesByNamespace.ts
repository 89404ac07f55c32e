import type { ListServicesByNamespaceRequest, ListServicesByNamespaceResponse } from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";
import { page } from "../../paging.ts";

/** Services whose Service Connect configuration names the namespace. */
export const listServicesByNamespace = operation<ListServicesByNamespaceRequest, ListServicesByNamespaceResponse>(
  "ListServicesByNamespace",
  (account, input) => {
    const services = [...account.clusters.values()].flatMap(({ services: all }) => [...all.values()]);
    const found = services.filter(({ status, settings }) => status !== "INACTIVE" && settings.serviceConnectConfiguration?.namespace === input.namespace);
    const { items, ...rest } = page(found, input, { default: 10, most: 100 });
    return { serviceArns: items.map(({ arn }) => arn), ...rest };
  },
);
