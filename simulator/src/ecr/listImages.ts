import type { ListImagesRequest, ListImagesResponse } from "@aws-sdk/client-ecr";
import { operation } from "../protocol/operation.ts";
import { page } from "../protocol/paging.ts";
import { digestOf, requireRepository } from "./repositories.ts";

export const listImages = operation<ListImagesRequest, ListImagesResponse>("ListImages", (account, input) => {
  const repository = requireRepository(account, input.repositoryName);
  const ids = repository.images.flatMap((image) => {
    const imageDigest = digestOf(account, repository, image);
    return image.tags.length > 0
      ? image.tags.map((imageTag) => ({ imageDigest, imageTag }))
      : [{ imageDigest }];
  });
  const { items, ...rest } = page(ids, input, { default: 100, most: 1000 });
  return { imageIds: items, ...rest };
});
