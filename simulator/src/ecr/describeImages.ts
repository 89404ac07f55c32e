import type { DescribeImagesRequest, DescribeImagesResponse, ImageIdentifier } from "@aws-sdk/client-ecr";
import { ApiError } from "../protocol/apiError.ts";
import { operation } from "../protocol/operation.ts";
import { page } from "../protocol/paging.ts";
import type { Repository, RepositoryImage } from "../state/resources.ts";
import type { Wire } from "../protocol/wire.ts";
import { digestOf, manifestType, requireRepository } from "./repositories.ts";
import type { Account } from "../state/types.ts";

export const describeImages = operation<DescribeImagesRequest, DescribeImagesResponse>(
  "DescribeImages",
  (account, input) => {
    const repository = requireRepository(account, input.repositoryName);
    const found = input.imageIds?.map((id) => requireImage(account, repository, id)) ?? repository.images;
    const { items, ...rest } = page(found, input, { default: 100, most: 1000 });
    const imageDetails = items.map((image) => ({
      registryId: account.id,
      repositoryName: repository.name,
      imageDigest: digestOf(account, repository, image),
      imageTags: [...image.tags],
      imageSizeInBytes: 48_000_000,
      imagePushedAt: account.clock.now() - (image.daysAgo ?? 1) * 86400,
      imageManifestMediaType: manifestType(image),
    }));
    return { imageDetails, ...rest };
  },
);

function requireImage(account: Account, repository: Repository, id: Wire<ImageIdentifier>): RepositoryImage {
  const image = findImage(account, repository, id);
  if (image) return image;
  const text = `The image with imageId {imageDigest:'${id.imageDigest ?? "null"}', imageTag:'${id.imageTag ?? "null"}'} does not exist within the repository with name '${repository.name}' in the registry with id '${account.id}'`;
  throw new ApiError("ImageNotFoundException", text);
}

/** The image of a tag or digest. */
export const findImage = (
  account: Account,
  repository: Repository,
  { imageTag, imageDigest }: Wire<ImageIdentifier>,
): RepositoryImage | undefined =>
  repository.images.find(
    (image) =>
      (imageTag === undefined || image.tags.includes(imageTag)) &&
      (imageDigest === undefined || digestOf(account, repository, image) === imageDigest),
  );
