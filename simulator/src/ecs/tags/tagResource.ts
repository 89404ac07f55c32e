import type { TagResourceRequest, TagResourceResponse } from "@aws-sdk/client-ecs";
import { invalidParameter } from "../../apiError.ts";
import { operation } from "../../operation.ts";
import { tagged } from "./tagged.ts";

export const tagResource = operation<TagResourceRequest, TagResourceResponse>("TagResource", (account, { resourceArn, tags = [] }) => {
  const resource = tagged(account, resourceArn);
  const kept = (resource.tags ?? []).filter(({ key }) => !tags.some((tag) => tag.key === key));
  const all = [...kept, ...tags];
  if (all.length > 50) throw invalidParameter("Too many tags: a resource can have up to 50 tags.");
  resource.tags = all;
  return {};
});
