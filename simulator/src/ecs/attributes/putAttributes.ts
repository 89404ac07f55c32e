import type { PutAttributesRequest, PutAttributesResponse } from "@aws-sdk/client-ecs";
import { requireCluster } from "../../state/cluster.ts";
import { operation } from "../ecsOperation.ts";
import { attributeRecord, refuseMany, targetOf } from "./instanceAttributes.ts";

/**
 * Sets attributes of instances, by which placement constraints choose; one that is there gets the new value.
 */
export const putAttributes = operation<PutAttributesRequest, PutAttributesResponse>(
  "PutAttributes",
  (account, { cluster: reference, attributes = [] }) => {
    const cluster = requireCluster(account, reference);
    refuseMany(attributes);
    const targets = attributes.map((attribute) => ({ attribute, instance: targetOf(cluster, attribute) }));
    for (const { attribute, instance } of targets) {
      const { name, value } = attribute;
      const others = (instance.record.attributes ?? []).filter((each) => each.name !== name);
      instance.record.attributes = [...others, { name, ...(value !== undefined && { value }) }];
    }
    return { attributes: targets.map(({ attribute, instance }) => attributeRecord(instance, attribute)) };
  },
);
