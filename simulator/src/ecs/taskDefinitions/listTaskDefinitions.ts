import type { ListTaskDefinitionsRequest, ListTaskDefinitionsResponse } from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";
import { page } from "../../protocol/paging.ts";

export const listTaskDefinitions = operation<ListTaskDefinitionsRequest, ListTaskDefinitionsResponse>(
  "ListTaskDefinitions",
  (account, input) => {
    const { familyPrefix, status = "ACTIVE", sort = "ASC" } = input;
    const families = familyPrefix === undefined ? [...account.families.keys()].sort() : [familyPrefix];
    const all = families
      .flatMap((family) => account.families.get(family) ?? [])
      .filter((definition) => definition?.record.status === status);
    if (sort === "DESC") all.reverse();
    const { items, ...rest } = page(all, input, { default: 100, most: 100 });
    return {
      taskDefinitionArns: items.flatMap((definition) => definition?.record.taskDefinitionArn ?? []),
      ...rest,
    };
  },
);
