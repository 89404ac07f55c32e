import type { JsonNode } from "../../syntax/jsonNode.ts";

/** The values of `tags`: of the definition, and of the EBS volumes that a service creates. */
export function tagLists(root: JsonNode): readonly JsonNode[] {
  const specifications = (root.get("volumeConfigurations")?.items ?? []).flatMap(
    (volume) => volume.at("managedEBSVolume", "tagSpecifications")?.items ?? [],
  );
  return [root, ...specifications].flatMap((owner) => owner.get("tags") ?? []);
}
