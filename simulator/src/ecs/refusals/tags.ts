import type { Tag } from "@aws-sdk/client-ecs";
import type { Wire } from "../../protocol/wire.ts";
import { repeated, type Check } from "./refusal.ts";

const allowed = /^[\p{L}\p{N}\p{Z}_.:/=+\-@]*$/u;

/** Tags that AWS sets itself, which nobody else may. */
export const isManaged = (key: string): boolean => /^aws:/i.test(key);

/** What is wrong with the number of a resource's tags; those that AWS manages do not count. */
export function tooMany(tags: readonly Wire<Tag>[]): string | undefined {
  return tags.filter(({ key = "" }) => !isManaged(key)).length > 50
    ? "Too many tags: a resource can have up to 50 tags."
    : undefined;
}

/** The rules of tags that are given, which are the same for all resources. */
export const tagCheck: Check<{ readonly tags?: readonly Wire<Tag>[] | undefined }> = ({ tags = [] }) => {
  const count = tooMany(tags);
  if (count !== undefined) return count;
  for (const { key = "", value = "" } of tags) {
    if (key === "" || key.length > 128) return "The tag key must have from 1 to 128 characters.";
    if (value.length > 256) return "The tag value can have up to 256 characters.";
    if (!allowed.test(key) || !allowed.test(value))
      return "The tag key or value contains invalid characters.";
    if (isManaged(key)) return "Tag keys that begin with 'aws:' are reserved for system use.";
  }
  return repeated(tags.map(({ key }) => key)) === undefined
    ? undefined
    : "Duplicate tag keys found. Please note that Tag keys are case insensitive.";
};
