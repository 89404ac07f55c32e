import type {
  DescribeCapacityProvidersRequest,
  DescribeCapacityProvidersResponse,
} from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";
import { page } from "../../protocol/paging.ts";
import { lastPart } from "../../state/arn.ts";
import { missing } from "../failures.ts";

export const describeCapacityProviders = operation<
  DescribeCapacityProvidersRequest,
  DescribeCapacityProvidersResponse
>("DescribeCapacityProviders", (account, input) => {
  const asked = input.capacityProviders ?? [...account.capacityProviders.keys()];
  const found = asked.flatMap((reference) => account.capacityProviders.get(lastPart(reference)) ?? []);
  const { items, ...rest } = page(found, input, { default: 10, most: 10 });
  const tagged = input.include?.includes("TAGS");
  return {
    capacityProviders: items.map((provider) => ({ ...provider, ...(!tagged && { tags: [] }) })),
    failures: missing(
      account,
      "capacity-provider/",
      asked.filter((reference) => !account.capacityProviders.has(lastPart(reference))),
    ),
    ...rest,
  };
});
