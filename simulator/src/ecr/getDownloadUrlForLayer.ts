import type { GetDownloadUrlForLayerRequest, GetDownloadUrlForLayerResponse } from "@aws-sdk/client-ecr";
import { ApiError } from "../protocol/apiError.ts";
import { operation } from "../protocol/operation.ts";
import { configDigest, digestOf, requireRepository } from "./repositories.ts";

/**
 * Of an image's layers, only the one that tells its platform is played. The address holds it, so that nothing
 * else is to be served.
 */
export const getDownloadUrlForLayer = operation<
  GetDownloadUrlForLayerRequest,
  GetDownloadUrlForLayerResponse
>("GetDownloadUrlForLayer", (account, { repositoryName, layerDigest = "" }) => {
  const repository = requireRepository(account, repositoryName);
  const image = repository.images.find(
    (candidate) => configDigest(digestOf(account, repository, candidate)) === layerDigest,
  );
  if (!image)
    throw new ApiError(
      "LayersNotFoundException",
      `The layer with digest '${layerDigest}' does not exist in the repository with name '${repository.name}'`,
    );
  const config = JSON.stringify({ architecture: image.architectures?.[0] ?? "amd64", os: "linux" });
  return {
    layerDigest,
    downloadUrl: `data:application/json;base64,${Buffer.from(config).toString("base64")}`,
  };
});
