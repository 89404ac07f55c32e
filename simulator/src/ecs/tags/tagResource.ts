import type { TagResourceRequest, TagResourceResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../protocol/apiError.ts";
import { operation } from "../ecsOperation.ts";
import { tagCheck, tooMany } from "../refusals/tags.ts";
import { tagged } from "./tagged.ts";

export const tagResource = operation<TagResourceRequest, TagResourceResponse>(
  "TagResource",
  (account, { resourceArn, tags = [] }) => {
    const resource = tagged(account, resourceArn);
    const kept = (resource.tags ?? []).filter(({ key }) => !tags.some((tag) => tag.key === key));
    const message = tagCheck({ tags }) ?? tooMany([...kept, ...tags]);
    if (message !== undefined) throw invalidParameter(message);
    resource.tags = [...kept, ...tags];
    return {};
  },
);
