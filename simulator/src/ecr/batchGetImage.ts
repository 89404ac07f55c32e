import type { BatchGetImageRequest, BatchGetImageResponse } from "@aws-sdk/client-ecr";
import { operation } from "../protocol/operation.ts";
import { findImage } from "./describeImages.ts";
import { digestOf, manifestOf, manifestType, requireRepository } from "./repositories.ts";

export const batchGetImage = operation<BatchGetImageRequest, BatchGetImageResponse>(
  "BatchGetImage",
  (account, input) => {
    const repository = requireRepository(account, input.repositoryName);
    const ids = input.imageIds ?? [];
    const images = ids.flatMap((id) => {
      const image = findImage(account, repository, id);
      if (!image) return [];
      const imageDigest = digestOf(account, repository, image);
      const imageManifest = manifestOf(imageDigest, image);
      return {
        registryId: account.id,
        repositoryName: repository.name,
        imageId: { ...id, imageDigest },
        imageManifest,
        imageManifestMediaType: manifestType(image),
      };
    });
    const failures = ids
      .filter((id) => !findImage(account, repository, id))
      .map((imageId) => ({
        imageId,
        failureCode: "ImageNotFound" as const,
        failureReason: "Requested image not found",
      }));
    return { images, failures };
  },
);
