import type { ListAttributesRequest, ListAttributesResponse } from "@aws-sdk/client-ecs";
import { page } from "../../protocol/paging.ts";
import { requireCluster } from "../../state/cluster.ts";
import { operation } from "../ecsOperation.ts";
import { attributeRecord } from "./instanceAttributes.ts";

export const listAttributes = operation<ListAttributesRequest, ListAttributesResponse>(
  "ListAttributes",
  (account, input) => {
    const { cluster, attributeName, attributeValue } = input;
    const all = [...requireCluster(account, cluster).instances.values()].flatMap((instance) =>
      (instance.record.attributes ?? []).map((attribute) => attributeRecord(instance, attribute)),
    );
    const asked = all.filter(
      ({ name, value }) =>
        (attributeName === undefined || name === attributeName) &&
        (attributeValue === undefined || value === attributeValue),
    );
    const { items, ...rest } = page(asked, input, { default: 100, most: 100 });
    return { attributes: items, ...rest };
  },
);
