import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";
import { tagged } from "./tagged.ts";

export const listTagsForResource = operation<ListTagsForResourceRequest, ListTagsForResourceResponse>(
  "ListTagsForResource",
  (account, input) => ({
    tags: tagged(account, input.resourceArn).tags ?? [],
  }),
);
