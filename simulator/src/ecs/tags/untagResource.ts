import type { UntagResourceRequest, UntagResourceResponse } from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";
import { tagged } from "./tagged.ts";

export const untagResource = operation<UntagResourceRequest, UntagResourceResponse>(
  "UntagResource",
  (account, { resourceArn, tagKeys = [] }) => {
    const resource = tagged(account, resourceArn);
    resource.tags = (resource.tags ?? []).filter(({ key }) => key === undefined || !tagKeys.includes(key));
    return {};
  },
);
