import type { JsonNode } from "../../../syntax/jsonNode.ts";

/** True where a member is a placeholder without quotes: such a text cannot be moved, as it is not JSON. */
export function holdsUnquoted(object: JsonNode): boolean {
  return object.members.some((member) => member.source.blanked.has(member.offset));
}
