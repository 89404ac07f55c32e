import type { ListServicesRequest, ListServicesResponse } from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";
import { page } from "../../protocol/paging.ts";
import { requireCluster } from "../../state/cluster.ts";

export const listServices = operation<ListServicesRequest, ListServicesResponse>(
  "ListServices",
  (account, input) => {
    const { launchType, schedulingStrategy } = input;
    const services = [...requireCluster(account, input.cluster).services.values()].filter(
      ({ status, settings }) =>
        status !== "INACTIVE" &&
        (launchType === undefined || settings.launchType === launchType) &&
        (schedulingStrategy === undefined ||
          (settings.schedulingStrategy ?? "REPLICA") === schedulingStrategy),
    );
    const { items, ...rest } = page(services, input, { default: 10, most: 100 });
    return { serviceArns: items.map(({ arn }) => arn), ...rest };
  },
);
