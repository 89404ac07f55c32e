import type { DeleteAttributesRequest, DeleteAttributesResponse } from "@aws-sdk/client-ecs";
import { requireCluster } from "../../state/cluster.ts";
import { operation } from "../ecsOperation.ts";
import { attributeRecord, refuseMany, targetOf } from "./instanceAttributes.ts";

export const deleteAttributes = operation<DeleteAttributesRequest, DeleteAttributesResponse>(
  "DeleteAttributes",
  (account, { cluster: reference, attributes = [] }) => {
    const cluster = requireCluster(account, reference);
    refuseMany(attributes);
    const targets = attributes.map((attribute) => ({ attribute, instance: targetOf(cluster, attribute) }));
    for (const { attribute, instance } of targets)
      instance.record.attributes = (instance.record.attributes ?? []).filter(
        ({ name }) => name !== attribute.name,
      );
    return { attributes: targets.map(({ attribute, instance }) => attributeRecord(instance, attribute)) };
  },
);
