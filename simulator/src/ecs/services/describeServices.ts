import type { DescribeServicesRequest, DescribeServicesResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { requireCluster } from "../../state/cluster.ts";
import { findService } from "../../state/service.ts";
import { without } from "../../without.ts";
import { missing } from "../failures.ts";
import { serviceRecord } from "./serviceRecord.ts";

export const describeServices = operation<DescribeServicesRequest, DescribeServicesResponse>(
  "DescribeServices",
  (account, input) => {
    const cluster = requireCluster(account, input.cluster);
    const references = input.services ?? [];
    if (references.length === 0) throw invalidParameter("Services cannot be empty.");
    if (references.length > 10) throw invalidParameter("Services cannot have more than 10 elements.");
    const tagged = input.include?.includes("TAGS");
    return {
      services: references.flatMap((reference) => {
        const service = findService(cluster, reference);
        if (!service) return [];
        const record = serviceRecord(account, service);
        return tagged ? record : without(record, "tags");
      }),
      failures: missing(
        account,
        `service/${cluster.name}/`,
        references.filter((reference) => !findService(cluster, reference)),
      ),
    };
  },
);
