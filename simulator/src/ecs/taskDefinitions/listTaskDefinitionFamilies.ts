import type {
  ListTaskDefinitionFamiliesRequest,
  ListTaskDefinitionFamiliesResponse,
} from "@aws-sdk/client-ecs";
import { operation } from "../ecsOperation.ts";
import { page } from "../../protocol/paging.ts";

export const listTaskDefinitionFamilies = operation<
  ListTaskDefinitionFamiliesRequest,
  ListTaskDefinitionFamiliesResponse
>("ListTaskDefinitionFamilies", (account, input) => {
  const { familyPrefix = "", status = "ALL" } = input;
  const families = [...account.families].flatMap(([family, revisions]) => {
    const active = revisions.some((definition) => definition?.record.status === "ACTIVE");
    const asked = status === "ALL" || (status === "ACTIVE") === active;
    return asked && family.startsWith(familyPrefix) ? [family] : [];
  });
  const { items, ...rest } = page(families.sort(), input, { default: 100, most: 100 });
  return { families: items, ...rest };
});
